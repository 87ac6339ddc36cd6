import type { RowRange, Task } from '../parallel/task.ts';
import type { SimilarityId } from '../../../shared/settings.ts';
import { BestOf } from './best-of.ts';
import { SIMILARITIES, type Similarity } from './similarity.ts';
import type { SparseMatrix } from './truncated-svd.ts';

export interface NearestCommon {
  rows: SparseMatrix;
  sizes: Float64Array;
  /** Column → rows that are looked up for it. */
  postings: SparseMatrix;
  similarity: SimilarityId;
  neighbours: number;
  minSimilarity: number;
}

/** Neighbours of a range of papers, best first: `counts` of each paper, then all of them one after the other. */
export interface NearestRows {
  counts: Uint32Array;
  indices: Uint32Array;
  values: Float32Array;
}

/** Candidates compared exactly, for each neighbour wanted, and at least. */
const CANDIDATES_PER_NEIGHBOUR = 2;
const LEAST_CANDIDATES = 40;

/** The strongest concepts of a paper, by which candidates are found. */
const LOOKED_UP = 20;

/** Finds the nearest of ranges of papers. */
export const nearestPapersTask: Task<NearestCommon, RowRange, NearestRows> = {
  name: 'graph.nearestPapers',
  prepare(common) {
    const search = new Search(common);
    return ([from, to]) => search.range(from, to);
  },
};

class Search {
  readonly #common: NearestCommon;
  readonly #similarity: Similarity;
  readonly #totals: Float64Array;
  readonly #touched: Uint32Array;
  readonly #weightOf: Float64Array;
  readonly #candidates: BestOf;
  readonly #nearest: BestOf;

  constructor(common: NearestCommon) {
    this.#common = common;
    this.#similarity = SIMILARITIES[common.similarity];
    this.#totals = new Float64Array(common.sizes.length);
    this.#touched = new Uint32Array(common.sizes.length);
    this.#weightOf = new Float64Array(common.rows.columns);
    this.#candidates = new BestOf(Math.max(LEAST_CANDIDATES, common.neighbours * CANDIDATES_PER_NEIGHBOUR));
    this.#nearest = new BestOf(common.neighbours);
  }

  range(from: number, to: number): NearestRows {
    const { neighbours } = this.#common;
    const counts = new Uint32Array(to - from);
    const indices = new Uint32Array((to - from) * neighbours);
    const values = new Float32Array(indices.length);
    let at = 0;
    for (let row = from; row < to; row++) {
      this.#findCandidates(row);
      this.#compare(row);
      const { ids, scores, count } = this.#nearest;
      indices.set(ids.subarray(0, count), at);
      values.set(scores.subarray(0, count), at);
      counts[row - from] = count;
      at += count;
    }
    return { counts, indices: indices.slice(0, at), values: values.slice(0, at) };
  }

  /** Puts the row's best candidates, by what their strongest concepts share, into `candidates`. */
  #findCandidates(row: number): void {
    const { rows, sizes, postings } = this.#common;
    const { offsets, indices, values } = rows;
    const { contribution, similarity } = this.#similarity;
    const totals = this.#totals;
    const touched = this.#touched;
    let met = 0;
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    const least = end - start <= LOOKED_UP ? 0 : (values.slice(start, end).sort()[end - start - LOOKED_UP] as number);
    for (let entry = start; entry < end; entry++) {
      const value = values[entry] as number;
      if (value < least) continue;
      const column = indices[entry] as number;
      const last = postings.offsets[column + 1] as number;
      for (let posting = postings.offsets[column] as number; posting < last; posting++) {
        const other = postings.indices[posting] as number;
        const total = totals[other] as number;
        if (total === 0) touched[met++] = other;
        totals[other] = total + contribution(value, postings.values[posting] as number);
      }
    }
    this.#candidates.clear();
    const size = sizes[row] as number;
    for (let place = 0; place < met; place++) {
      const other = touched[place] as number;
      if (other !== row) this.#candidates.offer(other, similarity(totals[other] as number, size, sizes[other] as number));
      totals[other] = 0;
    }
  }

  /** Compares the candidates exactly and puts the nearest into `nearest`. */
  #compare(row: number): void {
    const { rows, sizes, minSimilarity } = this.#common;
    const { offsets, indices, values } = rows;
    const { contribution, similarity } = this.#similarity;
    const weightOf = this.#weightOf;
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    for (let entry = start; entry < end; entry++) weightOf[indices[entry] as number] = values[entry] as number;
    this.#nearest.clear();
    const { ids, count } = this.#candidates;
    for (let place = 0; place < count; place++) {
      const other = ids[place] as number;
      const last = offsets[other + 1] as number;
      let total = 0;
      for (let entry = offsets[other] as number; entry < last; entry++) total += contribution(weightOf[indices[entry] as number] as number, values[entry] as number);
      const alike = Math.fround(similarity(total, sizes[row] as number, sizes[other] as number));
      if (alike >= minSimilarity) this.#nearest.offer(other, alike);
    }
    for (let entry = start; entry < end; entry++) weightOf[indices[entry] as number] = 0;
  }
}
