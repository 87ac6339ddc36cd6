import { clampedYears, type YearCounts } from '../state/year-counts.ts';
import { BarRange } from './bar-range.tsx';

interface Props {
  years: YearCounts;
  /** Null for all years. */
  value: { from: number; to: number } | null;
  onChange: (value: { from: number; to: number } | null) => void;
}

const DECADE = 10;

/** A range of years over the number of papers of each. */
export function YearRange({ years, value, onChange }: Props) {
  const bars = years.counts.map((papers, at) => ({ from: years.from + at, to: years.from + at, papers }));
  const within = value && clampedYears(value.from, value.to, years);
  return (
    <BarRange
      labels={['From year', 'To year']}
      bars={bars}
      value={within && { first: within.from - years.from, last: within.to - years.from }}
      onChange={(taken) => onChange(taken && { from: years.from + taken.first, to: years.from + taken.last })}
      say={String}
      page={DECADE}
    />
  );
}
