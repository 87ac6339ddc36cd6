import { EMPTY_HEADS, GENERIC_WHEN_VALUED, SOFT_MODIFIERS } from './boilerplate.ts';
import { WORD_CLASS } from './lexicon.ts';
import { normalWord } from './normalise.ts';
import type { CandidateSource } from './occurrences.ts';
import { isOtherFunctionWord } from './other-languages.ts';
import { GAP } from './tokens.ts';
import type { Units } from './units.ts';
import { WORD_FLAG, type WordFacts } from './words.ts';

/** Letters of a word of another language that says something. */
const SHORTEST_OTHER_WORD = 4;

/** Nouns of action, with which "X of Y" says the same as "Y X". */
const ACTION = /(?:tion|sion|ment|ing|ysis|ance|ence)$/;

/** What single units of a text are like, as far as it bears on where terms begin and end. */
export class UnitTraits {
  readonly #units: Units;
  readonly #words: WordFacts;
  readonly #surfaces: readonly string[];
  readonly #isSoftModifier: Uint8Array;
  readonly #isEmptyWord: Uint8Array;

  /** `units` are read anew from text to text. */
  constructor(units: Units, { words, surfaces }: Pick<CandidateSource, 'words' | 'surfaces'>) {
    this.#units = units;
    this.#words = words;
    this.#surfaces = surfaces;
    this.#isSoftModifier = Uint8Array.from(surfaces, (word) => (SOFT_MODIFIERS.has(word.toLowerCase()) ? 1 : 0));
    this.#isEmptyWord = Uint8Array.from(surfaces, (word) => (EMPTY_HEADS.has(normalWord(word)) ? 1 : 0));
  }

  /** A word that says something, in a language whose grammar is not known. */
  isContentWord(unit: number): boolean {
    const word = this.#surfaces[this.#units.lastWord[unit] as number] as string;
    if (((this.#units.flags[unit] as number) & WORD_FLAG.junk) !== 0 || this.#units.wordClass[unit] === WORD_CLASS.number) return false;
    return (word.length >= SHORTEST_OTHER_WORD || this.#units.wordClass[unit] === WORD_CLASS.otherScript || this.standsForItself(unit)) && !isOtherFunctionWord(word.toLowerCase());
  }

  /** True for “of”. */
  isOf(unit: number): boolean {
    return this.#surfaces[this.#units.lastWord[unit] as number] === 'of';
  }

  /** A word that says nothing with a value before it: “high values”. */
  isGenericWhenValued(unit: number): boolean {
    return GENERIC_WHEN_VALUED.has((this.#surfaces[this.#units.lastWord[unit] as number] as string).toLowerCase());
  }

  /** "the network's". */
  isPossessive(unit: number): boolean {
    const word = this.#surfaces[this.#units.lastWord[unit] as number] as string;
    const last = word.at(word.endsWith('s') ? -2 : -1);
    return last === "'" || last === '’';
  }

  /** A word in front in a longer noun phrase is a candidate of its own where it is a name; other words have to be the head, or listed. */
  standsForItself(unit: number): boolean {
    return ((this.#units.flags[unit] as number) & (WORD_FLAG.acronym | WORD_FLAG.capital)) !== 0;
  }

  /** A modifier that may be part of a term: “critical” temperature. */
  isSoftModifier(unit: number): boolean {
    return this.#isSoftModifier[this.#units.lastWord[unit] as number] === 1;
  }

  /** "quantization schemes" are about quantization. */
  isEmptyHead(unit: number): boolean {
    return unit < this.#units.count && this.#isEmptyWord[this.#units.lastWord[unit] as number] === 1;
  }

  /** A modifier that is part of no term. */
  isGeneric(unit: number): boolean {
    return ((this.#units.flags[unit] as number) & WORD_FLAG.genericModifier) !== 0;
  }

  /** A head that says the same in front of "of" and at the end: a noun of action, or one that says something. */
  canTurn(head: number): boolean {
    const isGenericWord = ((this.#words.flags[this.#units.lastWord[head] as number] as number) & WORD_FLAG.genericWord) !== 0;
    return !isGenericWord || ACTION.test((this.#surfaces[this.#units.lastWord[head] as number] as string).toLowerCase());
  }

  /** The unit from which a noun phrase begins with the article or possessive in front of it. */
  articleBefore(from: number): number {
    const { wordClass, gap } = this.#units;
    return from > 0 && (gap[from] as number) < GAP.pause && wordClass[from - 1] === WORD_CLASS.determiner ? from - 1 : from;
  }
}
