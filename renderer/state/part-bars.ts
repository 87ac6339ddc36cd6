import type { RangeBar } from './count-bars.ts';
import { takenBars, type TakenBars } from './taken-bars.ts';

/** Bars of a scale from 0 to 1. */
const STEPS = 20;

/** Papers by a value of theirs from 0 to 1, in twentieths. */
export function partBars(values: readonly number[]): RangeBar[] {
  const bars = Array.from({ length: STEPS }, (_, at) => ({ from: at / STEPS, to: (at + 1) / STEPS, papers: 0 }));
  for (const value of values) {
    const bar = bars[Math.min(STEPS - 1, Math.floor(value * STEPS))];
    if (bar) bar.papers++;
  }
  return bars;
}

/** The bars that a span of values takes; null for all of them. */
export function barsOfPart({ from, to }: { from: number; to: number }): TakenBars | null {
  const first = Math.min(STEPS - 1, Math.round(from * STEPS));
  return takenBars(first, Math.max(first, Math.round(to * STEPS) - 1), STEPS);
}

/** The span of values that some bars take. */
export function partOfBars(taken: TakenBars | null): { from: number; to: number } {
  return taken ? { from: taken.first / STEPS, to: (taken.last + 1) / STEPS } : { from: 0, to: 1 };
}
