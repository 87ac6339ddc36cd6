import type { TopicMap } from '../../../shared/topic-map.ts';
import { measureCrossings } from './measure-crossings.ts';
import { measureNeighbours, type NeighbourMeasures } from './measure-neighbours.ts';
import { measureStress } from './measure-stress.ts';

export interface LayoutMeasures extends NeighbourMeasures {
  /** Share of pairs of links between topics that cross, 0..1. */
  crossings: number;
  /** Stress-1 of distances on the map against links to go, 0..1. */
  stress: number;
  /** Pairs of papers whose discs (10 units wide) overlap. */
  overlaps: number;
  /** Width over height. */
  aspect: number;
  /** Map area per paper, in square units. */
  areaPerPaper: number;
}

const DISC_WIDTH = 10;

/** How well a map's layout keeps relatives together and papers apart; shares to three decimals. Large maps are sampled, always alike. */
export function measureLayout(map: TopicMap): LayoutMeasures {
  const x = map.papers.map((paper) => paper.x);
  const y = map.papers.map((paper) => paper.y);
  const { trustworthiness, sameTopicNearby } = measureNeighbours(map);
  const width = extentOf(x);
  const height = extentOf(y);
  return {
    trustworthiness: rounded(trustworthiness),
    sameTopicNearby: rounded(sameTopicNearby),
    crossings: rounded(measureCrossings(map)),
    stress: rounded(measureStress(map)),
    overlaps: countOverlaps(x, y),
    aspect: height === 0 ? 0 : rounded(width / height),
    areaPerPaper: map.papers.length === 0 ? 0 : Math.round((width * height) / map.papers.length),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function extentOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) - values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function countOverlaps(x: readonly number[], y: readonly number[]): number {
  const order = Array.from(x.keys()).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0));
  let overlaps = 0;
  for (const [place, paper] of order.entries()) {
    for (let next = place + 1; next < order.length; next++) {
      const other = order[next] ?? 0;
      const dx = (x[other] ?? 0) - (x[paper] ?? 0);
      if (dx >= DISC_WIDTH) break;
      const dy = (y[other] ?? 0) - (y[paper] ?? 0);
      if (dx * dx + dy * dy < DISC_WIDTH * DISC_WIDTH) overlaps++;
    }
  }
  return overlaps;
}
