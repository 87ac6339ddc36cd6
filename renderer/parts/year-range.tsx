import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { clampedYears, type YearCounts } from '../state/year-counts.ts';
import './year-range.css';

interface Props {
  years: YearCounts;
  /** Null for all years. */
  value: { from: number; to: number } | null;
  onChange: (value: { from: number; to: number } | null) => void;
  /** Height of the bars in CSS pixels. */
  height?: number;
}

/** Two handles over the number of papers of each year; drag across the bars, or move the handles by arrow keys. */
export function YearRange({ years, value, onChange, height = 40 }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const begun = useRef<number | null>(null);
  const { from, to } = value ?? years;
  const span = years.to - years.from + 1;
  const most = Math.max(...years.counts);
  const yearAt = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return years.from;
    return years.from + Math.min(span - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * span)));
  };
  const set = (a: number, b: number) => onChange(clampedYears(a, b, years));
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = nearestEnd(yearAt(event), value);
    set(begun.current, yearAt(event));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (begun.current !== null) set(begun.current, yearAt(event));
  };
  const end = () => {
    begun.current = null;
  };
  return (
    <div className="year-range">
      <div ref={track} className="year-range-bars" style={{ height }} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={end} onPointerCancel={end}>
        {years.counts.map((count, at) => {
          const year = years.from + at;
          return <span key={year} className={`year-range-bar ${year >= from && year <= to ? '' : 'is-out'}`} style={{ height: `${count === 0 ? 0 : Math.max(6, (count / most) * 100)}%` }} title={`${year}: ${count}`} />;
        })}
        <Handle label="From year" year={from} least={years.from} most={to} place={(from - years.from) / span} onChange={(year) => set(year, to)} />
        <Handle label="To year" year={to} least={from} most={years.to} place={(to - years.from + 1) / span} onChange={(year) => set(from, year)} />
      </div>
      <div className="year-range-ends" aria-hidden><span>{years.from}</span><span>{years.to}</span></div>
    </div>
  );
}

/** A drag that begins near an end of the range moves that end: its other end stays. Elsewhere a new range begins. */
function nearestEnd(year: number, value: Props['value']): number {
  if (!value) return year;
  if (year === value.from) return value.to;
  return year === value.to ? value.from : year;
}

interface HandleProps {
  label: string;
  year: number;
  least: number;
  most: number;
  /** Part of the width, 0..1. */
  place: number;
  onChange: (year: number) => void;
}

const DECADE = 10;

function Handle({ label, year, least, most, place, onChange }: HandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next = yearAfterKey(event.key, year, least, most);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(Math.min(most, Math.max(least, next)));
  };
  return (
    // A range input has one handle only.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <span role="slider" tabIndex={0} aria-label={label} aria-valuemin={least} aria-valuemax={most} aria-valuenow={year} className="year-range-handle" style={{ left: `${place * 100}%` }} onKeyDown={onKeyDown} />
  );
}

/** The year that a key of a slider leads to; null for other keys. */
function yearAfterKey(key: string, year: number, least: number, most: number): number | null {
  const steps: Record<string, number> = { ArrowLeft: year - 1, ArrowDown: year - 1, ArrowRight: year + 1, ArrowUp: year + 1, PageDown: year - DECADE, PageUp: year + DECADE, Home: least, End: most };
  return steps[key] ?? null;
}
