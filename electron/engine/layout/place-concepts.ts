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
  const mentions = mentionsOf(index, concepts);
  const topicOf = strongestTopics(mentions, concepts.length, partition);
  const before = concepts.map(all.placeBefore);
  const { x, y } = wishes(mentions, topicOf, before, partition, papers);
  const places = new FreePlaces(Math.min(all.distance, Math.sqrt((AREA_PER_PAPER * papers.x.length) / (papers.x.length + concepts.length))));
  const areAllKnown = before.every((known) => known !== null);
  if (!areAllKnown) for (let paper = 0; paper < papers.x.length; paper++) places.take(papers.x[paper] ?? 0, papers.y[paper] ?? 0);
  if (!areAllKnown) for (const known of before) if (known) places.take(known.x, known.y);
  for (const [place, known] of before.entries()) {
    const free = known ?? places.nearest(x[place] ?? 0, y[place] ?? 0);
    if (!known) places.take(free.x, free.y);
    x[place] = free.x;
    y[place] = free.y;
  }
  return { x, y, topicOf };
}

/** Where the concepts that have no place yet want to be. Those that flow with them are moved too, the others stay at 0. */
function wishes(mentions: Mentions, topicOf: Int32Array, before: readonly unknown[], partition: TopicPartition, papers: Positions): Positions {
  const isOpen = new Uint8Array(partition.count);
  for (const [place, known] of before.entries()) if (known === null && (topicOf[place] as number) >= 0) isOpen[topicOf[place] as number] = 1;
  const isAsked = (place: number) => before[place] === null || isOpen[topicOf[place] as number] === 1;
  const middles = weightedMiddles(mentions, topicOf, isAsked, partition, papers);
  spreadWithinTopics(middles, topicOf, isOpen, partition, papers);
  return middles;
}

/** Papers that mention each concept, ascending, with its value there: those of the concept at a place are at offsets[place]..offsets[place + 1). */
interface Mentions {
  offsets: Uint32Array;
  papers: Uint32Array;
  values: Float32Array;
}

function mentionsOf({ concepts: { length: conceptCount }, paperConcepts }: ConceptIndex, concepts: readonly number[]): Mentions {
  const { offsets: starts, indices, values } = paperConcepts;
  const placeOf = new Int32Array(conceptCount).fill(-1);
  for (const [place, concept] of concepts.entries()) placeOf[concept] = place;
  const offsets = new Uint32Array(concepts.length + 1);
  for (const concept of indices) if ((placeOf[concept] as number) >= 0) offsets[(placeOf[concept] as number) + 1]!++;
  for (let place = 0; place < concepts.length; place++) offsets[place + 1]! += offsets[place] as number;
  const next = offsets.slice();
  const mentions: Mentions = { offsets, papers: new Uint32Array(offsets.at(-1) ?? 0), values: new Float32Array(offsets.at(-1) ?? 0) };
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    for (let entry = starts[paper] as number; entry < (starts[paper + 1] as number); entry++) {
      const place = placeOf[indices[entry] as number] as number;
      if (place < 0) continue;
      const at = next[place]!++;
      mentions.papers[at] = paper;
      mentions.values[at] = values[entry] as number;
    }
  }
  return mentions;
}

function strongestTopics({ offsets, papers, values }: Mentions, conceptCount: number, partition: TopicPartition): Int32Array {
  const weights = new Float64Array(partition.count);
  return Int32Array.from({ length: conceptCount }, (_, place) => {
    const [start, end] = [offsets[place] as number, offsets[place + 1] as number];
    let strongest = -1;
    let most = 0;
    for (let at = start; at < end; at++) {
      const topic = partition.topicOf[papers[at] as number] as number;
      if (topic >= 0) weights[topic]! += values[at] as number;
    }
    for (let at = start; at < end; at++) {
      const topic = partition.topicOf[papers[at] as number] as number;
      const weight = topic < 0 ? 0 : (weights[topic] as number);
      if (weight > most || (weight === most && topic >= 0 && topic < strongest)) {
        strongest = topic;
        most = weight;
      }
    }
    for (let at = start; at < end; at++) {
      const topic = partition.topicOf[papers[at] as number] as number;
      if (topic >= 0) weights[topic] = 0;
    }
    return strongest;
  });
}

/** The middles of concepts' papers in their own topic, of those that are asked for. */
function weightedMiddles({ offsets, papers: mentioned, values }: Mentions, topicOf: Int32Array, isAsked: (place: number) => boolean, partition: TopicPartition, papers: Positions): Positions {
  const x = new Float64Array(topicOf.length);
  const y = new Float64Array(topicOf.length);
  for (let place = 0; place < topicOf.length; place++) {
    if (!isAsked(place)) continue;
    let total = 0;
    for (let at = offsets[place] as number; at < (offsets[place + 1] as number); at++) {
      const paper = mentioned[at] as number;
      const value = values[at] as number;
      if (partition.topicOf[paper] !== topicOf[place]) continue;
      x[place]! += value * (papers.x[paper] as number);
      y[place]! += value * (papers.y[paper] as number);
      total += value;
    }
    x[place]! /= total || 1;
    y[place]! /= total || 1;
  }
  return { x, y };
}

/** Lets the concepts of each topic that is open flow from crowded to empty parts of the ground that its papers cover. */
function spreadWithinTopics(concepts: Positions, topicOf: Int32Array, isOpen: Uint8Array, partition: TopicPartition, papers: Positions): void {
  const conceptsOf = membersOf({ topicOf, count: partition.count });
  for (const [topic, members] of membersOf(partition).entries()) {
    const own = conceptsOf[topic];
    if (!own || isOpen[topic] === 0 || own.length < SPREADING.leastConcepts || members.length < 2) continue;
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
