import type { Positions } from '../model.ts';

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

/** The box around the points for which `counts` is true; empty at 0,0 where there are none. */
export function boundsOf({ x, y }: Positions, counts: (point: number) => boolean = () => true): Bounds {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let point = 0; point < x.length; point++) {
    if (!counts(point)) continue;
    left = Math.min(left, x[point] ?? 0);
    right = Math.max(right, x[point] ?? 0);
    top = Math.min(top, y[point] ?? 0);
    bottom = Math.max(bottom, y[point] ?? 0);
  }
  if (left > right) return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}
