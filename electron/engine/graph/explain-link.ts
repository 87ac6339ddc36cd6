import type { ConceptIndex } from '../model.ts';
import { compareVectors, DEFAULT_VECTOR_OPTIONS, paperVectors, type PaperVectors, type VectorOptions } from './paper-vectors.ts';

/** A part of what links two papers: a concept that both have, or one of the first paper that keeps the same company as one of the second. */
export interface LinkReason {
  /** Index of the concept that the first paper has. */
  concept: number;
  /** Index of the concept that the second paper has: the same one, or one near to it. */
  other: number;
  /** Part of the weight, 0..1. */
  share: number;
}

/** What links two papers: the shares add up to 1 and come largest first. No reasons, weight 0: not linked. */
export interface LinkReasons {
  /** 0..1 */
  weight: number;
  reasons: LinkReason[];
}

/** The parts of vectors that tell why papers are linked. */
export type ExplainedVectors = Pick<PaperVectors, 'own' | 'near' | 'rows' | 'sizes' | 'similarity'>;

/** Why two papers of an index are linked, with the very vectors by which `linkPapers` links them. */
export function explainLink(index: ConceptIndex, a: number, b: number, options: Partial<VectorOptions> = {}): LinkReasons {
  return explainVectors(paperVectors(index, { ...DEFAULT_VECTOR_OPTIONS, ...options }), a, b);
}

/** Why two papers are linked, from vectors that are known already: see LinkExplainer. */
export function explainVectors(vectors: ExplainedVectors, a: number, b: number): LinkReasons {
  return new LinkExplainer(vectors).explain(a, b);
}

/**
 * Tells why papers are linked, one pair after the other. What a concept of the vectors contributes is put down to the concept itself where a paper
 * has it, and else to the one of the paper's concepts that brought most of it, as one that keeps its company.
 */
export class LinkExplainer {
  readonly #vectors: ExplainedVectors;
  readonly #bringers: Bringers;
  /** Of the concepts that the two papers share: who brings them, as first × columns + second, and what they contribute. */
  readonly #pairs: number[] = [];
  readonly #contributions: number[] = [];

  constructor(vectors: ExplainedVectors) {
    this.#vectors = vectors;
    this.#bringers = new Bringers(vectors);
  }

  /** The reasons with at least the given share. */
  explain(a: number, b: number, smallestShare = 0): LinkReasons {
    const pairs = this.#pairs;
    const contributions = this.#contributions;
    const { columns } = this.#vectors.own;
    const lower = this.#bringers.ofPaper(Math.min(a, b));
    const higher = this.#bringers.ofPaper(Math.max(a, b));
    pairs.length = 0;
    contributions.length = 0;
    let total = 0;
    const weight = compareVectors(this.#vectors, a, b, (_, contribution, lowerEntry, higherEntry) => {
      if (contribution <= 0) return;
      const one = lower[lowerEntry] as number;
      const two = higher[higherEntry] as number;
      pairs.push(a < b ? one * columns + two : two * columns + one);
      contributions.push(contribution);
      total += contribution;
    });
    return total === 0 ? { weight: 0, reasons: [] } : { weight, reasons: this.#reasons(total, smallestShare) };
  }

  #reasons(total: number, smallestShare: number): LinkReason[] {
    const { columns } = this.#vectors.own;
    const shares = new Map<number, number>();
    for (const [place, contribution] of this.#contributions.entries()) {
      const pair = this.#pairs[place] as number;
      shares.set(pair, (shares.get(pair) ?? 0) + contribution / total);
    }
    const reasons: LinkReason[] = [];
    for (const [pair, share] of shares) if (share >= smallestShare) reasons.push({ concept: Math.floor(pair / columns), other: pair % columns, share });
    return reasons.sort((one, two) => two.share - one.share || one.concept - two.concept || one.other - two.other);
  }
}

/** Of each entry in the rows of vectors, the concept of the paper that brings it there, itself if the paper has it; found when a paper is first asked for. */
class Bringers {
  readonly #vectors: ExplainedVectors;
  readonly #bringerOf: Uint32Array;
  readonly #isKnown: Uint8Array;
  /** By concept: its entry in the row of the paper, counted from 1. */
  readonly #entryOf: Uint32Array;

  constructor(vectors: ExplainedVectors) {
    this.#vectors = vectors;
    this.#bringerOf = new Uint32Array(vectors.rows.indices.length);
    this.#isKnown = new Uint8Array(vectors.sizes.length);
    this.#entryOf = new Uint32Array(vectors.own.columns);
  }

  /** By entry of the rows, those of the paper filled in. */
  ofPaper(paper: number): Uint32Array {
    if (this.#isKnown[paper] === 0) this.#find(paper);
    this.#isKnown[paper] = 1;
    return this.#bringerOf;
  }

  #find(paper: number): void {
    const { own, near, rows } = this.#vectors;
    const entryOf = this.#entryOf;
    const first = rows.offsets[paper] as number;
    const last = rows.offsets[paper + 1] as number;
    const amounts = new Float64Array(last - first);
    for (let entry = first; entry < last; entry++) entryOf[rows.indices[entry] as number] = entry + 1;
    for (let at = own.offsets[paper] as number; at < (own.offsets[paper + 1] as number); at++) this.#take(own.indices[at] as number, own.indices[at] as number, Number.POSITIVE_INFINITY, first, amounts);
    for (let at = own.offsets[paper] as number; at < (own.offsets[paper + 1] as number); at++) {
      const concept = own.indices[at] as number;
      for (let place = near.offsets[concept] as number; place < (near.offsets[concept + 1] as number); place++) {
        this.#take(near.indices[place] as number, concept, (own.values[at] as number) * (near.values[place] as number), first, amounts);
      }
    }
    for (let entry = first; entry < last; entry++) entryOf[rows.indices[entry] as number] = 0;
  }

  #take(concept: number, bringer: number, amount: number, first: number, amounts: Float64Array): void {
    const entry = this.#entryOf[concept] as number;
    if (entry === 0 || amount <= (amounts[entry - 1 - first] as number)) return;
    this.#bringerOf[entry - 1] = bringer;
    amounts[entry - 1 - first] = amount;
  }
}

/** Concepts shown as the company that two concepts both keep. */
const COMPANY = 3;

/** The concepts that are near to both of two concepts, by how near they are to both, the best few. */
export function commonCompany({ near }: Pick<PaperVectors, 'near'>, a: number, b: number): number[] {
  const nearnessOf = new Map<number, number>();
  for (let place = near.offsets[a] as number; place < (near.offsets[a + 1] as number); place++) nearnessOf.set(near.indices[place] as number, near.values[place] as number);
  const both: { concept: number; nearness: number }[] = [];
  for (let place = near.offsets[b] as number; place < (near.offsets[b + 1] as number); place++) {
    const concept = near.indices[place] as number;
    const nearness = nearnessOf.get(concept);
    if (nearness !== undefined) both.push({ concept, nearness: nearness * (near.values[place] as number) });
  }
  return both.sort((one, two) => two.nearness - one.nearness || one.concept - two.concept).slice(0, COMPANY).map(({ concept }) => concept);
}
