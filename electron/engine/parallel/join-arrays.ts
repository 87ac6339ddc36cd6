type NumberArray = Uint8Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** The numbers of all parts of a job, one part after the other. */
export function joinArrays<A extends NumberArray>(type: new (length: number) => A, parts: readonly A[]): A {
  const whole = new type(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Offsets of rows from how many entries each row of each part has. */
export function offsetsOf(parts: readonly (Uint8Array | Uint32Array)[]): Uint32Array {
  const offsets = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 1));
  let row = 0;
  for (const counts of parts) {
    for (const count of counts) {
      offsets[row + 1] = (offsets[row] as number) + count;
      row++;
    }
  }
  return offsets;
}
