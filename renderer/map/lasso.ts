import type { Point } from '../../shared/hull.ts';

/** Points of a lasso closer together than this are one, in pixels. */
const LEAST_STEP = 3;

/** The corners of the box between two points. */
export function boxOutline(from: Point, to: Point): Point[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** A lasso with one more point; the same where the point is next to the last one. */
export function extendedLasso(outline: readonly Point[], point: Point): readonly Point[] {
  const last = outline.at(-1);
  return last && Math.hypot(point.x - last.x, point.y - last.y) < LEAST_STEP ? outline : [...outline, point];
}

/** Whether a point is inside a closed outline, by the even-odd rule: a ray to the right crosses it an odd number of times. */
export function isInside({ x, y }: Point, outline: readonly Point[]): boolean {
  let inside = false;
  let before = outline.at(-1);
  for (const corner of outline) {
    if (before && corner.y > y !== before.y > y && x < corner.x + ((before.x - corner.x) * (y - corner.y)) / (before.y - corner.y)) inside = !inside;
    before = corner;
  }
  return inside;
}

/** Those of some points that are inside an outline; points outside its box are not looked at closely. */
export function pointsInside<T extends Point>(points: Iterable<T>, outline: readonly Point[]): T[] {
  const box = { left: Math.min(...outline.map(({ x }) => x)), right: Math.max(...outline.map(({ x }) => x)), top: Math.min(...outline.map(({ y }) => y)), bottom: Math.max(...outline.map(({ y }) => y)) };
  return Array.from(points).filter((point) => point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom && isInside(point, outline));
}
