import type { Point } from './hull.ts';

/** The edges of the shortest tree that joins points (Prim 1957), as pairs of points. Cost grows with the square of their number. */
export function spanningTree<T extends Point>(points: readonly T[]): [T, T][] {
  const edges: [T, T][] = [];
  const distance = new Float64Array(points.length).fill(Number.POSITIVE_INFINITY);
  const joinedTo = new Int32Array(points.length).fill(-1);
  const isDone = new Uint8Array(points.length);
  for (let current = points.length > 0 ? 0 : -1; current >= 0; ) {
    isDone[current] = 1;
    const from = points[current];
    const before = points[joinedTo[current] ?? -1];
    if (from && before) edges.push([before, from]);
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < points.length; place++) {
      const point = points[place];
      if (isDone[place] === 1 || !from || !point) continue;
      const away = (point.x - from.x) ** 2 + (point.y - from.y) ** 2;
      if (away < (distance[place] ?? 0)) {
        distance[place] = away;
        joinedTo[place] = current;
      }
      if ((distance[place] ?? 0) < least) {
        least = distance[place] ?? 0;
        nearest = place;
      }
    }
    current = nearest;
  }
  return edges;
}
