import { UNWATCHED, type SparseRows, type Watch } from '../model.ts';
import { BestOf } from './best-of.ts';
import { transpose } from './transpose.ts';
import { columnPoints, type SparseMatrix } from './truncated-svd.ts';

export interface NearOptions {
  dimensions: number;
  /** Near concepts kept for each. */
  near: number;
  /** Least cosine between the company that two concepts keep. */
  minNearness: number;
  /** Concepts in fewer papers say too little of their company. */
  minPapers: number;
  /** Papers that are looked at, spread evenly over the collection. */
  papers: number;
  /** The most frequent concepts, among which near ones are looked for. */
  concepts: number;
}

export const DEFAULT_NEAR_OPTIONS: NearOptions = { dimensions: 48, near: 10, minNearness: 0.5, minPapers: 3, papers: 20_000, concepts: 6_000 };

/** Fewer papers, or concepts, tell nothing of company. */
const LEAST_PAPERS = 200;

/** The first look is this much wider than the last, so that concepts meet that are near to the same ones only. */
const WIDER = 1.4;

const ROUNDS = 3;
const SEED = 20_260;

/** Papers of a concept in which its companions are counted, and companions whose company is compared. */
const PAPERS_PER_CONCEPT = 64;
const COMPANIONS = 48;

/**
 * The concepts that keep the same company as a concept, nearest first, with the cosine of what they share: concept → concepts.
 *
 * Company is what latent semantic analysis makes of papers × concepts (Deerwester et al. 1990): two concepts are near when they occur with the same others,
 * whether or not they occur together much. Compared are those that occur together at all, and the nearest of those nearest.
 */
export function nearConcepts(papers: SparseMatrix, options: NearOptions = DEFAULT_NEAR_OPTIONS, watch: Watch = UNWATCHED): SparseRows {
  const frequent = frequentConcepts(papers, options);
  const sample = sampledRows(papers, frequent, options.papers);
  const known = Math.min(sample.offsets.length - 1, frequent.length);
  if (known < LEAST_PAPERS) return { offsets: new Uint32Array(papers.columns + 1), indices: new Uint32Array(0), values: new Float32Array(0) };
  const dimensions = Math.min(options.dimensions, Math.floor(known / 3));
  const points = unitRows(columnPoints(sample, { dimensions, rounds: ROUNDS, seed: SEED }, watch), dimensions);
  const finder = new Finder(points, sample, dimensions);
  const first = finder.rows((concept, offer) => finder.companions(concept, offer), { near: Math.ceil(WIDER * options.near), minNearness: options.minNearness / WIDER }, watch);
  return spread(finder.rows((concept, offer) => offerNeighbourhood(first, concept, offer), options, watch), frequent, papers.columns);
}

type Offer = (concept: number) => void;

/** The concepts in most papers, as many as are looked at, ascending. */
function frequentConcepts({ indices, columns }: SparseMatrix, options: NearOptions): Uint32Array {
  const counts = new Uint32Array(columns);
  for (const concept of indices) counts[concept]!++;
  const known = Uint32Array.from(counts.keys()).filter((concept) => (counts[concept] as number) >= options.minPapers);
  if (known.length <= options.concepts) return known;
  return known.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b).slice(0, options.concepts).sort();
}

/** Papers, thinned out evenly to at most `most`, over some concepts only, numbered by their place; rows of length one. */
function sampledRows(matrix: SparseMatrix, concepts: Uint32Array, most: number): SparseMatrix {
  const placeOf = new Int32Array(matrix.columns).fill(-1);
  for (const [place, concept] of concepts.entries()) placeOf[concept] = place;
  const rows = matrix.offsets.length - 1;
  const step = Math.max(1, Math.ceil(rows / most));
  const offsets = new Uint32Array(Math.ceil(rows / step) + 1);
  const indices = new Uint32Array(matrix.indices.length);
  const values = new Float32Array(matrix.indices.length);
  let at = 0;
  for (let row = 0, kept = 0; row < rows; row += step, kept++) {
    const start = at;
    let squares = 0;
    for (let entry = matrix.offsets[row] as number; entry < (matrix.offsets[row + 1] as number); entry++) {
      const place = placeOf[matrix.indices[entry] as number] as number;
      if (place < 0) continue;
      indices[at] = place;
      values[at++] = matrix.values[entry] as number;
      squares += (matrix.values[entry] as number) ** 2;
    }
    const size = Math.sqrt(squares) || 1;
    for (let entry = start; entry < at; entry++) values[entry]! /= size;
    offsets[kept + 1] = at;
  }
  return { offsets, indices: indices.slice(0, at), values: values.slice(0, at), columns: concepts.length };
}

/** Rows and indices over some concepts, as rows over all. */
function spread(rows: SparseRows, concepts: Uint32Array, count: number): SparseRows {
  const offsets = new Uint32Array(count + 1);
  for (const [place, concept] of concepts.entries()) offsets[concept + 1] = (rows.offsets[place + 1] as number) - (rows.offsets[place] as number);
  for (let concept = 0; concept < count; concept++) offsets[concept + 1]! += offsets[concept] as number;
  return { offsets, indices: rows.indices.map((place) => concepts[place] as number), values: rows.values };
}

function unitRows(points: Float32Array, dimensions: number): Float32Array {
  for (let row = 0; row < points.length; row += dimensions) {
    let squares = 0;
    for (let axis = 0; axis < dimensions; axis++) squares += (points[row + axis] as number) ** 2;
    const size = Math.sqrt(squares) || 1;
    for (let axis = 0; axis < dimensions; axis++) points[row + axis]! /= size;
  }
  return points;
}

/** The nearest of a concept's nearest, and these themselves. */
function offerNeighbourhood({ offsets, indices }: SparseRows, concept: number, offer: Offer): void {
  for (let entry = offsets[concept] as number; entry < (offsets[concept + 1] as number); entry++) {
    const near = indices[entry] as number;
    offer(near);
    for (let further = offsets[near] as number; further < (offsets[near + 1] as number); further++) offer(indices[further] as number);
  }
}

class Finder {
  readonly #points: Float32Array;
  readonly #papers: SparseMatrix;
  readonly #byConcept: SparseMatrix;
  readonly #dimensions: number;
  /** By concept: the last concept it was offered to, counted from 1. */
  readonly #offeredTo: Uint32Array;
  readonly #together: Float32Array;
  readonly #companions = new BestOf(COMPANIONS);

  constructor(points: Float32Array, papers: SparseMatrix, dimensions: number) {
    this.#points = points;
    this.#papers = papers;
    this.#byConcept = transpose(papers);
    this.#dimensions = dimensions;
    this.#offeredTo = new Uint32Array(papers.columns);
    this.#together = new Float32Array(papers.columns);
  }

  /** The nearest of the concepts that `candidates` offers, for each concept. */
  rows(candidates: (concept: number, offer: Offer) => void, { near, minNearness }: Pick<NearOptions, 'near' | 'minNearness'>, watch: Watch): SparseRows {
    const offsets = new Uint32Array(this.#papers.columns + 1);
    const indices: number[] = [];
    const values: number[] = [];
    const best = new BestOf(near);
    for (let concept = 0; concept < this.#papers.columns; concept++) {
      if (concept % 1024 === 0) watch.check();
      best.clear();
      candidates(concept, (other) => {
        if (other === concept || this.#offeredTo[other] === concept + 1) return;
        this.#offeredTo[other] = concept + 1;
        const nearness = this.#nearness(concept, other);
        if (nearness >= minNearness) best.offer(other, nearness);
      });
      for (let place = 0; place < best.count; place++) {
        indices.push(best.ids[place] as number);
        values.push(best.scores[place] as number);
      }
      offsets[concept + 1] = indices.length;
    }
    this.#offeredTo.fill(0);
    return { offsets, indices: Uint32Array.from(indices), values: Float32Array.from(values) };
  }

  /** Offers the concepts that occur most with a concept, for how often they occur at all. */
  companions(concept: number, offer: Offer): void {
    const { offsets, indices } = this.#papers;
    const [start, end] = [this.#byConcept.offsets[concept] as number, this.#byConcept.offsets[concept + 1] as number];
    const step = Math.max(1, Math.ceil((end - start) / PAPERS_PER_CONCEPT));
    const touched: number[] = [];
    for (let posting = start; posting < end; posting += step) {
      const paper = this.#byConcept.indices[posting] as number;
      for (let entry = offsets[paper] as number; entry < (offsets[paper + 1] as number); entry++) {
        const other = indices[entry] as number;
        if (this.#together[other] === 0) touched.push(other);
        this.#together[other]!++;
      }
    }
    const papersWith = (other: number) => (this.#byConcept.offsets[other + 1] as number) - (this.#byConcept.offsets[other] as number);
    this.#companions.clear();
    for (const other of touched) {
      this.#companions.offer(other, (this.#together[other] as number) ** 2 / papersWith(other));
      this.#together[other] = 0;
    }
    const { ids, count } = this.#companions;
    for (let place = 0; place < count; place++) offer(ids[place] as number);
  }

  #nearness(a: number, b: number): number {
    const dimensions = this.#dimensions;
    let sum = 0;
    for (let axis = 0, left = a * dimensions, right = b * dimensions; axis < dimensions; axis++) sum += (this.#points[left + axis] as number) * (this.#points[right + axis] as number);
    return sum;
  }
}
