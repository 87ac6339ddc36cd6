/** Numbers, all 0, in memory that threads share. */
export function sharedUint32(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

/** Numbers of single precision, all 0, in memory that threads share. */
export function sharedFloat32(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
}

/** Bytes, all 0, in memory that threads share. */
export function sharedUint8(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** A copy of numbers in memory that threads share, to be given to a task without being copied for each of them; the numbers themselves where they are in such memory. */
export function shareNumbers<A extends NumberArray>(numbers: A): A {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const memory = new SharedArrayBuffer(numbers.byteLength);
  const copy = new (numbers.constructor as new (memory: SharedArrayBuffer) => A)(memory);
  copy.set(numbers);
  return copy;
}

/** The same value with all typed arrays in it, however deep, in memory that threads share, so that it can be sent for nothing. What occurs twice is copied once. */
export function shareAll<V>(value: V, known = new Map<object, unknown>()): V {
  if (typeof value !== 'object' || value === null) return value;
  const copied = known.get(value);
  if (copied !== undefined) return copied as V;
  const copy = ArrayBuffer.isView(value) ? shareNumbers(value as unknown as NumberArray) : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shareAll<unknown>(part, known)]));
  known.set(value, copy);
  return copy as V;
}
