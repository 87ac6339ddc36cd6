import { GENERIC_MODIFIERS, GENERIC_PHRASES, GENERIC_WORDS, GRADABLE_WORDS, VACUOUS_WORDS } from './boilerplate.ts';
import { BROAD_WORDS } from './broad-words.ts';
import type { PhraseList } from './phrase-list.ts';

/** What a normal word says; bits. `known` marks words that have been looked at. */
const WORD = { known: 1, saysNothing: 2, generic: 4, broad: 8, vacuous: 16, gradable: 32, opensGeneric: 64, opensPhrase: 128 } as const;

/** Beginnings of generic words, where words may be cut in two. */
const GENERIC_BEGINNINGS: ReadonlySet<string> = new Set([...GENERIC_WORDS].flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1))));
const FIRST_WORDS: ReadonlySet<string> = new Set(Array.from(GENERIC_PHRASES, (phrase) => phrase.split(' ', 1)[0] as string));

/** Tells phrases that say nothing; looks at each normal word once. */
export class BoilerplateTerms {
  readonly #list: PhraseList;
  readonly #normals: readonly string[];
  readonly #bits: Uint8Array;

  constructor(list: PhraseList, normals: readonly string[]) {
    this.#list = list;
    this.#normals = normals;
    this.#bits = new Uint8Array(normals.length);
  }

  /**
   * Whether a phrase says nothing in any field: one generic word (also where it was cut in two), vacuous words only, nothing with a letter, or a stock phrase.
   * Labels of thesauri say something; of the built-in one a broad word does not.
   */
  has(term: number): boolean {
    const { phrases, entryOf, given } = this.#list;
    const entry = entryOf.get(term)?.entry;
    const parts = phrases.wordsOf(term);
    const first = this.#bitsOf(parts[0] as number);
    if (entry) return parts.length === 1 && (first & WORD.broad) !== 0 && entry.fixedLabel !== true && !given.has(term);
    if (parts.length === 1) return (first & (WORD.saysNothing | WORD.generic)) !== 0 || ((first & WORD.broad) !== 0 && !given.has(term));
    if (parts.length === 2 && (first & WORD.opensGeneric) !== 0 && GENERIC_WORDS.has(this.#text(parts, ''))) return true;
    return this.#isVacuous(parts) || ((first & WORD.opensPhrase) !== 0 && GENERIC_PHRASES.has(this.#text(parts, ' ')));
  }

  #isVacuous(parts: readonly number[]): boolean {
    for (let place = 0; place < parts.length; place++) {
      const empty = WORD.saysNothing | WORD.vacuous | (place < parts.length - 1 ? WORD.gradable : 0);
      if ((this.#bitsOf(parts[place] as number) & empty) === 0) return false;
    }
    return true;
  }

  #text(parts: readonly number[], separator: string): string {
    return parts.map((number) => this.#normals[number] as string).join(separator);
  }

  #bitsOf(number: number): number {
    const known = this.#bits[number] as number;
    return known === 0 ? (this.#bits[number] = describe(this.#normals[number] as string)) : known;
  }
}

function describe(word: string): number {
  let bits: number = WORD.known;
  if (word.length < 2 || !/\p{L}/u.test(word) || GENERIC_MODIFIERS.has(word)) bits |= WORD.saysNothing;
  if (GENERIC_WORDS.has(word)) bits |= WORD.generic;
  if (BROAD_WORDS.has(word)) bits |= WORD.broad;
  if (VACUOUS_WORDS.has(word)) bits |= WORD.vacuous;
  if (GRADABLE_WORDS.has(word)) bits |= WORD.gradable;
  if (GENERIC_BEGINNINGS.has(word)) bits |= WORD.opensGeneric;
  if (FIRST_WORDS.has(word)) bits |= WORD.opensPhrase;
  return bits;
}
