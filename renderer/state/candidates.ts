import { foldTerm } from './mark-terms.ts';

/** Something that can be picked by its name. */
export interface Candidate {
  kind: 'paper' | 'topic';
  id: string;
  label: string;
  /** What tells it from others of the same name, such as its year or size. */
  note: string;
}

const folded = new WeakMap<Candidate, string[]>();

/**
 * Candidates of which all words typed begin some word of the name, in the order given but for those whose name begins with what was typed,
 * which come first; all where nothing was typed. At most `most`.
 */
export function findCandidates(candidates: readonly Candidate[], typed: string, most: number): Candidate[] {
  const words = wordsOf(typed);
  if (words.length === 0) return candidates.slice(0, most);
  const beginning = words.join(' ');
  const found = candidates.filter((candidate) => words.every((word) => foldedWords(candidate).some((other) => other.startsWith(word))));
  const isFirst = (candidate: Candidate) => foldedWords(candidate).join(' ').startsWith(beginning);
  return [...found.filter(isFirst), ...found.filter((candidate) => !isFirst(candidate))].slice(0, most);
}

function foldedWords(candidate: Candidate): string[] {
  const known = folded.get(candidate) ?? wordsOf(candidate.label);
  folded.set(candidate, known);
  return known;
}

function wordsOf(text: string): string[] {
  return foldTerm(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
