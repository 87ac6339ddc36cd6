import type { PaperLinks, SparseRows } from '../model.ts';

/**
 * The links among neighbours that `keeps` lets through, told the row and the place in it, each once and sorted by their ends.
 * A link that both its ends have takes the greater weight.
 */
export function undirectedLinks({ offsets, indices, values }: SparseRows, keeps: (row: number, place: number) => boolean): PaperLinks {
  const rowCount = offsets.length - 1;
  const lower: number[] = [];
  const higher: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const start = offsets[row] as number;
    for (let entry = start; entry < (offsets[row + 1] as number); entry++) {
      if (!keeps(row, entry - start)) continue;
      const other = indices[entry] as number;
      lower.push(Math.min(row, other));
      higher.push(Math.max(row, other));
      weights.push(values[entry] as number);
    }
  }
  const byHigher = orderedBy(higher, Uint32Array.from(higher.keys()), rowCount);
  return withoutDoubles(lower, higher, weights, orderedBy(lower, byHigher, rowCount));
}

/** Links in the order of one of their ends, those with the same in the order given: a counting sort. */
function orderedBy(ends: readonly number[], order: Uint32Array, rowCount: number): Uint32Array {
  const next = new Uint32Array(rowCount + 1);
  for (const end of ends) next[end + 1]!++;
  for (let row = 0; row < rowCount; row++) next[row + 1]! += next[row] as number;
  const ordered = new Uint32Array(order.length);
  for (const link of order) ordered[next[ends[link] as number]!++] = link;
  return ordered;
}

function withoutDoubles(lower: readonly number[], higher: readonly number[], weights: readonly number[], order: Uint32Array): PaperLinks {
  const source = new Uint32Array(order.length);
  const target = new Uint32Array(order.length);
  const weight = new Float32Array(order.length);
  let count = 0;
  for (const link of order) {
    const isDouble = count > 0 && source[count - 1] === lower[link] && target[count - 1] === higher[link];
    const at = isDouble ? count - 1 : count++;
    source[at] = lower[link] as number;
    target[at] = higher[link] as number;
    weight[at] = Math.max(weight[at] as number, weights[link] as number);
  }
  return { source: source.slice(0, count), target: target.slice(0, count), weight: weight.slice(0, count) };
}
