import type { MapConcept } from './topic-map.ts';

/** What a wording that is the query counts for beside one that begins with it, and one that has it somewhere; times ten papers each. */
const WHOLE = 4;
const BEGINNING = 2;
/** What a label counts for beside another wording. */
const LABEL = 0.5;

/**
 * How well a wording of a concept answers what was typed: first those that are it, then those that begin with it, then by how many papers have them.
 * `wording` and `wanted` are folded alike and trimmed.
 */
export function conceptFit({ papers }: Pick<MapConcept, 'papers'>, wording: string, wanted: string, kind: 'label' | 'alias'): number {
  const fit = wording === wanted ? WHOLE : wording.startsWith(wanted) ? BEGINNING : 0;
  return fit + (kind === 'label' ? LABEL : 0) + Math.log10(1 + papers);
}
