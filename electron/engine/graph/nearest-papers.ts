import type { SparseRows, Watch } from '../model.ts';
import { rowRanges } from '../parallel/task.ts';
import { shareNumbers } from '../parallel/shared-arrays.ts';
import { sharedPool } from '../parallel/thread-pool.ts';
import { nearestPapersTask, type NearestRows } from './nearest-papers-task.ts';
import type { PaperVectors } from './paper-vectors.ts';
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
export function nearestPapers(vectors: Pick<PaperVectors, 'rows' | 'sizes' | 'similarity'>, options: NeighbourOptions, watch: Watch, pool = sharedPool): SparseRows {
  const { rows, sizes, similarity } = vectors;
  const postings = championLists(rows, options.papersPerConcept);
  const { neighbours, minSimilarity } = options;
  const common = { rows: shareMatrix(rows), sizes: shareNumbers(sizes), postings: shareMatrix(postings), similarity: similarity.id, neighbours, minSimilarity };
  const ranges = rowRanges(sizes.length, PAPERS_OF_A_PART, FEW_PAPERS);
  const found = pool.map(nearestPapersTask, common, ranges, watch, (done) => watch.progress({ stage: 'graph', done: Math.min(sizes.length, done * PAPERS_OF_A_PART), total: sizes.length, label: 'Linking papers' }));
  return joinRows(found, sizes.length);
}

function shareMatrix({ offsets, indices, values, columns }: SparseMatrix): SparseMatrix {
  return { offsets: shareNumbers(offsets), indices: shareNumbers(indices), values: shareNumbers(values), columns };
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

function joinRows(parts: readonly NearestRows[], rowCount: number): SparseRows {
  const offsets = new Uint32Array(rowCount + 1);
  const length = parts.reduce((sum, { indices }) => sum + indices.length, 0);
  const indices = new Uint32Array(length);
  const values = new Float32Array(length);
  let row = 0;
  let at = 0;
  for (const part of parts) {
    indices.set(part.indices, at);
    values.set(part.values, at);
    for (const count of part.counts) {
      at += count;
      offsets[++row] = at;
    }
  }
  return { offsets, indices, values };
}
