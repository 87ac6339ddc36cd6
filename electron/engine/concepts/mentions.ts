import type { RowRange } from '../parallel/task.ts';
import { NumberList } from './number-list.ts';
import type { PaperTerms, TermSource } from './paper-terms.ts';
import { FIELD_COUNT } from './tokens.ts';

/** Mentions of some papers, in their order; `offsets` from 0. */
export interface FoundMentions {
  offsets: Uint32Array;
  occurrence: Uint32Array;
  field: Uint8Array;
  start: Uint32Array;
  end: Uint32Array;
}

/**
 * Where each paper of a range mentions its ranked terms, by field, start, and the longer before the shorter.
 * A mention may lie within a longer one: "language model" in "large language model".
 */
export function findMentions(source: TermSource, [from, to]: RowRange, ranked: PaperTerms): FoundMentions {
  const offsets = new NumberList((length) => new Uint32Array(length), to - from + 1);
  const occurrence = new NumberList((length) => new Uint32Array(length));
  const field = new NumberList((length) => new Uint8Array(length));
  const start = new NumberList((length) => new Uint32Array(length));
  const end = new NumberList((length) => new Uint32Array(length));
  const reader = new MentionReader(source);
  offsets.push(0);
  for (let paper = from; paper < to; paper++) {
    reader.setTerms(paper, ranked.term.subarray(ranked.offsets[paper - from], ranked.offsets[paper - from + 1]));
    for (let number = 0; number < FIELD_COUNT; number++) {
      const count = reader.readField(paper * FIELD_COUNT + number);
      for (let at = 0; at < count; at++) {
        occurrence.push(reader.occurrence[at] as number);
        field.push(number);
        start.push(reader.start[at] as number);
        end.push(reader.end[at] as number);
      }
    }
    offsets.push(occurrence.length);
  }
  return { offsets: offsets.toArray(), occurrence: occurrence.toArray(), field: field.toArray(), start: start.toArray(), end: end.toArray() };
}

/** The mentions of one field at a time, in arrays that are used again for the next. */
class MentionReader {
  readonly #source: TermSource;
  /** For each term, one more than the last paper that has it. */
  readonly #paperOf: Uint32Array;
  #paper = 0;
  occurrence = new Uint32Array(256);
  start = new Uint32Array(256);
  end = new Uint32Array(256);
  #term = new Uint32Array(256);

  constructor(source: TermSource) {
    this.#source = source;
    this.#paperOf = new Uint32Array(source.termOf.length);
  }

  /** From here on fields are read for these terms of a paper. */
  setTerms(paper: number, terms: Uint32Array): void {
    this.#paper = paper + 1;
    for (const term of terms) this.#paperOf[term] = this.#paper;
  }

  /** Reads a field, gives how many mentions it has. */
  readField(row: number): number {
    const { occurrences, termOf } = this.#source;
    const from = occurrences.fields[row] as number;
    const to = occurrences.fields[row + 1] as number;
    if (to - from > this.occurrence.length) this.#grow(to - from);
    let count = 0;
    for (let occurrence = from; occurrence < to; occurrence++) {
      const term = termOf[occurrences.phrase[occurrence] as number] as number;
      if (this.#paperOf[term] === this.#paper && this.#insert(count, term, occurrence)) count++;
    }
    return count;
  }

  /** Puts a mention in its place among the first `count`: occurrences come nearly in order already. False for one that is there. */
  #insert(count: number, term: number, occurrence: number): boolean {
    const { occurrences, tokens } = this.#source;
    const start = tokens.start[occurrences.first[occurrence] as number] as number;
    const end = tokens.end[(occurrences.end[occurrence] as number) - 1] as number;
    let place = count;
    while (place > 0 && this.#order(place - 1, start, end, term) > 0) place--;
    if (place > 0 && this.#order(place - 1, start, end, term) === 0) return false;
    for (let at = count; at > place; at--) this.#move(at - 1, at);
    this.occurrence[place] = occurrence;
    this.start[place] = start;
    this.end[place] = end;
    this.#term[place] = term;
    return true;
  }

  /** Order of the mention in a place and another one: by start, the longer first, then by term. */
  #order(place: number, start: number, end: number, term: number): number {
    return (this.start[place] as number) - start || end - (this.end[place] as number) || (this.#term[place] as number) - term;
  }

  #move(from: number, to: number): void {
    this.occurrence[to] = this.occurrence[from] as number;
    this.start[to] = this.start[from] as number;
    this.end[to] = this.end[from] as number;
    this.#term[to] = this.#term[from] as number;
  }

  #grow(length: number): void {
    this.occurrence = new Uint32Array(length * 2);
    this.start = new Uint32Array(length * 2);
    this.end = new Uint32Array(length * 2);
    this.#term = new Uint32Array(length * 2);
  }
}
