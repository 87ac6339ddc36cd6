import type { SparseRows } from '../model.ts';
import { sharedFloat32, sharedUint32 } from '../parallel/shared-arrays.ts';
import { COSINE } from './similarity.ts';
import { expandRows } from './expand-rows.ts';
import { rowSizes, type PaperVectors } from './paper-vectors.ts';
import type { SparseMatrix } from './truncated-svd.ts';

/** What a paper's concepts weigh beside its words, when topics are found. */
const CONCEPTS_SHARE = 0.8;

/** What near concepts count for topics: less than for links, since the grouping itself counts neighbours of neighbours. */
const NEAR_SHARE = 0.05;
const MOST_CONCEPTS = 64;

/** Concepts and words of a paper that its topic is found by, the strongest. */
const MOST_ENTRIES = 160;

/**
 * The vectors by which papers are grouped into topics: their concepts beside the words they use, both of length one before they are weighed
 * (words by (1 + ln times) × inverse document frequency). Concepts tell what papers share; the words around them tell which field they share it in.
 * Without words the concepts alone. Rows have length one.
 */
export function topicVectors({ own, near }: PaperVectors, words: SparseRows | undefined): SparseMatrix {
  const concepts = unitRows(withUsedColumns(expandRows(own, near, NEAR_SHARE, MOST_CONCEPTS)));
  return words === undefined ? concepts : unitRows(beside(concepts, unitWords(words)));
}

/** Of more papers words are not kept: they take some 2 kB a paper. */
const MOST_KEPT = 12_000;

/** Words of papers as they were weighed last: corrections of concepts leave them as they are. */
const weighed = new WeakMap<SparseRows, SparseMatrix>();

function unitWords(words: SparseRows): SparseMatrix {
  const unit = weighed.get(words) ?? unitRows(weighedWords(words));
  if (words.offsets.length <= MOST_KEPT) weighed.set(words, unit);
  return unit;
}

function weighedWords({ offsets, indices, values }: SparseRows): SparseMatrix {
  const paperCount = offsets.length - 1;
  let columns = 0;
  for (const word of indices) if (word >= columns) columns = word + 1;
  const papersOf = new Uint32Array(columns);
  for (const word of indices) papersOf[word]!++;
  const rarity = Float64Array.from(papersOf, (papers) => Math.log((paperCount + 1) / Math.max(1, papers)));
  return { offsets, indices, values: values.map((times, entry) => (1 + Math.log(times)) * (rarity[indices[entry] as number] as number)), columns };
}

/** The same rows with the columns numbered anew that have entries: most concepts are of one paper and link nothing. */
function withUsedColumns({ offsets, indices, values, columns }: SparseMatrix): SparseMatrix {
  const placeOf = new Uint32Array(columns);
  for (const column of indices) placeOf[column] = 1;
  let used = 0;
  for (let column = 0; column < columns; column++) if (placeOf[column] === 1) placeOf[column] = used++;
  return { offsets, indices: indices.map((column) => placeOf[column] as number), values, columns: used };
}

function unitRows(matrix: SparseMatrix): SparseMatrix {
  const sizes = rowSizes(matrix, COSINE);
  const values = sharedFloat32(matrix.values.length);
  values.set(matrix.values);
  for (let row = 0; row < sizes.length; row++) {
    const size = Math.sqrt(sizes[row] as number) || 1;
    for (let entry = matrix.offsets[row] as number; entry < (matrix.offsets[row + 1] as number); entry++) values[entry]! /= size;
  }
  return { ...matrix, values };
}

/** Rows of two matrices one after the other, the columns of the second behind those of the first; the strongest entries of each. */
function beside(concepts: SparseMatrix, words: SparseMatrix): SparseMatrix {
  const rows = concepts.offsets.length - 1;
  const offsets = new Uint32Array(rows + 1);
  const length = concepts.indices.length + words.indices.length;
  const indices = sharedUint32(length);
  const values = sharedFloat32(length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const start = at;
    for (let entry = concepts.offsets[row] as number; entry < (concepts.offsets[row + 1] as number); entry++, at++) {
      indices[at] = concepts.indices[entry] as number;
      values[at] = CONCEPTS_SHARE * (concepts.values[entry] as number);
    }
    for (let entry = words.offsets[row] as number; entry < (words.offsets[row + 1] as number); entry++, at++) {
      indices[at] = concepts.columns + (words.indices[entry] as number);
      values[at] = words.values[entry] as number;
    }
    at = keepStrongest(indices, values, start, at);
    offsets[row + 1] = at;
  }
  return { offsets, indices: indices.subarray(0, at), values: values.subarray(0, at), columns: concepts.columns + words.columns };
}

/** Moves the strongest entries of a row to its front, in their order; gives where they end. */
function keepStrongest(indices: Uint32Array, values: Float32Array, start: number, end: number): number {
  if (end - start <= MOST_ENTRIES) return end;
  const least = values.slice(start, end).sort()[end - start - MOST_ENTRIES] as number;
  let to = start;
  for (let entry = start; entry < end; entry++) {
    if ((values[entry] as number) < least || to - start >= MOST_ENTRIES) continue;
    indices[to] = indices[entry] as number;
    values[to] = values[entry] as number;
    to++;
  }
  return to;
}
