import type { ConceptIndex, DerivedIndex, SparseRows } from './model.ts';

/** True where two indexes of the same papers are told apart by names only, so that links and topics are the same. */
export function haveSameStructure(one: ConceptIndex, other: ConceptIndex): boolean {
  if (one.paperWords !== other.paperWords || !haveSameOrigin(one, other) || !areSameRows(one.paperConcepts, other.paperConcepts)) return false;
  return one.concepts.length === other.concepts.length && one.concepts.every((concept, place) => concept === other.concepts[place] || isSameButForNames(concept, other.concepts[place]));
}

/** True where all concepts of two indexes of the same structure have the same names as well. */
export function haveSameNames(one: ConceptIndex, other: ConceptIndex): boolean {
  return one.concepts.every((concept, place) => concept === other.concepts[place] || isNamedAlike(concept, other.concepts[place]));
}

function isNamedAlike(one: ConceptIndex['concepts'][number], other: ConceptIndex['concepts'][number] | undefined): boolean {
  return one.label === other?.label && one.aliases.length === other.aliases.length && one.aliases.every((alias, place) => alias === other.aliases[place]);
}

function isSameButForNames(one: ConceptIndex['concepts'][number], other: ConceptIndex['concepts'][number] | undefined): boolean {
  return one.id === other?.id && areSame(one.broader, other.broader);
}

/** Where an index comes from counts too: company is taken over from there. */
function haveSameOrigin(one: ConceptIndex, other: ConceptIndex): boolean {
  const [a, b] = [one.derived, other.derived];
  if ((a?.from ?? one) !== (b?.from ?? other)) return false;
  if (a && b) return areSame(a.offsets, b.offsets) && areSame(a.origins, b.origins);
  return isUnchanged(a ?? b);
}

function isUnchanged(derived: DerivedIndex | undefined): boolean {
  return derived === undefined || (derived.origins.length === derived.from.concepts.length && derived.origins.every((origin, place) => origin === place));
}

function areSameRows(one: SparseRows, other: SparseRows): boolean {
  return one === other || (areSame(one.offsets, other.offsets) && areSame(one.indices, other.indices) && areSame(one.values, other.values));
}

function areSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false;
  return true;
}
