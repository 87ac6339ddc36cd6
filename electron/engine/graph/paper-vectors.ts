import { UNWATCHED, type ConceptIndex, type SparseRows, type Watch } from '../model.ts';
import { expandRows } from './expand-rows.ts';
import { forEachBroader } from './implied-concepts.ts';
import { nearConceptsOf } from './near-concepts-of.ts';
import { COSINE, type Similarity } from './similarity.ts';
import type { SparseMatrix } from './truncated-svd.ts';

export interface VectorOptions {
  /** A concept must occur in at least this many papers to link them. */
  minPapers: number;
  /** What a paper has of a broader concept that it implies but does not mention, as a part of what it has of the narrower one; 0..1. */
  broaderShare: number;
  /** What a concept counts for one that keeps the same company, as a part of their nearness; 0..1. */
  nearShare: number;
  /** Power to which a concept's value in a paper is raised: 1 lets a paper's foremost concepts rule, 0 lets all count the same. */
  valueExponent: number;
  /** Power to which a concept's inverse document frequency is raised: lower lets widespread concepts count for more. */
  rarityExponent: number;
  similarity: Similarity;
}

export const DEFAULT_VECTOR_OPTIONS: VectorOptions = { minPapers: 2, broaderShare: 0.5, nearShare: 0.2, valueExponent: 0.3, rarityExponent: 1, similarity: COSINE };

/** Concepts of a paper's vector at most, near ones included. */
const MOST_CONCEPTS = 96;

/** Papers as vectors over concepts, each row by ascending concept. */
export interface PaperVectors {
  /** What papers mention, and the broader concepts that these imply. */
  own: SparseMatrix;
  /** Concepts that keep the same company as a concept, with their nearness, 0..1. */
  near: SparseRows;
  nearShare: number;
  /** `own` with a part of the near concepts: what papers are compared by. */
  rows: SparseMatrix;
  /** Size of each paper's vector under the similarity. */
  sizes: Float64Array;
  /** Papers in which each concept counts, those that only imply it included; 0 for concepts that link nothing. */
  papersOf: Uint32Array;
  similarity: Similarity;
}

/**
 * The vectors from which papers are linked: the concept's value in the paper times its inverse document frequency
 * ln((papers + 1) / papers with it) (Spärck Jones 1972), both tempered by exponents, over concepts in at least `minPapers` papers.
 * A paper that mentions a concept has a part of its broader concepts too, and of those that keep the same company over the collection,
 * so that papers on LoRA and on adapters find each other.
 */
export function paperVectors(index: ConceptIndex, options: VectorOptions, watch: Watch = UNWATCHED): PaperVectors {
  const { rows: own, papersOf } = ownConcepts(index, options);
  const near = nearConceptsOf(index, options, (from) => (from === index ? own : ownConcepts(from, options).rows), watch);
  const rows = expandRows(own, near, options.nearShare, MOST_CONCEPTS);
  return { own, near, nearShare: options.nearShare, rows, sizes: rowSizes(rows, options.similarity), papersOf, similarity: options.similarity };
}

/** Size of each row under a similarity. */
export function rowSizes({ offsets, values }: SparseMatrix, similarity: Similarity): Float64Array {
  const sizes = new Float64Array(offsets.length - 1);
  for (let row = 0; row < sizes.length; row++) {
    let size = 0;
    for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++) size += similarity.sizeOf(values[entry] as number);
    sizes[row] = size;
  }
  return sizes;
}

function ownConcepts(index: ConceptIndex, options: VectorOptions): { rows: SparseMatrix; papersOf: Uint32Array } {
  const paperCount = index.paperConcepts.offsets.length - 1;
  const { offsets, indices, values } = withBroaderConcepts(index, options);
  const papersOf = new Uint32Array(index.concepts.length);
  for (const concept of indices) papersOf[concept]!++;
  for (const [concept, papers] of papersOf.entries()) if (papers < options.minPapers) papersOf[concept] = 0;
  const weightOf = Float64Array.from(papersOf, (papers) => (papers === 0 ? 0 : Math.log((paperCount + 1) / papers) ** options.rarityExponent));
  let length = 0;
  const keptOffsets = new Uint32Array(paperCount + 1);
  for (let paper = 0; paper < paperCount; paper++) {
    for (let entry = offsets[paper] as number; entry < (offsets[paper + 1] as number); entry++) {
      const concept = indices[entry] as number;
      if (papersOf[concept] === 0) continue;
      indices[length] = concept;
      values[length] = (values[entry] as number) * (weightOf[concept] as number);
      length++;
    }
    keptOffsets[paper + 1] = length;
  }
  return { rows: { offsets: keptOffsets, indices: indices.slice(0, length), values: values.slice(0, length), columns: index.concepts.length }, papersOf };
}

/** Paper → concepts by ascending concept, with the broader ones that they imply, two steps up at most. */
function withBroaderConcepts(index: ConceptIndex, { broaderShare, valueExponent }: VectorOptions): SparseRows {
  const { offsets, indices, values } = index.paperConcepts;
  const paperCount = offsets.length - 1;
  const hasBroader = broaderShare > 0 ? Uint8Array.from(index.concepts, ({ broader }) => (broader.length > 0 ? 1 : 0)) : new Uint8Array(index.concepts.length);
  const valueOf = new Float64Array(index.concepts.length);
  const touched = new Uint32Array(index.concepts.length);
  const rows: SparseRows = { offsets: new Uint32Array(paperCount + 1), indices: new Uint32Array(2 * indices.length), values: new Float32Array(2 * indices.length) };
  let met = 0;
  let at = 0;
  const raise = (concept: number, value: number) => {
    if (valueOf[concept] === 0) touched[met++] = concept;
    if (value > (valueOf[concept] as number)) valueOf[concept] = value;
  };
  for (let paper = 0; paper < paperCount; paper++) {
    met = 0;
    for (let entry = offsets[paper] as number; entry < (offsets[paper + 1] as number); entry++) {
      const concept = indices[entry] as number;
      if ((values[entry] as number) <= 0) continue;
      const value = (values[entry] as number) ** valueExponent;
      raise(concept, value);
      if (hasBroader[concept] === 1) forEachBroader(index, concept, (broader, steps) => raise(broader, value * broaderShare ** steps));
    }
    if (at + met > rows.indices.length) grow(rows, at + met);
    for (const concept of touched.subarray(0, met).sort()) {
      rows.indices[at] = concept;
      rows.values[at++] = valueOf[concept] as number;
      valueOf[concept] = 0;
    }
    rows.offsets[paper + 1] = at;
  }
  return { ...rows, indices: rows.indices.slice(0, at), values: rows.values.slice(0, at) };
}

/** Gives rows room for so many entries, and as many again. */
function grow(rows: SparseRows, least: number): void {
  const { indices, values } = rows;
  rows.indices = new Uint32Array(2 * least);
  rows.values = new Float32Array(2 * least);
  rows.indices.set(indices);
  rows.values.set(values);
}

/** A concept that two papers' vectors share: what it contributes, and its entries in the rows of the paper with the lower number and of the other. */
export type VisitShared = (concept: number, contribution: number, lowerEntry: number, higherEntry: number) => void;

/** Calls back for each concept that two papers' vectors share, ascending, with what it contributes; gives the similarity. */
export function compareVectors({ rows, sizes, similarity }: Pick<PaperVectors, 'rows' | 'sizes' | 'similarity'>, a: number, b: number, visit?: VisitShared): number {
  const { offsets, indices, values } = rows;
  const [first, second] = a < b ? [a, b] : [b, a];
  const firstEnd = offsets[first + 1] as number;
  const secondEnd = offsets[second + 1] as number;
  let left = offsets[first] as number;
  let right = offsets[second] as number;
  let total = 0;
  while (left < firstEnd && right < secondEnd) {
    const leftConcept = indices[left] as number;
    const rightConcept = indices[right] as number;
    if (leftConcept === rightConcept) {
      const contribution = similarity.contribution(values[left] as number, values[right] as number);
      total += contribution;
      visit?.(leftConcept, contribution, left, right);
    }
    if (leftConcept <= rightConcept) left++;
    if (rightConcept <= leftConcept) right++;
  }
  return similarity.similarity(total, sizes[first] as number, sizes[second] as number);
}
