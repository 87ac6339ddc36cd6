/** Places of the first and the last of some bars that are taken. */
export interface TakenBars {
  first: number;
  last: number;
}

/** Bars from one to another, whichever comes first, within those there are; null where that is all of them. */
export function takenBars(a: number, b: number, count: number): TakenBars | null {
  const first = Math.max(0, Math.min(a, b));
  const last = Math.min(count - 1, Math.max(a, b));
  return first === 0 && last === count - 1 ? null : { first, last };
}

/** Where a drag that begins on a bar takes from: one that begins at an end of what is taken moves that end, the other stays. */
export function nearestEnd(bar: number, value: TakenBars | null): number {
  if (!value) return bar;
  if (bar === value.first) return value.last;
  return bar === value.last ? value.first : bar;
}

/** The bar that a key of a slider leads a handle to, within its bounds; null for other keys. */
export function movedEnd(key: string, bar: number, { least, most, page }: { least: number; most: number; page: number }): number | null {
  const steps: Record<string, number> = { ArrowLeft: bar - 1, ArrowDown: bar - 1, ArrowRight: bar + 1, ArrowUp: bar + 1, PageDown: bar - page, PageUp: bar + page, Home: least, End: most };
  const next = steps[key];
  return next === undefined ? null : Math.min(most, Math.max(least, next));
}
