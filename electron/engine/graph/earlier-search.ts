import type { SparseRows } from '../model.ts';
import { shareNumbers } from '../parallel/shared-arrays.ts';
import type { CandidateRows, TakenOver } from './nearest-papers-task.ts';
import { shareRows } from './share-rows.ts';
import type { SparseMatrix } from './truncated-svd.ts';

/** A finished search for nearest papers, with what a later one of nearly the same vectors can take over. */
export interface SearchMemory {
  /** What was compared: paper → columns. */
  rows: SparseMatrix;
  /** Column → papers that were looked up for it. */
  postings: SparseMatrix;
  candidates: CandidateRows;
  neighbours: SparseRows;
}

/** Where more papers than this part of them changed, all are searched anew. */
const MOST_CHANGED = 0.5;

/**
 * What a search can take over from the one before: of papers that did not change, candidates and neighbours, into which only those papers have to be brought that changed, or are looked up
 * for other columns than before. `isChanged` tells which papers changed. Null where that would gain little.
 */
export function takenOver(before: SearchMemory, rows: SparseMatrix, postings: SparseMatrix, isChanged: Uint8Array): TakenOver | null {
  if (before.rows.offsets.length !== rows.offsets.length) return null;
  const isMoved = movedPapers(before, postings, columnsNow(before.rows, rows, isChanged), isChanged);
  const moved = isMoved.reduce((sum, each) => sum + each, 0);
  if (moved > MOST_CHANGED * isMoved.length) return null;
  const { offsets, ids, scores } = before.candidates;
  return {
    isChanged: shareNumbers(isChanged),
    isMoved: shareNumbers(isMoved),
    postings: shareRows(postingsOf(postings, isMoved)),
    candidates: { offsets: shareNumbers(offsets), ids: shareNumbers(ids), scores: shareNumbers(scores) },
    neighbours: shareRows(before.neighbours),
  };
}

/** Number of each earlier column now, told by papers that did not change; -1 for columns that none of them has. */
function columnsNow(before: SparseMatrix, after: SparseMatrix, isChanged: Uint8Array): Int32Array {
  const now = new Int32Array(before.columns).fill(-1);
  for (const [paper, changed] of isChanged.entries()) {
    if (changed === 1) continue;
    const shift = (after.offsets[paper] as number) - (before.offsets[paper] as number);
    for (let entry = before.offsets[paper] as number; entry < (before.offsets[paper + 1] as number); entry++) now[before.indices[entry] as number] = after.indices[entry + shift] as number;
  }
  return now;
}

/** Papers that changed, and those that are looked up for a column and were not, or were and are not. */
function movedPapers({ postings: before }: SearchMemory, after: SparseMatrix, now: Int32Array, isChanged: Uint8Array): Uint8Array {
  const isMoved = isChanged.slice();
  for (const [column, columnNow] of now.entries()) {
    if (columnNow < 0) continue;
    let entry = before.offsets[column] as number;
    let entryNow = after.offsets[columnNow] as number;
    const [end, endNow] = [before.offsets[column + 1] as number, after.offsets[columnNow + 1] as number];
    while (entry < end || entryNow < endNow) {
      const paper = entry < end ? (before.indices[entry] as number) : Number.POSITIVE_INFINITY;
      const paperNow = entryNow < endNow ? (after.indices[entryNow] as number) : Number.POSITIVE_INFINITY;
      if (paper !== paperNow) isMoved[Math.min(paper, paperNow)] = 1;
      if (paper <= paperNow) entry++;
      if (paperNow <= paper) entryNow++;
    }
  }
  return isMoved;
}

/** The postings of some papers only. */
function postingsOf({ offsets, indices, values, columns }: SparseMatrix, isAsked: Uint8Array): SparseMatrix {
  const kept: SparseMatrix = { offsets: new Uint32Array(offsets.length), indices: new Uint32Array(indices.length), values: new Float32Array(indices.length), columns };
  let at = 0;
  for (let column = 0; column + 1 < offsets.length; column++) {
    for (let entry = offsets[column] as number; entry < (offsets[column + 1] as number); entry++) {
      if (isAsked[indices[entry] as number] === 0) continue;
      kept.indices[at] = indices[entry] as number;
      kept.values[at++] = values[entry] as number;
    }
    kept.offsets[column + 1] = at;
  }
  return { ...kept, indices: kept.indices.slice(0, at), values: kept.values.slice(0, at) };
}
