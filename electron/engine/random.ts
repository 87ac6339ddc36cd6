/**
 * The one source of randomness: a seeded generator of numbers in [0, 1).
 * Mulberry32 (Tommy Ettinger's 32-bit mixing generator), which is fast and more than good enough for shuffles and jitter.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
