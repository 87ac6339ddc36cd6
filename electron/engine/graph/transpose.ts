import type { SparseMatrix } from './truncated-svd.ts';

/** A sparse matrix by columns, as rows of its transpose; the entries of each by ascending row. */
export function transpose({ offsets, indices, values, columns }: SparseMatrix): SparseMatrix {
  const rows = offsets.length - 1;
  const starts = new Uint32Array(columns + 1);
  const length = offsets[rows] ?? 0;
  for (let entry = 0; entry < length; entry++) starts[(indices[entry] as number) + 1]!++;
  for (let column = 0; column < columns; column++) starts[column + 1]! += starts[column] as number;
  const next = starts.slice();
  const rowOf = new Uint32Array(length);
  const valueOf = new Float32Array(length);
  for (let row = 0; row < rows; row++) {
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) {
      const to = next[indices[entry] as number]!++;
      rowOf[to] = row;
      valueOf[to] = values[entry] as number;
    }
  }
  return { offsets: starts, indices: rowOf, values: valueOf, columns: rows };
}
