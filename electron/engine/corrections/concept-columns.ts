import type { ConceptIndex, MentionTable } from '../model.ts';

/** Papers (rows of an index) that have a concept, with its value in each, and its mentions (places in the table of mentions, ascending). */
export interface ConceptColumn {
  values: Map<number, number>;
  mentions: number[];
}

/** An index by concept instead of by paper, read column by column. */
export class ConceptColumns {
  readonly #index: ConceptIndex;
  readonly #entries: Postings;
  readonly #mentions: Postings;
  readonly #rowOfEntry: Uint32Array;

  constructor(index: ConceptIndex) {
    this.#index = index;
    this.#entries = postingsOf(index.paperConcepts.indices, index.concepts.length);
    this.#mentions = postingsOf(index.mentions.concept, index.concepts.length);
    this.#rowOfEntry = rowsOf(index.paperConcepts.offsets, index.paperConcepts.indices.length);
  }

  /** The rows that have a concept of the index, ascending. */
  rows(concept: number): Uint32Array {
    return placesOf(this.#entries, concept).map((entry) => this.#rowOfEntry[entry] as number);
  }

  /** The column of a concept of the index, as a copy. */
  read(concept: number): ConceptColumn {
    const values = new Map<number, number>();
    for (const entry of placesOf(this.#entries, concept)) values.set(this.#rowOfEntry[entry] as number, this.#index.paperConcepts.values[entry] as number);
    return { values, mentions: [...placesOf(this.#mentions, concept)] };
  }
}

const known = new WeakMap<ConceptIndex, ConceptColumns>();

/** The columns of an index, made once: an index is corrected again and again. */
export function columnsOf(index: ConceptIndex): ConceptColumns {
  const columns = known.get(index) ?? new ConceptColumns(index);
  known.set(index, columns);
  return columns;
}

/** For each number the places at which it stands, ascending. */
interface Postings {
  offsets: Uint32Array;
  places: Uint32Array;
}

/** Sorts places by the number that stands there (counting sort). */
function postingsOf(numbers: Uint32Array, count: number): Postings {
  const offsets = new Uint32Array(count + 1);
  for (const number of numbers) offsets[number + 1]!++;
  for (let number = 0; number < count; number++) offsets[number + 1]! += offsets[number] as number;
  const next = offsets.slice();
  const places = new Uint32Array(numbers.length);
  for (let place = 0; place < numbers.length; place++) places[next[numbers[place] as number]!++] = place;
  return { offsets, places };
}

function placesOf({ offsets, places }: Postings, number: number): Uint32Array {
  return places.subarray(offsets[number], offsets[number + 1]);
}

/** The row of each place of a table of rows. */
function rowsOf(offsets: Uint32Array, length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row + 1 < offsets.length; row++) rows.fill(row, offsets[row], offsets[row + 1]);
  return rows;
}

/** The row in whose part of a table of mentions a mention stands. */
export function rowOfMention({ offsets }: MentionTable, mention: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) <= mention) low = middle;
    else high = middle;
  }
  return low;
}
