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

/** Why two papers of an index are linked, with the very vectors by which `linkPapers` links them. */
export function explainLink(index: ConceptIndex, a: number, b: number, options: Partial<VectorOptions> = {}): LinkReasons {
  return explainVectors(paperVectors(index, { ...DEFAULT_VECTOR_OPTIONS, ...options }), a, b);
}

/** Why two papers are linked, from vectors that are known already: see LinkExplainer. */
export function explainVectors(vectors: PaperVectors, a: number, b: number): LinkReasons {
  return new LinkExplainer(vectors).explain(a, b);
}

/**
 * Tells why papers are linked, one pair after the other. What a concept of the vectors contributes is put down to the concept itself where a paper
 * has it, and else to the one of the paper's concepts that brought most of it, as one that keeps its company.
 */
export class LinkExplainer {
  readonly #vectors: PaperVectors;
  /** By concept: its place among those that the two papers share, counted from 1. */
  readonly #placeOf: Uint32Array;
  readonly #shared: number[] = [];
  readonly #contributions: number[] = [];

  constructor(vectors: PaperVectors) {
    this.#vectors = vectors;
    this.#placeOf = new Uint32Array(vectors.own.columns);
  }

  explain(a: number, b: number): LinkReasons {
    const shared = this.#shared;
    const contributions = this.#contributions;
    shared.length = 0;
    contributions.length = 0;
    let total = 0;
    const weight = compareVectors(this.#vectors, a, b, (concept, contribution) => {
      if (contribution <= 0) return;
      shared.push(concept);
      contributions.push(contribution);
      this.#placeOf[concept] = shared.length;
      total += contribution;
    });
    if (total === 0) return { weight: 0, reasons: [] };
    const first = this.#bringers(a);
    const second = this.#bringers(b);
    for (const concept of shared) this.#placeOf[concept] = 0;
    return { weight, reasons: this.#reasons(first, second, total) };
  }

  #reasons(first: Int32Array, second: Int32Array, total: number): LinkReason[] {
    const { columns } = this.#vectors.own;
    const shares = new Map<number, number>();
    for (const [place, contribution] of this.#contributions.entries()) {
      const key = (first[place] as number) * columns + (second[place] as number);
      shares.set(key, (shares.get(key) ?? 0) + contribution / total);
    }
    const reasons: LinkReason[] = [];
    for (const [key, share] of shares) reasons.push({ concept: Math.floor(key / columns), other: key % columns, share });
    return reasons.sort((one, two) => two.share - one.share || one.concept - two.concept || one.other - two.other);
  }

  /** By place of a shared concept: the concept of a paper that brings it into its vector, itself if the paper has it. */
  #bringers(paper: number): Int32Array {
    const { own, near } = this.#vectors;
    const placeOf = this.#placeOf;
    const found = new Int32Array(this.#shared.length).fill(-1);
    const [start, end] = [own.offsets[paper] as number, own.offsets[paper + 1] as number];
    let missing = found.length;
    for (let entry = start; entry < end; entry++) {
      const place = placeOf[own.indices[entry] as number] as number;
      if (place === 0) continue;
      found[place - 1] = own.indices[entry] as number;
      missing--;
    }
    if (missing === 0) return found;
    const amounts = new Float64Array(found.length);
    for (const [place, concept] of found.entries()) if (concept >= 0) amounts[place] = Number.POSITIVE_INFINITY;
    for (let entry = start; entry < end; entry++) {
      const concept = own.indices[entry] as number;
      const value = own.values[entry] as number;
      for (let at = near.offsets[concept] as number; at < (near.offsets[concept + 1] as number); at++) {
        const place = placeOf[near.indices[at] as number] as number;
        if (place === 0) continue;
        const amount = value * (near.values[at] as number);
        if (amount <= (amounts[place - 1] as number)) continue;
        found[place - 1] = concept;
        amounts[place - 1] = amount;
      }
    }
    return found;
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
