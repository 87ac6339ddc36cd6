import type { Parameter } from './parameter.ts';

/**
 * How alike two papers are, as a sum over the concepts they share: each shared concept contributes, and the total is brought to
 * 0..1 by the sizes of the two papers' vectors. A concept's part in the total is its share of the link.
 */
export interface Similarity {
  id: string;
  label: string;
  parameters: readonly Parameter[];
  /** Size of one paper's vector. */
  sizeOf(values: Float64Array): number;
  /** What a concept adds that has weight `a` in one paper and `b` in the other; symmetric, 0 or more, and growing with both. */
  contribution(a: number, b: number): number;
  /** Similarity of two papers whose contributions sum to `total`. */
  similarity(total: number, sizeA: number, sizeB: number): number;
}

/** Cosine of the angle between two papers' concept vectors (Salton & McGill 1983). */
export const COSINE: Similarity = {
  id: 'cosine',
  label: 'Cosine',
  parameters: [],
  sizeOf(values) {
    let squares = 0;
    for (const value of values) squares += value * value;
    return Math.sqrt(squares);
  },
  contribution: (a, b) => a * b,
  similarity: (total, sizeA, sizeB) => (total > 0 ? Math.min(1, total / (sizeA * sizeB)) : 0),
};

export const SIMILARITIES: readonly Similarity[] = [COSINE];
