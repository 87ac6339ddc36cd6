import type { ConceptIndex, Positions, TopicPartition } from '../model.ts';
import { fromDisc, mainAxes, scaleBy, toDisc } from './ellipse.ts';
import { evenOut } from './even-out.ts';
import { FreePlaces } from './free-places.ts';
import { membersOf } from './topic-graphs.ts';

export interface ConceptPlacementOptions {
  /** Least distance of a concept's centre from others' and papers', where there is room. */
  distance: number;
  /** Where a concept (by index) was before and stays; null for one without such a place. */
  placeBefore: (concept: number) => { x: number; y: number } | null;
}

export const DEFAULT_CONCEPT_PLACEMENT: ConceptPlacementOptions = { distance: 12, placeBefore: () => null };

/** Map area for which concepts and papers are to make do, per paper: two fifths of what papers alone have, since they can't be packed closer and stay near their middles. */
const AREA_PER_PAPER = 360;

/** Concepts of a topic are spread by grids of ever more cells a side, so many rounds each; a few are left where they are. */
const SPREADING = { cells: [6, 12, 24, 48], rounds: 8, leastConcepts: 20 };
/** Longest form of a topic's ground, length over width. */
const LONGEST = 2;

export interface ConceptPlaces extends Positions {
  /** Topic in which most of the concept's weight lies; -1 where only unlinked papers mention it. */
  topicOf: Int32Array;
}

/**
 * Places of `concepts` (indices) on a map of papers: each in the weighted middle of its papers in its own topic, spread over the topic's
 * ground where these crowd, and then at the nearest place that is free of papers and of the concepts before it; those that have a place from
 * before keep it. Arrays follow the order of `concepts`. Where there are many more concepts than papers they lie closer together.
 */
export function placeConcepts(
  index: ConceptIndex,
  concepts: readonly number[],
  partition: TopicPartition,
  papers: Positions,
  options: Partial<ConceptPlacementOptions> = {},
): ConceptPlaces {
  const all = { ...DEFAULT_CONCEPT_PLACEMENT, ...options };
  const placeOf = new Map(concepts.map((concept, place) => [concept, place]));
  const topicOf = strongestTopics(index, placeOf, partition);
  const { x, y } = weightedMiddles(index, placeOf, partition, papers, topicOf);
  spreadWithinTopics({ x, y }, topicOf, partition, papers);
  const places = new FreePlaces(Math.min(all.distance, Math.sqrt((AREA_PER_PAPER * papers.x.length) / (papers.x.length + concepts.length))));
  for (let paper = 0; paper < papers.x.length; paper++) places.take(papers.x[paper] ?? 0, papers.y[paper] ?? 0);
  const before = concepts.map(all.placeBefore);
  for (const known of before) if (known) places.take(known.x, known.y);
  for (const [place, known] of before.entries()) {
    const free = known ?? places.nearest(x[place] ?? 0, y[place] ?? 0);
    if (!known) places.take(free.x, free.y);
    x[place] = free.x;
    y[place] = free.y;
  }
  return { x, y, topicOf };
}

/** Calls back for each mention of one of the concepts in a paper. */
function forEachValue(index: ConceptIndex, placeOf: ReadonlyMap<number, number>, visit: (place: number, paper: number, value: number) => void): void {
  const { offsets, indices, values } = index.paperConcepts;
  for (let paper = 0; paper + 1 < offsets.length; paper++) {
    for (let entry = offsets[paper] ?? 0; entry < (offsets[paper + 1] ?? 0); entry++) {
      const place = placeOf.get(indices[entry] ?? 0);
      if (place !== undefined) visit(place, paper, values[entry] ?? 0);
    }
  }
}

function strongestTopics(index: ConceptIndex, placeOf: ReadonlyMap<number, number>, partition: TopicPartition): Int32Array {
  const weights: Map<number, number>[] = Array.from(placeOf, () => new Map());
  forEachValue(index, placeOf, (place, paper, value) => {
    const topic = partition.topicOf[paper] ?? -1;
    const known = weights[place];
    if (topic >= 0 && known) known.set(topic, (known.get(topic) ?? 0) + value);
  });
  return Int32Array.from(weights, (byTopic) => {
    let strongest = -1;
    let most = 0;
    for (const [topic, weight] of byTopic) {
      if (weight > most || (weight === most && topic < strongest)) {
        strongest = topic;
        most = weight;
      }
    }
    return strongest;
  });
}

function weightedMiddles(
  index: ConceptIndex,
  placeOf: ReadonlyMap<number, number>,
  partition: TopicPartition,
  papers: Positions,
  topicOf: Int32Array,
): Positions {
  const x = new Float64Array(placeOf.size);
  const y = new Float64Array(placeOf.size);
  const total = new Float64Array(placeOf.size);
  forEachValue(index, placeOf, (place, paper, value) => {
    if (partition.topicOf[paper] !== topicOf[place]) return;
    x[place] = (x[place] ?? 0) + value * (papers.x[paper] ?? 0);
    y[place] = (y[place] ?? 0) + value * (papers.y[paper] ?? 0);
    total[place] = (total[place] ?? 0) + value;
  });
  return { x: x.map((sum, place) => sum / (total[place] || 1)), y: y.map((sum, place) => sum / (total[place] || 1)) };
}

/** Lets the concepts of each topic flow from crowded to empty parts of the ground that its papers cover. */
function spreadWithinTopics(concepts: Positions, topicOf: Int32Array, partition: TopicPartition, papers: Positions): void {
  const conceptsOf = membersOf({ topicOf, count: partition.count });
  for (const [topic, members] of membersOf(partition).entries()) {
    const own = conceptsOf[topic];
    if (!own || own.length < SPREADING.leastConcepts || members.length < 2) continue;
    const ground = { x: Float64Array.from(members, (paper) => papers.x[paper] ?? 0), y: Float64Array.from(members, (paper) => papers.y[paper] ?? 0) };
    const ellipse = mainAxes(ground, LONGEST);
    toDisc(ground, ellipse);
    const radius = ground.x.reduce((reach, value, paper) => Math.max(reach, Math.hypot(value, ground.y[paper] ?? 0)), 0);
    const spread = { x: Float64Array.from(own, (concept) => concepts.x[concept] ?? 0), y: Float64Array.from(own, (concept) => concepts.y[concept] ?? 0) };
    toDisc(spread, ellipse);
    scaleBy(spread, 1 / radius);
    for (const cells of SPREADING.cells) evenOut(spread, SPREADING.rounds, cells);
    scaleBy(spread, radius);
    fromDisc(spread, ellipse);
    for (const [place, concept] of own.entries()) {
      concepts.x[concept] = spread.x[place] ?? 0;
      concepts.y[concept] = spread.y[place] ?? 0;
    }
  }
}
