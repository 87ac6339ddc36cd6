import type { Positions } from '../model.ts';

/** An ellipse around points. */
export interface Ellipse {
  x: number;
  y: number;
  /** Direction of the longer axis. */
  cosine: number;
  sine: number;
  /** Length over width. */
  length: number;
}

/** The middle of points and the axes of their spread, no longer than `longest` times their width. */
export function mainAxes({ x, y }: Positions, longest: number): Ellipse {
  const middleX = meanOf(x);
  const middleY = meanOf(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let point = 0; point < x.length; point++) {
    const dx = (x[point] ?? 0) - middleX;
    const dy = (y[point] ?? 0) - middleY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const difference = Math.hypot(xx - yy, 2 * xy);
  const sum = xx + yy;
  const length = sum <= difference ? longest : Math.min(longest, Math.sqrt((sum + difference) / (sum - difference)));
  return { x: middleX, y: middleY, cosine: Math.cos(angle), sine: Math.sin(angle), length };
}

/** Turns and stretches points in place so that the ellipse becomes a disc around 0,0 of the same area. */
export function toDisc({ x, y }: Positions, ellipse: Ellipse): void {
  const { cosine, sine } = ellipse;
  const stretch = Math.sqrt(ellipse.length);
  for (let point = 0; point < x.length; point++) {
    const dx = (x[point] ?? 0) - ellipse.x;
    const dy = (y[point] ?? 0) - ellipse.y;
    x[point] = (cosine * dx + sine * dy) / stretch;
    y[point] = (cosine * dy - sine * dx) * stretch;
  }
}

/** Undoes `toDisc`. */
export function fromDisc({ x, y }: Positions, ellipse: Ellipse): void {
  const { cosine, sine } = ellipse;
  const stretch = Math.sqrt(ellipse.length);
  for (let point = 0; point < x.length; point++) {
    const along = (x[point] ?? 0) * stretch;
    const across = (y[point] ?? 0) / stretch;
    x[point] = ellipse.x + cosine * along - sine * across;
    y[point] = ellipse.y + sine * along + cosine * across;
  }
}

/** Multiplies all coordinates in place. */
export function scaleBy({ x, y }: Positions, factor: number): void {
  for (let point = 0; point < x.length; point++) {
    x[point] = (x[point] ?? 0) * factor;
    y[point] = (y[point] ?? 0) * factor;
  }
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(1, values.length);
}
