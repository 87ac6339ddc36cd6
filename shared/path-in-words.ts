import type { MapPath } from './answers.ts';

/** A piece of a sentence; names of papers, topics and concepts are to stand out, and may lead there. */
export interface PathPhrase {
  kind: 'word' | 'end' | 'concept';
  text: string;
  /** Of a concept. */
  id?: string;
}

/** The names of a path's ends: titles of papers or names of topics. */
export interface PathEndNames {
  from: string;
  to: string;
}

/**
 * A path as a sentence in pieces: “from *LoRA* through *low-rank structure* and *sparsity* to *Pruning*”. Each step is told by the concept with the
 * largest share, once where several steps in a row have the same.
 */
export function pathPhrases({ steps }: Pick<MapPath, 'steps'>, { from, to }: PathEndNames): PathPhrase[] {
  const concepts = steps.flatMap(({ because }) => because[0] ?? []).filter(({ id }, place, all) => id !== all[place - 1]?.id);
  const phrases: PathPhrase[] = [{ kind: 'word', text: 'from ' }, { kind: 'end', text: from }];
  for (const [place, { id, label }] of concepts.entries()) {
    phrases.push({ kind: 'word', text: wordBefore(place, concepts.length) }, { kind: 'concept', text: label, id });
  }
  return [...phrases, { kind: 'word', text: ' to ' }, { kind: 'end', text: to }];
}

/** The same as plain text, the ends in quotes: “from “LoRA” through low-rank structure to “Pruning””. */
export function pathInWords(path: Pick<MapPath, 'steps'>, names: PathEndNames): string {
  return pathPhrases(path, names).map(({ kind, text }) => (kind === 'end' ? `“${text}”` : text)).join('');
}

function wordBefore(place: number, count: number): string {
  if (place === 0) return ' through ';
  return place === count - 1 ? ' and ' : ', ';
}
