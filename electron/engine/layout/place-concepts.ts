import type { ConceptIndex, Positions, TopicPartition } from '../model.ts';
import { separatePoints } from './separate-points.ts';

export interface ConceptPlacementOptions {
  /** Least distance of a concept's centre from others' and papers'. */
  distance: number;
  /** What papers of other topics count for in a concept's place, 0..1: below 1, concepts stay out of the gaps between topics. */
  outsideWeight: number;
  /** Where a concept (by index) was before and stays; null for one without such a place. */
  placeBefore: (concept: number) => { x: number; y: number } | null;
}

export const DEFAULT_CONCEPT_PLACEMENT: ConceptPlacementOptions = { distance: 12, outsideWeight: 0.15, placeBefore: () => null };

export interface ConceptPlaces extends Positions {
  /** Topic in which most of the concept's weight lies; -1 where only unlinked papers mention it. */
  topicOf: Int32Array;
}

/**
 * Places of `concepts` (indices) on a map of papers: each in the weighted middle of its papers, those of its own topic foremost,
 * then moved apart so that no concept covers another or a paper, but for those that have a place from before. Arrays follow
 * the order of `concepts`.
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
  const middle = weightedMiddles(index, placeOf, partition, papers, topicOf, all.outsideWeight);
  const paperCount = papers.x.length;
  const x = new Float64Array(paperCount + concepts.length);
  const y = new Float64Array(paperCount + concepts.length);
  x.set(papers.x);
  y.set(papers.y);
  x.set(middle.x, paperCount);
  y.set(middle.y, paperCount);
  const fixed = new Uint8Array(x.length).fill(1, 0, paperCount);
  for (const [place, concept] of concepts.entries()) {
    const before = all.placeBefore(concept);
    if (!before) continue;
    x[paperCount + place] = before.x;
    y[paperCount + place] = before.y;
    fixed[paperCount + place] = 1;
  }
  separatePoints(x, y, { distance: all.distance, fixed, maxSweeps: 150 });
  return { x: x.slice(paperCount), y: y.slice(paperCount), topicOf };
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
  outsideWeight: number,
): Positions {
  const x = new Float64Array(placeOf.size);
  const y = new Float64Array(placeOf.size);
  const total = new Float64Array(placeOf.size);
  forEachValue(index, placeOf, (place, paper, value) => {
    const weight = partition.topicOf[paper] === topicOf[place] ? value : value * outsideWeight;
    x[place] = (x[place] ?? 0) + weight * (papers.x[paper] ?? 0);
    y[place] = (y[place] ?? 0) + weight * (papers.y[paper] ?? 0);
    total[place] = (total[place] ?? 0) + weight;
  });
  return { x: x.map((sum, place) => sum / (total[place] || 1)), y: y.map((sum, place) => sum / (total[place] || 1)) };
}
