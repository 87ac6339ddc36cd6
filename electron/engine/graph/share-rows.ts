import { shareNumbers } from '../parallel/shared-arrays.ts';

interface Rows<Values> {
  offsets: Uint32Array;
  indices: Uint32Array;
  values: Values;
}

/** Sparse rows in memory that threads share, to be given to a task without being copied; what is in such memory already stays as it is. */
export function shareRows<Values extends Float32Array | Float64Array, R extends Rows<Values>>(rows: R & Rows<Values>): R {
  return { ...rows, offsets: shareNumbers(rows.offsets), indices: shareNumbers(rows.indices), values: shareNumbers(rows.values) };
}
