import type { TopicMap } from '../../../shared/topic-map.ts';
import { evenSample } from './even-sample.ts';

/** Papers from which distances to all others are measured. */
const SAMPLE = 100;

/**
 * Stress-1 (Kruskal 1964, ratio scaling) of distances on the map against distances in the graph, in links, from a sample of papers to all
 * they are connected to: 0 where all are in one proportion, at most 1. It does not depend on the map's scale.
 */
export function measureStress(map: TopicMap): number {
  const place = new Map(map.papers.map(({ id }, paper) => [id, paper]));
  const neighbours: number[][] = map.papers.map(() => []);
  for (const { source, target } of map.links) {
    const from = place.get(source) ?? -1;
    const to = place.get(target) ?? -1;
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  let squaredOnMap = 0;
  let squaredInGraph = 0;
  let product = 0;
  const linked = [...map.papers.keys()].filter((paper) => (neighbours[paper]?.length ?? 0) > 0);
  for (const paper of evenSample(linked, SAMPLE)) {
    const own = map.papers[paper];
    for (const [other, steps] of stepsFrom(paper, neighbours).entries()) {
      const { x, y } = map.papers[other] ?? { x: 0, y: 0 };
      if (steps <= 0 || !own) continue;
      const distance = Math.hypot(x - own.x, y - own.y);
      squaredOnMap += distance * distance;
      squaredInGraph += steps * steps;
      product += distance * steps;
    }
  }
  if (squaredOnMap === 0) return 0;
  return Math.sqrt(Math.max(0, 1 - product ** 2 / (squaredOnMap * squaredInGraph)));
}

/** Links to go from one paper to each; -1 where no path leads. */
function stepsFrom(paper: number, neighbours: readonly (readonly number[])[]): Int32Array {
  const steps = new Int32Array(neighbours.length).fill(-1);
  const queue = [paper];
  steps[paper] = 0;
  for (const next of queue) {
    for (const other of neighbours[next] ?? []) {
      if (steps[other] !== -1) continue;
      steps[other] = (steps[next] ?? 0) + 1;
      queue.push(other);
    }
  }
  return steps;
}
