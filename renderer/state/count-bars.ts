import type { CountSpan } from '../../shared/filters.ts';
import { takenBars, type TakenBars } from './taken-bars.ts';

/** Papers with a value from one to another, both ends included. */
export interface RangeBar {
  from: number;
  to: number;
  papers: number;
}

/** Numbers up to which each has a bar of its own. */
const MOST_SINGLE = 24;
/** Where bars begin beyond, times powers of ten: spans that grow with the numbers, since most papers have few. */
const BEGINNINGS = [1, 1.5, 2, 3, 5, 7];
const SMALL = 10;

/** Papers by a number that they have, from 0 to the largest: a bar each for small numbers, else bars that widen. Empty where nobody's number is known. */
export function countBars(numbers: readonly (number | null)[]): RangeBar[] {
  const known = numbers.filter((number) => number !== null);
  if (known.length === 0) return [];
  const most = known.reduce((largest, number) => Math.max(largest, number), 0);
  const starts = most <= MOST_SINGLE ? Array.from({ length: most + 1 }, (_, number) => number) : widening(most);
  const bars = starts.map((from, at) => ({ from, to: (starts[at + 1] ?? most + 1) - 1, papers: 0 }));
  for (const number of known) {
    const bar = bars[barOf(bars, number)];
    if (bar) bar.papers++;
  }
  return bars;
}

/** The bars that a span takes; null for all of them. */
export function barsOfSpan(bars: readonly RangeBar[], span: CountSpan | null): TakenBars | null {
  if (!span) return null;
  return takenBars(barOf(bars, span.from), span.to === null ? bars.length - 1 : barOf(bars, span.to), bars.length);
}

/** The span that some bars take: one that reaches the last has no upper end, so that it holds for papers that come later. */
export function spanOfBars(bars: readonly RangeBar[], taken: TakenBars | null): CountSpan | null {
  if (!taken) return null;
  return { from: bars[taken.first]?.from ?? 0, to: taken.last >= bars.length - 1 ? null : (bars[taken.last]?.to ?? null) };
}

function barOf(bars: readonly RangeBar[], number: number): number {
  const beyond = bars.findIndex(({ to }) => to >= number);
  return beyond < 0 ? bars.length - 1 : beyond;
}

function widening(most: number): number[] {
  const starts = Array.from({ length: SMALL }, (_, number) => number);
  for (let power = SMALL; power <= most; power *= 10) starts.push(...BEGINNINGS.map((begin) => begin * power).filter((begin) => begin <= most));
  return starts;
}
