import type { ConceptIndex } from '../model.ts';

/** A broader concept that a paper has through narrower ones which it mentions. */
export interface ImpliedConcept {
  /** The largest value of a mentioned concept, times the broader share once or twice. */
  value: number;
  /** Indices of the mentioned concepts. */
  through: number[];
}

/** Calls back for the broader concepts of a concept and theirs, with the steps to each: 1 or 2. */
export function forEachBroader(index: ConceptIndex, concept: number, visit: (broader: number, steps: 1 | 2) => void): void {
  for (const broader of index.concepts[concept]?.broader ?? []) {
    visit(broader, 1);
    for (const broadest of index.concepts[broader]?.broader ?? []) visit(broadest, 2);
  }
}

/** The concepts that a paper (a row of the index) implies but does not mention, by index. */
export function impliedConcepts(index: ConceptIndex, paper: number, broaderShare: number): Map<number, ImpliedConcept> {
  const { offsets, indices, values } = index.paperConcepts;
  const start = offsets[paper] ?? 0;
  const mentioned = indices.subarray(start, offsets[paper + 1] ?? start);
  const implied = new Map<number, ImpliedConcept>();
  for (const [place, concept] of mentioned.entries()) {
    forEachBroader(index, concept, (broader, steps) => {
      if (mentioned.includes(broader)) return;
      const value = (values[start + place] ?? 0) * broaderShare ** steps;
      const known = implied.get(broader);
      if (!known) implied.set(broader, { value, through: [concept] });
      else {
        known.value = Math.max(known.value, value);
        if (!known.through.includes(concept)) known.through.push(concept);
      }
    });
  }
  return implied;
}

/** The concepts whose mentions in a paper (a row of the index) show that it has a concept: the concept itself, or the narrower ones through which the paper implies it. */
export function evidenceFor(index: ConceptIndex, paper: number, concept: number): number[] {
  return impliedConcepts(index, paper, 1).get(concept)?.through ?? [concept];
}
