import type { Positions } from '../model.ts';

/** Directions in which an outline is known, an even number: direction k turns by 2π k / DIRECTIONS from the x axis. */
export const DIRECTIONS = 32;
export const COSINES = Float64Array.from({ length: DIRECTIONS }, (_, direction) => Math.cos((2 * Math.PI * direction) / DIRECTIONS));
export const SINES = Float64Array.from({ length: DIRECTIONS }, (_, direction) => Math.sin((2 * Math.PI * direction) / DIRECTIONS));

/** How far points reach from 0,0 in each direction: the support function of their convex hull. */
export function outlineOf({ x, y }: Positions): Float64Array {
  return Float64Array.from({ length: DIRECTIONS }, (_, direction) => {
    const cosine = COSINES[direction] ?? 0;
    const sine = SINES[direction] ?? 0;
    let reach = Number.NEGATIVE_INFINITY;
    for (let point = 0; point < x.length; point++) reach = Math.max(reach, cosine * (x[point] ?? 0) + sine * (y[point] ?? 0));
    return Math.max(0, reach);
  });
}
