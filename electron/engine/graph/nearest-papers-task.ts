import type { RowRange, Task } from '../parallel/task.ts';
import type { SimilarityId } from '../../../shared/settings.ts';
import type { SparseRows } from '../model.ts';
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
  /** Whether candidates are told too. */
  tellsCandidates: boolean;
  /** What is known from a search of nearly the same vectors; it changes nothing of what is found. */
  earlier: TakenOver | null;
}

/** The best candidates of papers, best first: those of paper p are at offsets[p]..offsets[p + 1). */
export interface CandidateRows {
  offsets: Uint32Array;
  ids: Uint32Array;
  scores: Float64Array;
}

/** What a search takes over from one before. */
export interface TakenOver {
  /** By paper: 1 where its vector is another. */
  isChanged: Uint8Array;
  /** By paper: 1 where it is looked up otherwise than before. */
  isMoved: Uint8Array;
  /** Column → those papers. */
  postings: SparseMatrix;
  candidates: CandidateRows;
  neighbours: SparseRows;
}

/** Neighbours of a range of papers, best first: `counts` of each paper, then all of them one after the other. */
export interface NearestRows {
  counts: Uint32Array;
  indices: Uint32Array;
  values: Float32Array;
  /** The candidates in the same way, where they are asked for. */
  candidates: { counts: Uint32Array; ids: Uint32Array; scores: Float64Array } | null;
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
  /** Candidates among those that moved. */
  readonly #moved: BestOf;
  readonly #nearest: BestOf;

  constructor(common: NearestCommon) {
    this.#common = common;
    this.#similarity = SIMILARITIES[common.similarity];
    this.#totals = new Float64Array(common.sizes.length);
    this.#touched = new Uint32Array(common.sizes.length);
    this.#weightOf = new Float64Array(common.rows.columns);
    this.#candidates = new BestOf(Math.max(LEAST_CANDIDATES, common.neighbours * CANDIDATES_PER_NEIGHBOUR));
    this.#moved = new BestOf(this.#candidates.ids.length);
    this.#nearest = new BestOf(common.neighbours);
  }

  range(from: number, to: number): NearestRows {
    const { neighbours, tellsCandidates } = this.#common;
    const found = new RowsOfBest(to - from, neighbours);
    const candidates = tellsCandidates ? new RowsOfBest(to - from, this.#candidates.ids.length) : null;
    for (let row = from; row < to; row++) {
      if (!this.#takeOver(row)) {
        this.#findCandidates(row, this.#common.postings, this.#candidates);
        this.#compare(row);
      }
      found.push(this.#nearest);
      candidates?.push(this.#candidates);
    }
    const { counts, ids: indices, scores } = found.all();
    return { counts, indices, values: Float32Array.from(scores), candidates: candidates?.all() ?? null };
  }

  /** Finds the row's nearest with what is known of it; false where that does not suffice. */
  #takeOver(row: number): boolean {
    const { earlier } = this.#common;
    if (!earlier || earlier.isChanged[row] === 1) return false;
    this.#findCandidates(row, earlier.postings, this.#moved);
    const isSame = this.#bringIn(row, earlier);
    if (isSame === null) return false;
    if (isSame) this.#recall(row, earlier.neighbours);
    else this.#compare(row);
    return true;
  }

  /**
   * Brings those that moved into the row's earlier candidates. True where all of them are the same and none has changed, null where the best are not known: a candidate that is no longer
   * one may make room for papers that were none.
   */
  #bringIn(row: number, { candidates: { offsets, ids, scores }, isMoved }: TakenOver): boolean | null {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
    const best = this.#candidates;
    let left = 0;
    best.clear();
    for (let entry = start; entry < end; entry++) {
      if (isMoved[ids[entry] as number] === 1) left++;
      else best.offer(ids[entry] as number, scores[entry] as number);
    }
    const kept = best.count;
    for (let place = 0; place < this.#moved.count; place++) best.offer(this.#moved.ids[place] as number, this.#moved.scores[place] as number);
    const wasFull = end - start === best.ids.length;
    if (wasFull && left > 0) {
      const [lastId, lastScore] = [ids[end - 1] as number, scores[end - 1] as number];
      const at = best.count - 1;
      const isKnown = best.count === best.ids.length && ((best.scores[at] as number) > lastScore || (best.scores[at] === lastScore && (best.ids[at] as number) <= lastId));
      if (!isKnown) return null;
    }
    if (left > 0 || best.count !== kept) return false;
    for (let place = 0; place < kept; place++) if (best.ids[place] !== ids[start + place]) return false;
    return true;
  }

  /** Puts a row's earlier neighbours into `nearest`. */
  #recall(row: number, { offsets, indices, values }: SparseRows): void {
    this.#nearest.clear();
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) this.#nearest.offer(indices[entry] as number, values[entry] as number);
  }

  /** Puts the row's best candidates among the papers of `postings`, by what their strongest concepts share, into `best`. */
  #findCandidates(row: number, postings: SparseMatrix, best: BestOf): void {
    const { rows, sizes } = this.#common;
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
    best.clear();
    const size = sizes[row] as number;
    for (let place = 0; place < met; place++) {
      const other = touched[place] as number;
      if (other !== row) best.offer(other, similarity(totals[other] as number, size, sizes[other] as number));
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

/** What the best of rows were, one row after the other. */
class RowsOfBest {
  readonly #counts: Uint32Array;
  readonly #ids: Uint32Array;
  readonly #scores: Float64Array;
  #row = 0;
  #at = 0;

  constructor(rows: number, most: number) {
    this.#counts = new Uint32Array(rows);
    this.#ids = new Uint32Array(rows * most);
    this.#scores = new Float64Array(rows * most);
  }

  push({ ids, scores, count }: BestOf): void {
    this.#ids.set(ids.subarray(0, count), this.#at);
    this.#scores.set(scores.subarray(0, count), this.#at);
    this.#counts[this.#row++] = count;
    this.#at += count;
  }

  all(): { counts: Uint32Array; ids: Uint32Array; scores: Float64Array } {
    return { counts: this.#counts, ids: this.#ids.slice(0, this.#at), scores: this.#scores.slice(0, this.#at) };
  }
}
