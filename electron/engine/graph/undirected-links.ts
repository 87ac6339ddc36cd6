import type { PaperLinks, SparseRows } from '../model.ts';

/**
 * The links among neighbours that `keeps` lets through, told the row and the place in it, each once and sorted by their ends.
 * A link that both its ends have takes the greater weight.
 */
export function undirectedLinks({ offsets, indices, values }: SparseRows, keeps: (row: number, place: number) => boolean): PaperLinks {
  const rowCount = offsets.length - 1;
  const starts = new Uint32Array(rowCount + 1);
  const kept = new Uint8Array(indices.length);
  for (let row = 0; row < rowCount; row++) {
    const start = offsets[row] as number;
    for (let entry = start; entry < (offsets[row + 1] as number); entry++) {
      if (!keeps(row, entry - start)) continue;
      kept[entry] = 1;
      starts[Math.min(row, indices[entry] as number) + 1]!++;
    }
  }
  for (let row = 0; row < rowCount; row++) starts[row + 1]! += starts[row] as number;
  const ends = new Float64Array(starts[rowCount] as number);
  const weights = new Float32Array(ends.length);
  const next = starts.slice();
  for (let row = 0; row < rowCount; row++) {
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) {
      if (kept[entry] === 0) continue;
      const other = indices[entry] as number;
      const at = next[Math.min(row, other)]!++;
      ends[at] = Math.max(row, other);
      weights[at] = values[entry] as number;
    }
  }
  return sortedLinks(starts, ends, weights);
}

function sortedLinks(starts: Uint32Array, ends: Float64Array, weights: Float32Array): PaperLinks {
  const source = new Uint32Array(ends.length);
  const target = new Uint32Array(ends.length);
  const weight = new Float32Array(ends.length);
  let at = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    const order = Array.from({ length: (starts[row + 1] as number) - (starts[row] as number) }, (_, place) => (starts[row] as number) + place);
    order.sort((a, b) => (ends[a] as number) - (ends[b] as number) || (weights[b] as number) - (weights[a] as number));
    let last = -1;
    for (const link of order) {
      if (ends[link] === last) continue;
      last = ends[link] as number;
      source[at] = row;
      target[at] = last;
      weight[at] = weights[link] as number;
      at++;
    }
  }
  return { source: source.slice(0, at), target: target.slice(0, at), weight: weight.slice(0, at) };
}
