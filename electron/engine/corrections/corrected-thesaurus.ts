import { labelKey } from '../thesaurus/label-key.ts';
import type { CorrectedConcepts } from './correct-concepts.ts';

/** What the user corrected, as a thesaurus. */
export interface CorrectedThesaurus {
  concepts: {
    id: string;
    label: string;
    /** Other wordings, each of those that texts can't tell apart once. */
    aliases: string[];
    /** Wordings that another concept has too, so that only a paper itself can say which it means. */
    ambiguous: string[];
  }[];
  /** Terms that are no concepts. */
  ignored: string[];
}

/** The concepts that corrections were about, with all their wordings, and what was hidden. */
export function correctedThesaurus({ index, corrected, hidden }: CorrectedConcepts): CorrectedThesaurus {
  const owners = ownersOf(index.concepts);
  const concepts = corrected.flatMap((place) => {
    const concept = index.concepts[place];
    if (!concept) return [];
    const aliases = distinctAliases(concept.label, concept.aliases);
    const isShared = (alias: string) => (owners.get(labelKey(alias)) ?? 0) > 1;
    return [{ id: concept.id, label: concept.label, aliases: aliases.filter((alias) => !isShared(alias)), ambiguous: aliases.filter(isShared) }];
  });
  const kept = new Set(concepts.flatMap(({ label, aliases }) => [label, ...aliases].map(labelKey)));
  const ignored = hidden.flatMap(({ label, aliases }) => [label, ...distinctAliases(label, aliases)]).filter((label) => !kept.has(labelKey(label)));
  return { concepts, ignored: [...new Set(ignored)] };
}

function distinctAliases(label: string, aliases: readonly string[]): string[] {
  const keys = new Set([labelKey(label)]);
  return aliases.filter((alias) => {
    const key = labelKey(alias);
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

/** How many concepts have a wording, by its key. */
function ownersOf(concepts: CorrectedConcepts['index']['concepts']): Map<string, number> {
  const owners = new Map<string, number>();
  for (const { label, aliases } of concepts) for (const key of new Set([label, ...aliases].map(labelKey))) owners.set(key, (owners.get(key) ?? 0) + 1);
  return owners;
}
