import { transpose } from '../graph/transpose.ts';
import type { SparseMatrix } from '../graph/truncated-svd.ts';
import type { ConceptIndex } from '../model.ts';

/** Papers of a concept whose other concepts are counted, spread evenly over them, and concepts counted of each, the foremost. */
const PAPERS = 48;
const CONCEPTS_PER_PAPER = 16;

/** With what other concepts each concept is found, and how much alike that is for two of them. Works for few papers too. */
export class Company {
  readonly #index: ConceptIndex;
  readonly #byConcept: SparseMatrix;
  readonly #rarity: Float64Array;
  readonly #profiles = new Map<number, ReadonlyMap<number, number>>();

  constructor(index: ConceptIndex) {
    this.#index = index;
    this.#byConcept = transpose({ ...index.paperConcepts, columns: index.concepts.length });
    const papers = index.paperConcepts.offsets.length - 1;
    this.#rarity = Float64Array.from(index.concepts, ({ papers: count }) => (count < 2 ? 0 : Math.log((papers + 1) / count)));
  }

  /** Papers (rows) that have a concept, ascending. */
  papersOf(concept: number): Uint32Array {
    return this.#byConcept.indices.subarray(this.#byConcept.offsets[concept], this.#byConcept.offsets[concept + 1]);
  }

  /** How many papers have both. */
  together(one: number, other: number): number {
    const [few, many] = [this.papersOf(one), this.papersOf(other)].sort((a, b) => a.length - b.length) as [Uint32Array, Uint32Array];
    const known = new Set(many);
    return few.reduce((count, paper) => count + (known.has(paper) ? 1 : 0), 0);
  }

  /** The cosine of what two concepts are found with, each other apart; 0 for one that is found with nothing. */
  alike(one: number, other: number): number {
    return cosine(this.#profileOf(one), this.#profileOf(other), one, other);
  }

  /** The same for two sets of papers that have a concept. */
  alikeIn(concept: number, one: readonly number[], other: readonly number[]): number {
    return cosine(this.#profile(one, concept), this.#profile(other, concept), concept, concept);
  }

  #profileOf(concept: number): ReadonlyMap<number, number> {
    let profile = this.#profiles.get(concept);
    if (!profile) this.#profiles.set(concept, (profile = this.#profile(this.papersOf(concept), concept)));
    return profile;
  }

  #profile(papers: ArrayLike<number>, concept: number): Map<number, number> {
    const { offsets, indices } = this.#index.paperConcepts;
    const profile = new Map<number, number>();
    const step = Math.max(1, papers.length / PAPERS);
    for (let at = 0; at < papers.length; at += step) {
      const paper = papers[Math.floor(at)] as number;
      const start = offsets[paper] as number;
      const end = Math.min(start + CONCEPTS_PER_PAPER, offsets[paper + 1] as number);
      for (let entry = start; entry < end; entry++) {
        const companion = indices[entry] as number;
        const weight = this.#rarity[companion] as number;
        if (companion !== concept && weight > 0) profile.set(companion, (profile.get(companion) ?? 0) + weight);
      }
    }
    return profile;
  }
}

function cosine(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>, ...without: number[]): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let product = 0;
  for (const [concept, weight] of few) if (!without.includes(concept)) product += weight * (many.get(concept) ?? 0);
  const size = squares(one, without) * squares(other, without);
  return size > 0 ? product / Math.sqrt(size) : 0;
}

function squares(profile: ReadonlyMap<number, number>, without: readonly number[]): number {
  let sum = 0;
  for (const [concept, weight] of profile) if (!without.includes(concept)) sum += weight * weight;
  return sum;
}
