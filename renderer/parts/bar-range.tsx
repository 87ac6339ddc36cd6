import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { RangeBar } from '../state/count-bars.ts';
import { movedEnd, nearestEnd, takenBars, type TakenBars } from '../state/taken-bars.ts';
import './bar-range.css';

interface Props {
  /** Names of the two handles. */
  labels: readonly [string, string];
  bars: readonly RangeBar[];
  /** Null for all bars. */
  value: TakenBars | null;
  onChange: (value: TakenBars | null) => void;
  /** A value in words. */
  say: (value: number) => string;
  /** Bars that Page Up and Page Down go. */
  page?: number;
  /** Height of the bars in CSS pixels. */
  height?: number;
}

/** Two handles over bars that tell how many papers have each value; drag across the bars, or move the handles by arrow keys. */
export function BarRange({ labels: [lower, upper], bars, value, onChange, say, page = 5, height = 40 }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const begun = useRef<number | null>(null);
  const count = bars.length;
  const { first, last } = value ?? { first: 0, last: count - 1 };
  const most = Math.max(1, ...bars.map(({ papers }) => papers));
  const barAt = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    return Math.min(count - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * count)));
  };
  const take = (a: number, b: number) => onChange(takenBars(a, b, count));
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = nearestEnd(barAt(event), value);
    take(begun.current, barAt(event));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (begun.current !== null) take(begun.current, barAt(event));
  };
  const end = () => {
    begun.current = null;
  };
  const shared = { bars, page, say } as const;
  return (
    <div className="bar-range">
      <div ref={track} className="bar-range-bars" style={{ height }} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={end} onPointerCancel={end}>
        {bars.map(({ from, to, papers }, at) => (
          <span key={from} className={`bar-range-bar ${at >= first && at <= last ? '' : 'is-out'}`} style={{ height: `${papers === 0 ? 0 : Math.max(6, (papers / most) * 100)}%` }} title={`${say(from)}${to > from ? `–${say(to)}` : ''}: ${papers}`} />
        ))}
        <Handle {...shared} label={lower} bar={first} least={0} most={last} value={bars[first]?.from ?? 0} place={first / count} onMove={(bar) => take(bar, last)} />
        <Handle {...shared} label={upper} bar={last} least={first} most={count - 1} value={bars[last]?.to ?? 0} place={(last + 1) / count} onMove={(bar) => take(first, bar)} />
      </div>
      <div className="bar-range-ends" aria-hidden><span>{say(bars[0]?.from ?? 0)}</span><span>{say(bars.at(-1)?.to ?? 0)}</span></div>
    </div>
  );
}

interface HandleProps extends Pick<Props, 'bars' | 'say'> {
  label: string;
  /** Place of the bar that it stands at, and of those it may go to. */
  bar: number;
  least: number;
  most: number;
  page: number;
  value: number;
  /** Part of the width, 0..1. */
  place: number;
  onMove: (bar: number) => void;
}

function Handle({ bars, label, bar, least, most, page, value, say, place, onMove }: HandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedEnd(event.key, bar, { least, most, page });
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(next);
  };
  return (
    // A range input has one handle only.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <span role="slider" tabIndex={0} aria-label={label} aria-valuemin={bars[least]?.from} aria-valuemax={bars[most]?.to} aria-valuenow={value} aria-valuetext={say(value)} className="bar-range-handle" style={{ left: `${place * 100}%` }} onKeyDown={onKeyDown} />
  );
}
