import type { SparseRows, Watch } from '../model.ts';
import { compareVectors, type PaperVectors } from './paper-vectors.ts';

export interface NeighbourOptions {
  /** Neighbours found per paper. */
  neighbours: number;
  /** Links weaker than this are none. */
  minSimilarity: number;
  /** Papers looked up per concept, those that have most of it: bounds the time spent on concepts that everybody has. */
  papersPerConcept: number;
}

/** Candidates compared exactly, for each neighbour wanted. */
const CANDIDATES_PER_NEIGHBOUR = 4;

/** Concept → papers, those with most of it first. */
interface Postings {
  offsets: Uint32Array;
  papers: Uint32Array;
  values: Float64Array;
}

/**
 * Each paper's most similar papers, best first, with similarities as of `compareVectors`.
 * An inverted index gives candidates: only papers that share a concept are ever looked at, and of a concept's papers only the
 * `papersPerConcept` that have most of it (champion lists, Manning, Raghavan & Schütze 2008, § 7.1.3), so that time grows
 * with the number of papers and not with its square. The best candidates are then compared exactly.
 */
export function nearestPapers(vectors: PaperVectors, options: NeighbourOptions, watch: Watch): SparseRows {
  const paperCount = vectors.sizes.length;
  const postings = championLists(vectors, options.papersPerConcept);
  const totals = new Float64Array(paperCount);
  const best = new BestOf(options.neighbours * CANDIDATES_PER_NEIGHBOUR);
  const rows: { offsets: Uint32Array; indices: number[]; values: number[] } = { offsets: new Uint32Array(paperCount + 1), indices: [], values: [] };
  for (let paper = 0; paper < paperCount; paper++) {
    if (paper % 256 === 0) {
      watch.check();
      watch.progress({ stage: 'graph', done: paper, total: paperCount, label: 'Linking papers' });
    }
    collectCandidates(vectors, postings, paper, totals, best);
    const exact = Array.from(best.items, (other) => ({ other, similarity: Math.fround(compareVectors(vectors, paper, other)) }))
      .filter(({ similarity }) => similarity >= options.minSimilarity)
      .sort((a, b) => b.similarity - a.similarity || a.other - b.other)
      .slice(0, options.neighbours);
    for (const { other, similarity } of exact) {
      rows.indices.push(other);
      rows.values.push(similarity);
    }
    rows.offsets[paper + 1] = rows.indices.length;
  }
  return { offsets: rows.offsets, indices: Uint32Array.from(rows.indices), values: Float32Array.from(rows.values) };
}

/** Puts the paper's best candidates into `best`; leaves `totals` at zero. */
function collectCandidates(vectors: PaperVectors, postings: Postings, paper: number, totals: Float64Array, best: BestOf): void {
  const { offsets, indices, values, sizes, similarity } = vectors;
  const touched: number[] = [];
  for (let entry = offsets[paper] ?? 0; entry < (offsets[paper + 1] ?? 0); entry++) {
    const concept = indices[entry] ?? 0;
    const value = values[entry] ?? 0;
    const end = postings.offsets[concept + 1] ?? 0;
    for (let posting = postings.offsets[concept] ?? 0; posting < end; posting++) {
      const other = postings.papers[posting] ?? 0;
      const total = totals[other] ?? 0;
      if (total === 0) touched.push(other);
      totals[other] = total + similarity.contribution(value, postings.values[posting] ?? 0);
    }
  }
  best.clear();
  const size = sizes[paper] ?? 0;
  for (const other of touched) {
    if (other !== paper) best.offer(other, similarity.similarity(totals[other] ?? 0, size, sizes[other] ?? 0));
    totals[other] = 0;
  }
}

function championLists(vectors: PaperVectors, papersPerConcept: number): Postings {
  const { offsets, indices, values, papersOf } = vectors;
  const papers: { paper: number; value: number }[][] = Array.from(papersOf, () => []);
  for (let paper = 0; paper + 1 < offsets.length; paper++) {
    for (let entry = offsets[paper] ?? 0; entry < (offsets[paper + 1] ?? 0); entry++) {
      papers[indices[entry] ?? 0]?.push({ paper, value: values[entry] ?? 0 });
    }
  }
  const listOffsets = new Uint32Array(papers.length + 1);
  for (const [concept, list] of papers.entries()) listOffsets[concept + 1] = (listOffsets[concept] ?? 0) + Math.min(papersPerConcept, list.length);
  const length = listOffsets[papers.length] ?? 0;
  const postings: Postings = { offsets: listOffsets, papers: new Uint32Array(length), values: new Float64Array(length) };
  for (const [concept, list] of papers.entries()) {
    if (list.length > papersPerConcept) list.sort((a, b) => b.value - a.value || a.paper - b.paper);
    for (let place = listOffsets[concept] ?? 0, item = 0; place < (listOffsets[concept + 1] ?? 0); place++, item++) {
      postings.papers[place] = list[item]?.paper ?? 0;
      postings.values[place] = list[item]?.value ?? 0;
    }
  }
  return postings;
}

/** The items with the highest scores of those offered; the lower item wins a tie. */
class BestOf {
  private readonly ids: Uint32Array;
  private readonly scores: Float64Array;
  private count = 0;

  constructor(capacity: number) {
    this.ids = new Uint32Array(capacity);
    this.scores = new Float64Array(capacity);
  }

  get items(): Uint32Array {
    return this.ids.subarray(0, this.count);
  }

  clear(): void {
    this.count = 0;
  }

  offer(id: number, score: number): void {
    if (this.count === this.ids.length && !this.isBefore(id, score, this.count - 1)) return;
    let place = this.count < this.ids.length ? this.count++ : this.count - 1;
    while (place > 0 && this.isBefore(id, score, place - 1)) {
      this.ids[place] = this.ids[place - 1] ?? 0;
      this.scores[place] = this.scores[place - 1] ?? 0;
      place--;
    }
    this.ids[place] = id;
    this.scores[place] = score;
  }

  private isBefore(id: number, score: number, place: number): boolean {
    const other = this.scores[place] ?? 0;
    return score > other || (score === other && id < (this.ids[place] ?? 0));
  }
}
