import type { PaperFacts } from '../../shared/details.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { yearOf } from './matching-papers.ts';

/** Papers per year, from the first year with one to the last; years in between may have none. */
export interface YearCounts {
  from: number;
  to: number;
  /** By year, beginning with `from`. */
  counts: readonly number[];
  /** Papers without a year. */
  undated: number;
}

/** How many papers of a map each year has; null where no paper has a year. */
export function yearCounts(map: TopicMap, facts: ReadonlyMap<string, PaperFacts> | null): YearCounts | null {
  const years = map.papers.map((paper) => yearOf(paper, facts)).filter((year) => year !== null);
  if (years.length === 0) return null;
  const from = years.reduce((least, year) => Math.min(least, year));
  const to = years.reduce((most, year) => Math.max(most, year));
  const counts = Array.from({ length: to - from + 1 }, () => 0);
  for (const year of years) counts[year - from] = (counts[year - from] ?? 0) + 1;
  return { from, to, counts, undated: map.papers.length - years.length };
}

/** A range of years with its ends in order and within what there is; null where that is all. */
export function clampedYears(a: number, b: number, { from, to }: Pick<YearCounts, 'from' | 'to'>): { from: number; to: number } | null {
  const first = Math.max(from, Math.min(a, b));
  const last = Math.min(to, Math.max(a, b));
  return first <= from && last >= to ? null : { from: first, to: last };
}
