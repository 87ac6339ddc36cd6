import type { SparseRows, Watch } from '../model.ts';
import { rowRanges } from '../parallel/task.ts';
import type { Job } from '../parallel/job.ts';
import { joinArrays, offsetsOf } from '../parallel/join-arrays.ts';
import { shareNumbers } from '../parallel/shared-arrays.ts';
import { sharedPool } from '../parallel/thread-pool.ts';
import { takenOver, type SearchMemory } from './earlier-search.ts';
import { nearestPapersTask, type CandidateRows, type NearestRows } from './nearest-papers-task.ts';
import type { PaperVectors } from './paper-vectors.ts';
import { shareRows } from './share-rows.ts';
import { transpose } from './transpose.ts';
import type { SparseMatrix } from './truncated-svd.ts';

export interface NeighbourOptions {
  /** Neighbours found per paper. */
  neighbours: number;
  /** Links weaker than this are none. */
  minSimilarity: number;
  /** Papers looked up per concept, those that have most of it: bounds the time spent on concepts that everybody has. */
  papersPerConcept: number;
}

/** Papers that one part of the work looks at; fewer are not worth another thread. */
const PAPERS_OF_A_PART = 512;
const FEW_PAPERS = 1500;

/**
 * Each paper's most similar papers, best first, with similarities as of `compareVectors`.
 *
 * An inverted index gives candidates: only papers that share one of a paper's strongest concepts are ever looked at, and of a concept's papers only the
 * `papersPerConcept` that have most of it (champion lists, Manning, Raghavan and Schütze 2008, § 7.1.3), so that time grows
 * with the number of papers and not with its square. The best candidates are then compared exactly.
 */
export function nearestPapers(vectors: ComparedVectors, options: NeighbourOptions, watch: Watch, pool = sharedPool): SparseRows {
  return forkNearestPapers(vectors, options, {}, pool).join(watch).neighbours;
}

/** What papers are compared by. */
export type ComparedVectors = Pick<PaperVectors, 'rows' | 'sizes' | 'similarity'>;

/** A search that other threads have begun. It has to be joined once. */
export interface NearestSearch {
  /** Helps with the search and gives what nearestPapers gives, with what another search can take over, where that was asked for. */
  join(watch: Watch): { neighbours: SparseRows; memory: SearchMemory | null };
}

/** What a search has of others. */
export interface SearchHistory {
  /** A search of nearly the same vectors, and which papers changed since. It saves time and changes nothing of what is found. */
  before?: { memory: SearchMemory; isChanged: Uint8Array } | null;
  /** Whether another search may take over from this one. */
  remembers?: boolean;
}

/** Begins the search of nearestPapers on other threads, where there are enough papers, while the caller does something else. */
export function forkNearestPapers({ rows, sizes, similarity }: ComparedVectors, { neighbours: most, minSimilarity, papersPerConcept }: NeighbourOptions, { before = null, remembers = false }: SearchHistory = {}, pool = sharedPool): NearestSearch {
  const postings = championLists(rows, papersPerConcept);
  const earlier = before && takenOver(before.memory, rows, postings, before.isChanged);
  const common = { rows: shareRows(rows), sizes: shareNumbers(sizes), postings: shareRows(postings), similarity: similarity.id, neighbours: most, minSimilarity, tellsCandidates: remembers, earlier };
  const job: Job<NearestRows> = pool.fork(nearestPapersTask, common, rowRanges(sizes.length, PAPERS_OF_A_PART, FEW_PAPERS));
  const report = (watch: Watch, done: number) => watch.progress({ stage: 'graph', done: Math.min(sizes.length, done * PAPERS_OF_A_PART), total: sizes.length, label: 'Linking papers' });
  return {
    join(watch) {
      const parts = job.join(watch, (done) => report(watch, done));
      const neighbours = joinRows(parts);
      return { neighbours, memory: remembers ? { rows, postings, neighbours, candidates: joinCandidates(parts) } : null };
    },
  };
}

/** Concept → papers, those with most of it where there are too many. */
function championLists(rows: SparseMatrix, papersPerConcept: number): SparseMatrix {
  const postings = transpose(rows);
  let at = 0;
  let start = 0;
  for (let concept = 0; concept < rows.columns; concept++) {
    const end = postings.offsets[concept + 1] as number;
    const least = leastKept(postings.values.subarray(start, end), papersPerConcept);
    const limit = at + papersPerConcept;
    for (let posting = start; posting < end && at < limit; posting++) {
      if ((postings.values[posting] as number) < least) continue;
      postings.indices[at] = postings.indices[posting] as number;
      postings.values[at] = postings.values[posting] as number;
      at++;
    }
    postings.offsets[concept + 1] = at;
    start = end;
  }
  return { ...postings, indices: postings.indices.subarray(0, at), values: postings.values.subarray(0, at) };
}

function leastKept(values: Float32Array | Float64Array, most: number): number {
  return values.length <= most ? 0 : (values.slice().sort()[values.length - most] as number);
}

function joinRows(parts: readonly NearestRows[]): SparseRows {
  return {
    offsets: offsetsOf(parts.map(({ counts }) => counts)),
    indices: joinArrays(Uint32Array, parts.map(({ indices }) => indices)),
    values: joinArrays(Float32Array, parts.map(({ values }) => values)),
  };
}

function joinCandidates(parts: readonly NearestRows[]): CandidateRows {
  const known = parts.flatMap(({ candidates }) => candidates ?? []);
  return {
    offsets: offsetsOf(known.map(({ counts }) => counts)),
    ids: joinArrays(Uint32Array, known.map(({ ids }) => ids)),
    scores: joinArrays(Float64Array, known.map(({ scores }) => scores)),
  };
}
