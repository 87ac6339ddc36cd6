import type { YearCounts } from './year-counts.ts';

/** Years that stand in one column, both ends included. */
export interface YearBin {
  from: number;
  to: number;
  /** "2021", "2010–14", or "≤ 2009" for all the years before those that matter. */
  label: string;
}

/** Early papers that may share the first column: of many collections a few are decades older than the rest. */
const EARLY_SHARE = 0.03;
const STEPS = [2, 5, 10, 20, 50, 100];

/** Columns for the years of a collection, `most` at most (3 or more): single years where they fit, the few earliest papers together where that helps, else several years in each. */
export function yearBins(years: YearCounts, most: number): YearBin[] {
  if (years.to - years.from + 1 <= most) return singleYears(years.from, years.to);
  const start = startOfMost(years);
  const early = start > years.from ? [{ from: years.from, to: start - 1, label: `≤ ${start - 1}` }] : [];
  const room = most - early.length;
  if (years.to - start + 1 <= room) return [...early, ...singleYears(start, years.to)];
  const step = STEPS.find((size) => binCount(start, years.to, size) <= room) ?? Math.ceil((years.to - start + 1) / room);
  return [...early, ...steppedYears(start, years.to, step)];
}

function singleYears(from: number, to: number): YearBin[] {
  return Array.from({ length: to - from + 1 }, (_, at) => ({ from: from + at, to: from + at, label: String(from + at) }));
}

/** The first year that all but a few papers are of or after. */
function startOfMost({ from, counts }: YearCounts): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let before = 0;
  for (const [at, count] of counts.entries()) {
    before += count;
    if (before > all * EARLY_SHARE) return from + at;
  }
  return from;
}

function binCount(from: number, to: number, step: number): number {
  return Math.floor(to / step) - Math.floor(from / step) + 1;
}

/** Stretches that begin at multiples of the step, but for the first. */
function steppedYears(from: number, to: number, step: number): YearBin[] {
  const bins: YearBin[] = [];
  for (let begin = from; begin <= to; begin = (Math.floor(begin / step) + 1) * step) {
    const end = Math.min(to, (Math.floor(begin / step) + 1) * step - 1);
    bins.push({ from: begin, to: end, label: begin === end ? String(begin) : `${begin}–${shortYear(begin, end)}` });
  }
  return bins;
}

/** "2010" to "2014" is written 2010–14. */
function shortYear(begin: number, end: number): string {
  return Math.floor(begin / 100) === Math.floor(end / 100) ? String(end % 100).padStart(2, '0') : String(end);
}
