import { describe, expect, it } from 'vitest';
import { columnPoints } from '../../../electron/engine/graph/truncated-svd.ts';
import { seededRandom } from '../../../electron/engine/random.ts';

const COLUMNS = 12;
const random = seededRandom(5);
/** 60 rows that are sums of three patterns: rank three. */
const patterns = Array.from({ length: 3 }, () => Array.from({ length: COLUMNS }, () => random() - 0.5));
const dense = Array.from({ length: 60 }, () => {
  const parts = patterns.map(() => random() - 0.5);
  return Array.from({ length: COLUMNS }, (_, column) => patterns.reduce((sum, pattern, at) => sum + (parts[at] ?? 0) * (pattern[column] ?? 0), 0));
});
const matrix = {
  offsets: Uint32Array.from({ length: 61 }, (_, row) => row * COLUMNS),
  indices: Uint32Array.from({ length: 60 * COLUMNS }, (_, entry) => entry % COLUMNS),
  values: Float64Array.from(dense.flat()),
  columns: COLUMNS,
};

describe('columnPoints', () => {
  it('keeps all dot products between columns of a matrix of its rank', () => {
    const points = columnPoints(matrix, { dimensions: 3, rounds: 4, seed: 1 });
    for (let a = 0; a < COLUMNS; a++) {
      for (let b = 0; b < COLUMNS; b++) {
        const wanted = dense.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0);
        const found = [0, 1, 2].reduce((sum, axis) => sum + (points[a * 3 + axis] ?? 0) * (points[b * 3 + axis] ?? 0), 0);
        expect(found).toBeCloseTo(wanted, 4);
      }
    }
  });

  it('gives finite points where more dimensions are asked for than there are', () => {
    expect(columnPoints(matrix, { dimensions: 6, rounds: 4, seed: 1 }).every(Number.isFinite)).toBe(true);
  });
});
