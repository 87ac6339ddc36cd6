import { contoursOf, fieldOver, smoothRing, type Field } from './contours.ts';
import type { Point } from './hull.ts';

/** Ground on which points are denser than a level. */
export interface DensityLevel {
  /** Part of the greatest density, 0..1. */
  part: number;
  /** Smooth rings; rings within rings are holes. */
  rings: Point[][];
}

/** Parts of the greatest density at which a new level begins. */
const LEVELS = [0.06, 0.16, 0.28, 0.42, 0.56, 0.7, 0.84];
/** Values of the field for each bandwidth. */
const VALUES_PER_BANDWIDTH = 2.5;
const MOST_VALUES = 60_000;
/** A Gaussian's width reaches this many bandwidths on each side. */
const REACH = 3;
/** So many running means one after the other are a Gaussian as good as none sees a difference (Kovesi 2010, "Fast almost-Gaussian filtering"). */
const PASSES = 3;

/** How dense points are, as levels from low to high: a kernel density with a Gaussian of a bandwidth, on a grid. Coarser where the grid would grow too large. Empty without points. */
export function densityLevels(points: readonly Point[], bandwidth: number): DensityLevel[] {
  if (points.length === 0) return [];
  const field = densityField(points, bandwidth);
  const most = field.values.reduce((greatest, value) => Math.max(greatest, value), 0);
  return LEVELS.map((part) => ({ part, rings: contoursOf(field, part * most).map((ring) => smoothRing(ring)) }));
}

/** The density of points on a grid, in points for each value of the grid. Its sum is the number of points. */
export function densityField(points: readonly Point[], bandwidth: number): Field {
  const box = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x - REACH * bandwidth);
    box.top = Math.min(box.top, y - REACH * bandwidth);
    box.right = Math.max(box.right, x + REACH * bandwidth);
    box.bottom = Math.max(box.bottom, y + REACH * bandwidth);
  }
  const step = Math.max(bandwidth / VALUES_PER_BANDWIDTH, Math.sqrt(((box.right - box.left) * (box.bottom - box.top)) / MOST_VALUES));
  const field = fieldOver(box, step);
  for (const point of points) drop(field, point);
  const half = Math.max(1, Math.round((Math.sqrt((12 * (bandwidth / step) ** 2) / PASSES + 1) - 1) / 2));
  for (let pass = 0; pass < PASSES; pass++) {
    for (let row = 0; row < field.rows; row++) runningMean(field.values, row * field.columns, 1, field.columns, half);
    for (let column = 0; column < field.columns; column++) runningMean(field.values, column, field.columns, field.rows, half);
  }
  return field;
}

/** Shares a point among the four values around it. */
function drop({ left, top, step, columns, values }: Field, { x, y }: Point): void {
  const column = (x - left) / step;
  const row = (y - top) / step;
  const place = Math.floor(row) * columns + Math.floor(column);
  const right = column - Math.floor(column);
  const below = row - Math.floor(row);
  values[place] = (values[place] ?? 0) + (1 - right) * (1 - below);
  values[place + 1] = (values[place + 1] ?? 0) + right * (1 - below);
  values[place + columns] = (values[place + columns] ?? 0) + (1 - right) * below;
  values[place + columns + 1] = (values[place + columns + 1] ?? 0) + right * below;
}

/** Replaces each value of a line by the mean of those up to `half` places away. What lies beyond the line is 0. */
function runningMean(values: Float32Array, start: number, stride: number, count: number, half: number): void {
  const line = new Float32Array(count);
  for (let place = 0; place < count; place++) line[place] = values[start + place * stride] ?? 0;
  let sum = 0;
  for (let place = 0; place < Math.min(half, count); place++) sum += line[place] ?? 0;
  for (let place = 0; place < count; place++) {
    if (place + half < count) sum += line[place + half] ?? 0;
    if (place - half > 0) sum -= line[place - half - 1] ?? 0;
    values[start + place * stride] = sum / (2 * half + 1);
  }
}
