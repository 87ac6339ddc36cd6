/** A scale of values: its ends, the steps that values go by, and the width of a class of them, 0 where each value is one. */
export interface BrushedScale {
  least: number;
  most: number;
  step: number;
  classWidth: number;
}

interface Span {
  from: number;
  to: number;
}

/** The span of values between two places of a scale, 0..1 from its lower end, at the nearest steps. */
export function spanBetween(scale: BrushedScale, one: number, other: number): Span {
  return { from: valueAt(scale, Math.min(one, other)), to: valueAt(scale, Math.max(one, other)) };
}

/** The class of values at a place of a scale, 0..1 from its lower end. */
export function classAt(scale: BrushedScale, place: number): Span {
  const { least, most, classWidth } = scale;
  if (classWidth === 0) return spanBetween(scale, place, place);
  const at = least + clampedPart(place) * (most - least);
  const from = Math.min(Math.floor(at / classWidth + CLOSE) * classWidth, most - classWidth);
  return { from: rounded(Math.max(least, from)), to: rounded(Math.min(most, from + classWidth)) };
}

const CLOSE = 1e-9;

function valueAt({ least, most, step }: BrushedScale, place: number): number {
  const value = least + clampedPart(place) * (most - least);
  return rounded(Math.min(most, Math.max(least, Math.round(value / step) * step)));
}

function clampedPart(place: number): number {
  return Math.min(1, Math.max(0, place));
}

/** Without what binary fractions add: 0.3, not 0.30000000000000004. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
