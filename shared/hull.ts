export interface Point {
  x: number;
  y: number;
}

/** Middle value of numbers; the upper one of two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
