import { compareText } from '../../../shared/text.ts';
import type { Concept, ConceptIndex, DerivedIndex, MentionTable, SparseRows } from '../model.ts';
import type { ConceptDraft } from './concept-draft.ts';

/** The index that a draft describes, concepts by id, and the place in it of each concept of the draft, -1 for those that are gone. */
export function finishDraft(draft: ConceptDraft): { index: ConceptIndex; placeOf: Int32Array } {
  if (draft.touched.size === 0) return renamedOnly(draft);
  const order = conceptOrder(draft);
  const placeOf = new Int32Array(draft.size).fill(-1);
  for (const [place, number] of order.entries()) placeOf[number] = place;
  const concepts = order.map((number) => finishedConcept(draft, number, placeOf));
  const { index } = draft;
  const paperConcepts = finishedRows(draft, placeOf, concepts);
  return { index: { ...index, concepts, paperConcepts, mentions: finishedMentions(draft, placeOf), derived: derivation(draft, order) }, placeOf };
}

/** Where no paper has won or lost a concept, only names differ. */
function renamedOnly(draft: ConceptDraft): { index: ConceptIndex; placeOf: Int32Array } {
  const { index } = draft;
  const concepts = index.concepts.map((_, number) => draft.conceptAt(number));
  const derived = { from: index, offsets: Uint32Array.from({ length: concepts.length + 1 }, (_, number) => number), origins: Uint32Array.from(concepts.keys()) };
  return { index: { ...index, concepts, derived }, placeOf: Int32Array.from(concepts.keys()) };
}

/** Numbers of the concepts that some paper has, by id; those of the index are in that order already. */
function conceptOrder(draft: ConceptDraft): number[] {
  const isThere = (number: number) => !draft.isGone(number) && draft.touched.get(number)?.values.size !== 0;
  const known = draft.index.concepts.length;
  const added = Array.from({ length: draft.size - known }, (_, place) => known + place).filter(isThere);
  added.sort((a, b) => compareText(draft.conceptAt(a).id, draft.conceptAt(b).id));
  const order: number[] = [];
  let next = 0;
  const takeBefore = (id: string | null) => {
    for (; next < known && (id === null || draft.isGone(next) || compareText(draft.conceptAt(next).id, id) < 0); next++) if (isThere(next)) order.push(next);
  };
  for (const number of added) {
    takeBefore(draft.conceptAt(number).id);
    order.push(number);
  }
  takeBefore(null);
  return order;
}

function derivation(draft: ConceptDraft, order: readonly number[]): DerivedIndex {
  const offsets = new Uint32Array(order.length + 1);
  const origins: number[] = [];
  for (const [place, number] of order.entries()) {
    const several = draft.origins.get(number);
    if (several) origins.push(...several);
    else origins.push(number);
    offsets[place + 1] = origins.length;
  }
  return { from: draft.index, offsets, origins: Uint32Array.from(origins) };
}

function finishedConcept(draft: ConceptDraft, number: number, placeOf: Int32Array): Concept {
  const concept = draft.conceptAt(number);
  const papers = draft.touched.get(number)?.values.size ?? concept.papers;
  if (concept.broader.length === 0 && concept.related === undefined) return papers === concept.papers ? concept : { ...concept, papers };
  const present = (numbers: readonly number[]) => [...new Set(numbers.flatMap((other) => draft.standsFor(other)).map((other) => placeOf[other] as number))].filter((place) => place >= 0 && place !== placeOf[number]).sort((a, b) => a - b);
  const { related = [], ...rest } = concept;
  const others = present(related);
  return { ...rest, papers, broader: present(concept.broader), ...(others.length > 0 ? { related: others } : {}) };
}

/** Paper → concepts, best first: the rows of the index, in which columns that were touched take the place of the former ones. */
function finishedRows(draft: ConceptDraft, placeOf: Int32Array, concepts: readonly Concept[]): SparseRows {
  const before = draft.index.paperConcepts;
  const changed = changedRows(draft);
  const most = before.indices.length + [...changed.values()].reduce((sum, added) => sum + added.length, 0);
  const rows: SparseRows = { offsets: new Uint32Array(before.offsets.length), indices: new Uint32Array(most), values: new Float32Array(most) };
  const labelOf = (place: number) => concepts[place]?.label ?? '';
  let end = 0;
  const push = (concept: number, value: number) => {
    rows.indices[end] = concept;
    rows.values[end++] = value;
  };
  for (let row = 0; row + 1 < before.offsets.length; row++) {
    const added = changed.get(row);
    const entries = added?.map(({ number, value }) => ({ concept: placeOf[number] as number, value })) ?? [];
    for (let entry = before.offsets[row] as number; entry < (before.offsets[row + 1] as number); entry++) {
      const number = before.indices[entry] as number;
      const value = before.values[entry] as number;
      if (!added) push(placeOf[number] as number, value);
      else if (!draft.touched.has(number)) entries.push({ concept: placeOf[number] as number, value });
    }
    entries.sort((a, b) => b.value - a.value || compareText(labelOf(a.concept), labelOf(b.concept)) || a.concept - b.concept);
    for (const { concept, value } of entries) push(concept, value);
    rows.offsets[row + 1] = end;
  }
  return { ...rows, indices: rows.indices.slice(0, end), values: rows.values.slice(0, end) };
}

/** For each row of the index that some touched column is or was in, what these columns have there now. */
function changedRows(draft: ConceptDraft): Map<number, { number: number; value: number }[]> {
  const changed = new Map<number, { number: number; value: number }[]>();
  const rowsBefore = draft.rowsBefore();
  for (const row of rowsBefore) changed.set(row, []);
  for (const [number, { values }] of draft.touched) {
    if (draft.isGone(number)) continue;
    for (const [row, value] of values) changed.get(row)?.push({ number, value });
  }
  return changed;
}

const GONE = 0xffff_ffff;

/** The table of mentions with the concepts they are of now; one within a mention of the same concept is left out. */
function finishedMentions(draft: ConceptDraft, placeOf: Int32Array): MentionTable {
  const table = draft.index.mentions;
  const placeOfUntouched = Uint32Array.from(placeOf, (place) => (place < 0 ? GONE : place));
  for (const number of draft.touched.keys()) placeOfUntouched[number] = GONE;
  const concept = table.concept.map((number) => placeOfUntouched[number] as number);
  for (const [number, { mentions }] of draft.touched) {
    if (draft.isGone(number)) continue;
    for (const mention of withoutNested(table, mentions)) concept[mention] = placeOf[number] as number;
  }
  return concept.includes(GONE) ? withoutGone(table, concept) : { ...table, concept };
}

function withoutGone(table: MentionTable, concept: Uint32Array): MentionTable {
  const count = concept.reduce((sum, place) => sum + (place === GONE ? 0 : 1), 0);
  const kept: MentionTable = { offsets: new Uint32Array(table.offsets.length), concept: new Uint32Array(count), field: new Uint8Array(count), start: new Uint32Array(count), end: new Uint32Array(count) };
  for (let row = 0, mention = 0, at = 0; row + 1 < kept.offsets.length; row++) {
    for (; mention < (table.offsets[row + 1] as number); mention++) {
      if (concept[mention] === GONE) continue;
      kept.concept[at] = concept[mention] as number;
      kept.field[at] = table.field[mention] as number;
      kept.start[at] = table.start[mention] as number;
      kept.end[at] = table.end[mention] as number;
      at++;
    }
    kept.offsets[row + 1] = at;
  }
  return kept;
}

/** Mentions in their order, by paper, field and start, the longer before the shorter, without those that lie within the one before. */
function withoutNested({ field, start, end }: MentionTable, mentions: readonly number[]): number[] {
  const kept: number[] = [];
  for (const mention of mentions) {
    const before = kept.at(-1);
    const follows = before === undefined || field[mention] !== field[before] || (start[mention] as number) < (start[before] as number) || (end[mention] as number) > (end[before] as number);
    if (follows) kept.push(mention);
  }
  return kept;
}
