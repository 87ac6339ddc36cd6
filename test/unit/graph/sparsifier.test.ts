import { describe, expect, it } from 'vitest';
import { DISPARITY_FILTER, MUTUAL_LINKS, STRONGEST_LINKS } from '../../../electron/engine/graph/sparsifier.ts';
import { ASSOCIATION_STRENGTH, COSINE, INCLUSION, JACCARD, type Similarity } from '../../../electron/engine/graph/similarity.ts';

const rows = (lists: readonly (readonly (readonly [number, number])[])[]) => ({
  offsets: Uint32Array.from([0, ...lists.map((_, at) => lists.slice(0, at + 1).flat().length)]),
  indices: Uint32Array.from(lists.flat(), ([other]) => other),
  values: Float32Array.from(lists.flat(), ([, value]) => value),
});

const named = ({ source, target }: { source: Uint32Array; target: Uint32Array }) => Array.from(source, (from, link) => `${from}-${target[link]}`);

/** 0 and 1 choose each other; 2 chooses 0 then 1; 3 chooses 2 alone. */
const neighbours = rows([[[1, 0.9], [2, 0.2]], [[0, 0.9], [2, 0.1]], [[0, 0.2], [1, 0.1]], [[2, 0.05]]]);

describe('sparsifiers', () => {
  it('the strongest links are those that either end chooses', () => {
    expect(named(STRONGEST_LINKS.keep(neighbours, 1))).toEqual(['0-1', '0-2', '2-3']);
    expect(named(STRONGEST_LINKS.keep(neighbours, 2))).toEqual(['0-1', '0-2', '1-2', '2-3']);
  });

  it('mutual links are those that both ends choose, and each paper’s strongest', () => {
    expect(named(MUTUAL_LINKS.keep(neighbours, 2))).toEqual(['0-1', '0-2', '1-2', '2-3']);
    expect(named(MUTUAL_LINKS.keep(rows([[[1, 0.9], [2, 0.5]], [[0, 0.9]], [[1, 0.6], [0, 0.5]]]), 2))).toEqual(['0-1', '0-2', '1-2']);
    expect(named(MUTUAL_LINKS.keep(rows([[[1, 0.9], [2, 0.5]], [[0, 0.9]], [[1, 0.6]]]), 2))).toEqual(['0-1', '1-2']);
  });

  it('the disparity filter drops links that are no stronger than chance, (1 - w/s)^(k-1) worked out by hand', () => {
    const even = rows([[[1, 0.5], [2, 0.5], [3, 0.5]], [], [], []]);
    expect(named(DISPARITY_FILTER.keep(even, 8))).toEqual(['0-1']);
    const uneven = rows([[[1, 0.5], [2, 0.5], [3, 0.01], [4, 0.01]], [], [], [], []]);
    expect(named(DISPARITY_FILTER.keep(uneven, 8))).toEqual(['0-1', '0-2']);
  });
});

describe('similarities', () => {
  const a = [2, 1, 0];
  const b = [1, 1, 2];
  const of = ({ sizeOf, contribution, similarity }: Similarity) => {
    const size = (weights: number[]) => weights.reduce((sum, weight) => sum + sizeOf(weight), 0);
    return similarity(a.reduce((sum, weight, at) => sum + contribution(weight, b[at] ?? 0), 0), size(a), size(b));
  };

  it('are worked out by hand for (2, 1, 0) and (1, 1, 2)', () => {
    expect(of(COSINE)).toBeCloseTo(3 / Math.sqrt(5 * 6), 12);
    expect(of(ASSOCIATION_STRENGTH)).toBeCloseTo(3 / (3 * 4), 12);
    expect(of(JACCARD)).toBeCloseTo(2 / 5, 12);
    expect(of(INCLUSION)).toBeCloseTo(2 / 3, 12);
  });
});
