import { NumberList } from './number-list.ts';
import type { FoundCandidates } from './occurrences.ts';

const FIRST_ROOM = 1 << 16;

/** Candidates as they are found, field after field. Its memory is reused from range to range. */
export class CandidateList {
  readonly #phrase = new NumberList((length) => new Uint32Array(length), FIRST_ROOM);
  readonly #first = new NumberList((length) => new Uint32Array(length), FIRST_ROOM);
  readonly #end = new NumberList((length) => new Uint32Array(length), FIRST_ROOM);
  readonly #kind = new NumberList((length) => new Uint8Array(length), FIRST_ROOM);
  readonly #fields = new NumberList((length) => new Uint32Array(length));

  /** Begins a range of papers. */
  clear(): void {
    for (const list of [this.#phrase, this.#first, this.#end, this.#kind, this.#fields]) list.clear();
    this.#fields.push(0);
  }

  /** Adds a phrase that stands at tokens `first` up to `end`; `kind` are bits of OCCURRENCE. */
  add(phrase: number, first: number, end: number, kind: number): void {
    this.#phrase.push(phrase);
    this.#first.push(first);
    this.#end.push(end);
    this.#kind.push(kind);
  }

  /** Ends a field: what is added after is of the next. */
  endField(): void {
    this.#fields.push(this.#phrase.length);
  }

  /** All that were added since the range began. */
  toArrays(): Omit<FoundCandidates, 'edges'> {
    return { phrase: this.#phrase.toArray(), first: this.#first.toArray(), end: this.#end.toArray(), kind: this.#kind.toArray(), fields: this.#fields.toArray() };
  }
}
