import type { SparseRows } from '../model.ts';
import { BestOf } from './best-of.ts';

/** Neighbours by whose similarity it is told how crowded it is around a paper. */
const NEIGHBOURHOOD = 10;

/**
 * Neighbours in an order that makes up for hubs: papers that are near to everybody, and papers far from all, count by how near they are for their surroundings.
 * A similarity is divided by the root of the mean similarity of each end's ten nearest (local scaling, Zelnik-Manor and Perona 2004; against hubs,
 * Schnitzer et al. 2012). Each paper keeps its `most` best.
 */
export function levelNeighbours({ offsets, indices, values }: SparseRows, most: number): SparseRows {
  const rowCount = offsets.length - 1;
  const scale = Float64Array.from({ length: rowCount }, (_, row) => {
    const start = offsets[row] as number;
    const end = Math.min(offsets[row + 1] as number, start + NEIGHBOURHOOD);
    let sum = 0;
    for (let entry = start; entry < end; entry++) sum += values[entry] as number;
    return Math.sqrt(sum / Math.max(1, end - start)) || 1;
  });
  const levelled = values.slice();
  for (let row = 0; row < rowCount; row++) {
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) levelled[entry] = (values[entry] as number) / ((scale[row] as number) * (scale[indices[entry] as number] as number));
  }
  return bestOfRows(offsets, indices, levelled, most);
}

function bestOfRows(offsets: Uint32Array, indices: Uint32Array, values: Float32Array, most: number): SparseRows {
  const keptOffsets = new Uint32Array(offsets.length);
  const keptIndices = new Uint32Array(indices.length);
  const keptValues = new Float32Array(indices.length);
  const best = new BestOf(most);
  let at = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    best.clear();
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) best.offer(indices[entry] as number, values[entry] as number);
    keptIndices.set(best.ids.subarray(0, best.count), at);
    keptValues.set(best.scores.subarray(0, best.count), at);
    at += best.count;
    keptOffsets[row + 1] = at;
  }
  return { offsets: keptOffsets, indices: keptIndices.slice(0, at), values: keptValues.slice(0, at) };
}
