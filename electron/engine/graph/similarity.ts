import type { SimilarityId } from '../../../shared/settings.ts';
import type { Parameter } from './parameter.ts';

/**
 * How alike two papers are, as a sum over the concepts they share: each shared concept contributes, and the total is brought to
 * 0..1 by the sizes of the two papers' vectors. A concept's part in the total is its share of the link.
 */
export interface Similarity {
  id: SimilarityId;
  label: string;
  parameters: readonly Parameter[];
  /** What one weight adds to the size of a paper's vector. */
  sizeOf: (weight: number) => number;
  /** What a concept adds that has weight `a` in one paper and `b` in the other; symmetric, 0 or more, and growing with both. */
  contribution: (a: number, b: number) => number;
  /** Similarity of two papers whose contributions sum to `total`, and their weights' sizes to `sizeA` and `sizeB`. */
  similarity: (total: number, sizeA: number, sizeB: number) => number;
}

const ratio = (part: number, whole: number): number => (part > 0 && whole > 0 ? Math.min(1, part / whole) : 0);

/** Cosine of the angle between two papers' concept vectors (Salton and McGill 1983). */
export const COSINE: Similarity = {
  id: 'cosine',
  label: 'Cosine',
  parameters: [],
  sizeOf: (weight) => weight * weight,
  contribution: (a, b) => a * b,
  similarity: (total, sizeA, sizeB) => ratio(total, Math.sqrt(sizeA * sizeB)),
};

/** Association strength: what two papers share, over the product of what they have (van Eck and Waltman 2009, there of counts). Favours papers with few concepts. */
export const ASSOCIATION_STRENGTH: Similarity = {
  id: 'association',
  label: 'Association strength',
  parameters: [],
  sizeOf: (weight) => weight,
  contribution: (a, b) => a * b,
  similarity: (total, sizeA, sizeB) => ratio(total, sizeA * sizeB),
};

/** Jaccard's index of weighted sets: the lesser weights over the greater ones (Ruzicka 1958). */
export const JACCARD: Similarity = {
  id: 'jaccard',
  label: 'Jaccard',
  parameters: [],
  sizeOf: (weight) => weight,
  contribution: (a, b) => Math.min(a, b),
  similarity: (total, sizeA, sizeB) => ratio(total, sizeA + sizeB - total),
};

/** Inclusion, or Simpson's overlap, of weighted sets: how much of the smaller paper is in the larger one. */
export const INCLUSION: Similarity = {
  id: 'inclusion',
  label: 'Inclusion',
  parameters: [],
  sizeOf: (weight) => weight,
  contribution: (a, b) => Math.min(a, b),
  similarity: (total, sizeA, sizeB) => ratio(total, Math.min(sizeA, sizeB)),
};

export const SIMILARITIES: Readonly<Record<SimilarityId, Similarity>> = { cosine: COSINE, association: ASSOCIATION_STRENGTH, jaccard: JACCARD, inclusion: INCLUSION };
