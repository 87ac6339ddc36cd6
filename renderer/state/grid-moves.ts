/** What a key does in a grid: another row becomes the active one, and perhaps the rows up to it are chosen. */
export interface GridMove {
  row: number;
  extends: boolean;
}

/** The row that a key leads to from the active one, as the ARIA grid pattern has it; null for other keys and where there is nothing further. `page` is how many rows are in sight. */
export function gridMove(active: number, count: number, page: number, press: { key: string; shiftKey: boolean }): GridMove | null {
  const targets: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1 };
  const target = targets[press.key];
  if (target === undefined || count === 0) return null;
  const row = Math.min(count - 1, Math.max(0, target));
  return { row, extends: press.shiftKey };
}

/** Keys of the rows from one place to another, both included, whichever comes first. */
export function keysBetween(keys: readonly string[], from: number, to: number): string[] {
  return keys.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** The chosen keys with one more, or without it where it is among them. */
export function toggled(chosen: ReadonlySet<string>, key: string): string[] {
  return chosen.has(key) ? [...chosen].filter((other) => other !== key) : [...chosen, key];
}
