import type { ConceptIndex } from '../model.ts';
import { compareVectors, DEFAULT_VECTOR_OPTIONS, paperVectors, type PaperVectors, type VectorOptions } from './paper-vectors.ts';

/** What links two papers: `concept` is an index, the shares add up to 1 and come largest first. No concepts, weight 0: not linked. */
export interface LinkReasons {
  /** 0..1 */
  weight: number;
  concepts: { concept: number; share: number }[];
}

/** Why two papers of an index are linked, with the very vectors by which `linkPapers` links them. */
export function explainLink(index: ConceptIndex, a: number, b: number, options: Partial<VectorOptions> = {}): LinkReasons {
  return explainVectors(paperVectors(index, { ...DEFAULT_VECTOR_OPTIONS, ...options }), a, b);
}

/** Why two papers are linked, from vectors that are known already. */
export function explainVectors(vectors: PaperVectors, a: number, b: number): LinkReasons {
  const parts: { concept: number; share: number }[] = [];
  let total = 0;
  const weight = compareVectors(vectors, a, b, (concept, contribution) => {
    if (contribution <= 0) return;
    parts.push({ concept, share: contribution });
    total += contribution;
  });
  const concepts = parts.map(({ concept, share }) => ({ concept, share: share / total })).sort((first, second) => second.share - first.share || first.concept - second.concept);
  return { weight, concepts };
}
