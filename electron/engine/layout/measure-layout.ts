import type { TopicMap } from '../../../shared/topic-map.ts';

export interface LayoutMeasures {
  /** Trustworthiness at 10 (Venna & Kaski 2001), 0..1: whether neighbours on the map are alike in concepts. */
  trustworthiness: number;
  /** Pairs of papers whose discs (10 units wide) overlap. */
  overlaps: number;
  /** Share of papers' 10 nearest on the map that are of their topic. */
  sameTopicNearby: number;
  /** Width over height. */
  aspect: number;
  /** Map area per paper, in square units. */
  areaPerPaper: number;
}

const NEIGHBOURS = 10;
const DISC_WIDTH = 10;
/** Papers looked at, evenly spread over the map's: enough for a figure of two digits. */
const SAMPLE = 400;

/** How well a map's layout keeps relatives together and papers apart. */
export function measureLayout(map: TopicMap): LayoutMeasures {
  const { papers } = map;
  const x = papers.map((paper) => paper.x);
  const y = papers.map((paper) => paper.y);
  const step = Math.max(1, Math.floor(papers.length / SAMPLE));
  const sample = papers.map((_, paper) => paper).filter((paper) => paper % step === 0 && papers[paper]?.topic !== null);
  const similarTo = similarityOf(map);
  let penalty = 0;
  let same = 0;
  let seen = 0;
  for (const paper of sample) {
    const near = nearestOnMap(x, y, paper, NEIGHBOURS);
    const ranks = ranksOf(similarTo(paper), paper);
    for (const other of near) {
      penalty += Math.max(0, (ranks[other] ?? 0) - NEIGHBOURS);
      seen++;
      if (papers[other]?.topic === papers[paper]?.topic) same++;
    }
  }
  const worst = sample.length * NEIGHBOURS * (2 * papers.length - 3 * NEIGHBOURS - 1);
  const width = extentOf(x);
  const height = extentOf(y);
  return {
    trustworthiness: worst <= 0 ? 1 : rounded(1 - (2 * penalty) / worst),
    overlaps: countOverlaps(x, y),
    sameTopicNearby: seen === 0 ? 1 : rounded(same / seen),
    aspect: height === 0 ? 0 : rounded(width / height),
    areaPerPaper: papers.length === 0 ? 0 : Math.round((width * height) / papers.length),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function extentOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) - values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

/** Cosine of a paper with every other, from the map's own paper–concept weights times inverse document frequency. */
function similarityOf(map: TopicMap): (paper: number) => Float64Array {
  const idf = new Map(map.concepts.map((concept) => [concept.id, Math.log((map.papers.length + 1) / Math.max(1, concept.papers))]));
  const papersOf = new Map<string, { paper: number; value: number }[]>();
  const rows = map.papers.map((paper, place) => {
    const weighed = paper.concepts.map(({ id, weight }) => ({ id, value: weight * (idf.get(id) ?? 0) }));
    const size = Math.hypot(...weighed.map(({ value }) => value)) || 1;
    const row = weighed.map(({ id, value }) => ({ id, value: value / size }));
    for (const { id, value } of row) {
      const known = papersOf.get(id);
      if (known) known.push({ paper: place, value });
      else papersOf.set(id, [{ paper: place, value }]);
    }
    return row;
  });
  return (paper) => {
    const similarity = new Float64Array(map.papers.length);
    for (const { id, value } of rows[paper] ?? []) {
      for (const other of papersOf.get(id) ?? []) similarity[other.paper] = (similarity[other.paper] ?? 0) + value * other.value;
    }
    return similarity;
  };
}

/** Rank of each paper by similarity, the most similar at 1; equals share the middle of their ranks. */
function ranksOf(similarity: Float64Array, paper: number): Float64Array {
  const order = Array.from(similarity.keys()).filter((other) => other !== paper).sort((a, b) => (similarity[b] ?? 0) - (similarity[a] ?? 0) || a - b);
  const ranks = new Float64Array(similarity.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && similarity[order[end] ?? 0] === similarity[order[start] ?? 0]) end++;
    for (let place = start; place < end; place++) ranks[order[place] ?? 0] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function nearestOnMap(x: readonly number[], y: readonly number[], paper: number, count: number): number[] {
  const distance = x.map((value, other) => (value - (x[paper] ?? 0)) ** 2 + ((y[other] ?? 0) - (y[paper] ?? 0)) ** 2);
  return Array.from(x.keys())
    .filter((other) => other !== paper)
    .sort((a, b) => (distance[a] ?? 0) - (distance[b] ?? 0) || a - b)
    .slice(0, count);
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
