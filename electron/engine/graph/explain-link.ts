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

/**
 * Why two papers are linked, from vectors that are known already. What a concept of the vectors contributes is put down to the concept itself where a paper
 * has it, and else to the one of the paper's concepts that brought most of it, as one that keeps its company.
 */
export function explainVectors(vectors: PaperVectors, a: number, b: number): LinkReasons {
  const slots = new Map<number, number>();
  const contributions: number[] = [];
  let total = 0;
  const weight = compareVectors(vectors, a, b, (concept, contribution) => {
    if (contribution <= 0) return;
    slots.set(concept, contributions.length);
    contributions.push(contribution);
    total += contribution;
  });
  if (total === 0) return { weight: 0, reasons: [] };
  const first = bringers(vectors, a, slots);
  const second = bringers(vectors, b, slots);
  const shares = new Map<number, number>();
  for (const [slot, contribution] of contributions.entries()) {
    const key = (first[slot] as number) * vectors.own.columns + (second[slot] as number);
    shares.set(key, (shares.get(key) ?? 0) + contribution / total);
  }
  const reasons = Array.from(shares, ([key, share]): LinkReason => ({ concept: Math.floor(key / vectors.own.columns), other: key % vectors.own.columns, share }));
  return { weight, reasons: reasons.sort((one, two) => two.share - one.share || one.concept - two.concept || one.other - two.other) };
}

/** By slot: the concept of a paper that brings the slot's concept into its vector, itself if the paper has it. */
function bringers({ own, near }: PaperVectors, paper: number, slots: ReadonlyMap<number, number>): Int32Array {
  const found = new Int32Array(slots.size).fill(-1);
  const amounts = new Float64Array(slots.size);
  for (let entry = own.offsets[paper] as number; entry < (own.offsets[paper + 1] as number); entry++) {
    const concept = own.indices[entry] as number;
    const slot = slots.get(concept);
    if (slot === undefined) continue;
    found[slot] = concept;
    amounts[slot] = Number.POSITIVE_INFINITY;
  }
  if (!found.includes(-1)) return found;
  for (let entry = own.offsets[paper] as number; entry < (own.offsets[paper + 1] as number); entry++) {
    const concept = own.indices[entry] as number;
    for (let place = near.offsets[concept] as number; place < (near.offsets[concept + 1] as number); place++) {
      const slot = slots.get(near.indices[place] as number);
      const amount = (own.values[entry] as number) * (near.values[place] as number);
      if (slot === undefined || amount <= (amounts[slot] as number)) continue;
      found[slot] = concept;
      amounts[slot] = amount;
    }
  }
  return found;
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
