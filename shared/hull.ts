export interface Point {
  x: number;
  y: number;
}

/** Convex hull of points, counter-clockwise, without collinear points (Andrew's monotone chain, 1979). Fewer than three distinct points are given back as they are. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (!a || !b) return 1;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/**
 * The points that make up the body of a group: those within `reach` times the median distance from the group's
 * middle, so that one stray member does not stretch the group's outline over others.
 */
export function coreOf(points: readonly Point[], reach = 2.2): Point[] {
  if (points.length < 4) return [...points];
  const middle = { x: median(points.map((point) => point.x)), y: median(points.map((point) => point.y)) };
  const distance = (point: Point) => Math.hypot(point.x - middle.x, point.y - middle.y);
  const limit = reach * median(points.map(distance));
  return points.filter((point) => distance(point) <= limit);
}

/** Middle value of numbers; the upper one of two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
