import type { TopicMap } from '../../../shared/topic-map.ts';
import { evenSample } from './even-sample.ts';

export interface NeighbourMeasures {
  /** Trustworthiness at 10 (Venna & Kaski 2001), 0..1: whether neighbours on the map are alike in concepts. */
  trustworthiness: number;
  /** Share of papers' 10 nearest on the map that are of their topic. */
  sameTopicNearby: number;
}

const NEIGHBOURS = 10;
/** Papers looked at, evenly spread over the map's; every paper of a smaller map. */
const SAMPLE = 2000;

/**
 * How far the nearest on the map are the nearest in concepts: the ranks, by cosine of the map's own paper–concept weights, of each linked
 * paper's 10 nearest on the map. Papers equally alike share the middle of their ranks.
 */
export function measureNeighbours(map: TopicMap): NeighbourMeasures {
  const { papers } = map;
  const x = Float64Array.from(papers, (paper) => paper.x);
  const y = Float64Array.from(papers, (paper) => paper.y);
  const linked = papers.flatMap(({ topic }, paper) => (topic === null ? [] : [paper]));
  const sample = evenSample(linked, SAMPLE);
  const alike = new Likeness(map);
  let penalty = 0;
  let same = 0;
  let seen = 0;
  for (const paper of sample) {
    const near = nearestOnMap(x, y, paper, NEIGHBOURS);
    for (const rank of alike.ranksOf(paper, near)) penalty += Math.max(0, rank - NEIGHBOURS);
    for (const other of near) if (papers[other]?.topic === papers[paper]?.topic) same++;
    seen += near.length;
  }
  const worst = sample.length * NEIGHBOURS * (2 * papers.length - 3 * NEIGHBOURS - 1);
  return { trustworthiness: worst <= 0 ? 1 : 1 - (2 * penalty) / worst, sameTopicNearby: seen === 0 ? 1 : same / seen };
}

/** Nearest first; of two equally near the one that comes first. */
function nearestOnMap(x: Float64Array, y: Float64Array, paper: number, count: number): number[] {
  const near: number[] = [];
  const distances: number[] = [];
  const ownX = x[paper] ?? 0;
  const ownY = y[paper] ?? 0;
  for (let other = 0; other < x.length; other++) {
    const dx = (x[other] ?? 0) - ownX;
    const dy = (y[other] ?? 0) - ownY;
    const distance = dx * dx + dy * dy;
    if (other === paper || (near.length === count && distance >= (distances[count - 1] ?? 0))) continue;
    let place = near.length;
    while (place > 0 && (distances[place - 1] ?? 0) > distance) place--;
    near.splice(place, 0, other);
    distances.splice(place, 0, distance);
    near.length = Math.min(near.length, count);
    distances.length = near.length;
  }
  return near;
}

/** Cosines of papers, from the map's own paper–concept weights times inverse document frequency, by an inverted index. */
class Likeness {
  private readonly rows: { concept: number; value: number }[][];
  private readonly papersOf: { paper: number; value: number }[][];
  private readonly cosine: Float64Array;

  constructor(map: TopicMap) {
    const place = new Map(map.concepts.map(({ id }, concept) => [id, concept]));
    const rarity = map.concepts.map(({ papers }) => Math.log((map.papers.length + 1) / Math.max(1, papers)));
    this.cosine = new Float64Array(map.papers.length);
    this.papersOf = map.concepts.map(() => []);
    this.rows = map.papers.map(({ concepts }, paper) => {
      const weighed = concepts.map(({ id, weight }) => ({ concept: place.get(id) ?? -1, value: weight * (rarity[place.get(id) ?? -1] ?? 0) }));
      const size = Math.hypot(...weighed.map(({ value }) => value)) || 1;
      const row = weighed.map(({ concept, value }) => ({ concept, value: value / size }));
      for (const { concept, value } of row) this.papersOf[concept]?.push({ paper, value });
      return row;
    });
  }

  /** Ranks of `others` among all papers by likeness to `paper`, the most alike at 1. */
  ranksOf(paper: number, others: readonly number[]): number[] {
    const { cosine } = this;
    cosine.fill(0);
    for (const { concept, value } of this.rows[paper] ?? []) {
      for (const other of this.papersOf[concept] ?? []) cosine[other.paper] = (cosine[other.paper] ?? 0) + value * other.value;
    }
    cosine[paper] = -1;
    return others.map((other) => {
      const own = cosine[other] ?? 0;
      let above = 0;
      let equal = 0;
      for (const value of cosine) {
        if (value > own) above++;
        else if (value === own) equal++;
      }
      return above + (1 + equal) / 2;
    });
  }
}
