import { type ConceptIndex, type DerivedIndex, type SparseRows, type Watch } from '../model.ts';
import { BestOf } from './best-of.ts';
import { DEFAULT_NEAR_OPTIONS, nearConcepts } from './near-concepts.ts';
import type { VectorOptions } from './paper-vectors.ts';
import type { SparseMatrix } from './truncated-svd.ts';

/** What the concepts of an index keep company with, by the options that it depends on. */
const known = new WeakMap<ConceptIndex, Map<string, SparseRows>>();

/**
 * The concepts that keep the same company as each concept of an index. Those of a corrected index are taken over from the index it was made of, since finding them takes a fifth
 * of the time that a map takes and a correction changes little of them: a joined concept is near to what either was near to. `ownRows` gives what papers of an index mention.
 */
export function nearConceptsOf(index: ConceptIndex, options: VectorOptions, ownRows: (index: ConceptIndex) => SparseMatrix, watch: Watch): SparseRows {
  const from = index.derived?.from ?? index;
  let near = knownNear(from, options);
  if (!near) {
    near = nearConcepts(ownRows(from), undefined, watch);
    knowNear(from, options, near);
  }
  return index.derived ? derivedNear(near, index.derived) : near;
}

/** What nearConceptsOf found last of an index that was made of none, where it was by the same options. */
export function knownNear(index: ConceptIndex, options: VectorOptions): SparseRows | undefined {
  return known.get(index)?.get(keyOf(options));
}

/** Lets nearConceptsOf know what another thread has found. */
export function knowNear(index: ConceptIndex, options: VectorOptions, near: SparseRows): void {
  known.set(index, new Map([[keyOf(options), near]]));
}

function keyOf({ minPapers, broaderShare, valueExponent, rarityExponent }: VectorOptions): string {
  return [minPapers, broaderShare, valueExponent, rarityExponent].join(' ');
}

/** Near concepts of an index as those of one that was made of it; the nearest of all that a concept comes from. */
function derivedNear(near: SparseRows, { from, offsets, origins }: DerivedIndex): SparseRows {
  const placesOf = placesByOrigin(from.concepts.length, offsets, origins);
  const count = offsets.length - 1;
  const rows: SparseRows = { offsets: new Uint32Array(count + 1), indices: new Uint32Array(count * DEFAULT_NEAR_OPTIONS.near), values: new Float32Array(count * DEFAULT_NEAR_OPTIONS.near) };
  const best = new BestOf(DEFAULT_NEAR_OPTIONS.near);
  const nearness = new Map<number, number>();
  const copier = new RowCopier(near, placesOf, count);
  let end = 0;
  for (let concept = 0; concept < count; concept++) {
    const copied = copier.copy(concept, origins.subarray(offsets[concept], offsets[concept + 1]), rows, end);
    if (copied !== null) {
      end = rows.offsets[concept + 1] = copied;
      continue;
    }
    nearness.clear();
    best.clear();
    for (const origin of origins.subarray(offsets[concept], offsets[concept + 1])) {
      for (let entry = near.offsets[origin] as number; entry < (near.offsets[origin + 1] as number); entry++) {
        const value = near.values[entry] as number;
        for (const place of placesOf(near.indices[entry] as number)) if (place !== concept) nearness.set(place, Math.max(value, nearness.get(place) ?? 0));
      }
    }
    for (const [place, value] of nearness) best.offer(place, value);
    for (let rank = 0; rank < best.count; rank++, end++) {
      rows.indices[end] = best.ids[rank] as number;
      rows.values[end] = best.scores[rank] as number;
    }
    rows.offsets[concept + 1] = end;
  }
  return { ...rows, indices: rows.indices.slice(0, end), values: rows.values.slice(0, end) };
}

/** Copies rows of near concepts that a correction has left as they are, which are almost all. */
class RowCopier {
  readonly #near: SparseRows;
  readonly #placesOf: (origin: number) => Uint32Array;
  /** By concept: the last one whose row has it, counted from 1. */
  readonly #listedBy: Uint32Array;

  constructor(near: SparseRows, placesOf: (origin: number) => Uint32Array, count: number) {
    this.#near = near;
    this.#placesOf = placesOf;
    this.#listedBy = new Uint32Array(count);
  }

  /** Writes the row of a concept from `at` on and gives where it ends; null where it has to be put together: of several origins, with concepts that were joined or split, or in another order. */
  copy(concept: number, origins: Uint32Array, to: SparseRows, at: number): number | null {
    const [origin] = origins;
    if (origins.length !== 1 || origin === undefined) return null;
    const { offsets, indices, values } = this.#near;
    let end = at;
    for (let entry = offsets[origin] as number; entry < (offsets[origin + 1] as number); entry++) {
      const places = this.#placesOf(indices[entry] as number);
      if (places.length === 0) continue;
      const place = places[0] as number;
      const value = values[entry] as number;
      const isNext = end === at || value < (to.values[end - 1] as number) || (value === to.values[end - 1] && place > (to.indices[end - 1] as number));
      if (places.length > 1 || place === concept || this.#listedBy[place] === concept + 1 || !isNext) return null;
      this.#listedBy[place] = concept + 1;
      to.indices[end] = place;
      to.values[end++] = value;
    }
    return end;
  }
}

/** Gives the concepts that come from a concept of the former index. */
function placesByOrigin(formerCount: number, offsets: Uint32Array, origins: Uint32Array): (origin: number) => Uint32Array {
  const starts = new Uint32Array(formerCount + 1);
  for (const origin of origins) starts[origin + 1]!++;
  for (let origin = 0; origin < formerCount; origin++) starts[origin + 1]! += starts[origin] as number;
  const next = starts.slice();
  const places = new Uint32Array(origins.length);
  for (let concept = 0; concept + 1 < offsets.length; concept++) for (const origin of origins.subarray(offsets[concept], offsets[concept + 1])) places[next[origin]!++] = concept;
  return (origin) => places.subarray(starts[origin], starts[origin + 1]);
}
