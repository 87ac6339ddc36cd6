import './value-range.css';

interface Props {
  /** Names of the handles: of both ends, or of the lower one alone. */
  labels: readonly [string, string] | readonly [string];
  least: number;
  most: number;
  step: number;
  from: number;
  to: number;
  /** A value in words. */
  say: (value: number) => string;
  onChange: (from: number, to: number) => void;
}

/** A part of a scale of values, set with one handle or two: native sliders that share a track, so that mouse and keys work as everywhere. */
export function ValueRange({ labels: [lower, upper], least, most, step, from, to, say, onChange }: Props) {
  const part = (value: number) => `${most === least ? 0 : (100 * (value - least)) / (most - least)}%`;
  const shared = { min: least, max: most, step } as const;
  return (
    <div className="value-range" style={{ '--from': part(from), '--to': part(to) }}>
      <i className="value-range-outside is-below" aria-hidden />
      {upper !== undefined && <i className="value-range-outside is-above" aria-hidden />}
      <input type="range" {...shared} value={from} aria-label={lower} aria-valuetext={say(from)} title={say(from)} onChange={({ currentTarget }) => onChange(Math.min(currentTarget.valueAsNumber, to), to)} />
      {upper !== undefined && <input type="range" {...shared} value={to} aria-label={upper} aria-valuetext={say(to)} title={say(to)} onChange={({ currentTarget }) => onChange(from, Math.max(currentTarget.valueAsNumber, from))} />}
    </div>
  );
}
