/**
 * Normalized mutual information of two groupings of the same items, by the arithmetic mean of their entropies (Strehl & Ghosh 2002;
 * Vinh, Epps & Bailey 2010): 1 for the same groups, near 0 for unrelated ones. Two groupings without any division agree fully.
 */
export function normalizedMutualInformation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const total = first.length;
  if (total === 0) return 1;
  const firstSizes = new Map<number, number>();
  const secondSizes = new Map<number, number>();
  const together = new Map<number, Map<number, number>>();
  for (let item = 0; item < total; item++) {
    const a = first[item] ?? 0;
    const b = second[item] ?? 0;
    count(firstSizes, a);
    count(secondSizes, b);
    let row = together.get(a);
    if (!row) together.set(a, (row = new Map()));
    count(row, b);
  }
  let information = 0;
  for (const [a, row] of together) {
    for (const [b, joint] of row) information += (joint / total) * Math.log((joint * total) / ((firstSizes.get(a) ?? 1) * (secondSizes.get(b) ?? 1)));
  }
  const entropies = entropy(firstSizes, total) + entropy(secondSizes, total);
  return entropies === 0 ? 1 : Math.max(0, Math.min(1, (2 * information) / entropies));
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function entropy(sizes: Map<number, number>, total: number): number {
  let sum = 0;
  for (const size of sizes.values()) sum -= (size / total) * Math.log(size / total);
  return sum;
}
