import { EMPTY_HEADS } from './boilerplate.ts';
import { BROAD_WORDS } from './broad-words.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';
import type { PhraseList } from './phrase-list.ts';
import type { TermForm } from './termhood.ts';
import { GAP, type TokenTable } from './tokens.ts';
import { WORD_FLAG, type WordFacts, type WordTable } from './words.ts';

/** Describes terms by their first occurrence that is written out. */
export class TermForms {
  readonly #tokens: TokenTable;
  readonly #words: WordFacts;
  readonly #occurrences: Occurrences;
  readonly #firstOf: Int32Array;

  constructor(tokens: TokenTable, words: WordFacts, occurrences: Occurrences, termOf: Uint32Array) {
    this.#tokens = tokens;
    this.#words = words;
    this.#occurrences = occurrences;
    this.#firstOf = firstOccurrences(occurrences, termOf);
  }

  of(term: number): TermForm {
    return this.#describe(this.#firstOf[term] as number);
  }

  #describe(occurrence: number): TermForm {
    const { first, end, kind } = this.#occurrences;
    const from = first[occurrence] as number;
    const to = end[occurrence] as number;
    const abbreviated = ((kind[occurrence] as number) & OCCURRENCE.acronym) !== 0;
    let length = 0;
    let generic = 0;
    let flags = 0;
    let english = 0;
    for (let at = from; at < to; at++) {
      const own = this.#words.flags[this.#tokens.word[at] as number] as number;
      flags |= own;
      if (at === from || this.#tokens.gap[at] !== GAP.hyphen) length++;
      if ((own & WORD_FLAG.genericWord) !== 0) generic++;
      if ((own & WORD_FLAG.english) !== 0) english++;
    }
    const lastFlags = this.#words.flags[this.#tokens.word[to - 1] as number] as number;
    return {
      length: abbreviated ? 2 : length,
      genericShare: generic / (to - from),
      endsGeneric: (lastFlags & WORD_FLAG.genericWord) !== 0,
      endsVacuous: length > 1 && (lastFlags & WORD_FLAG.vacuous) !== 0,
      englishShare: english / (to - from),
      hasAcronym: (flags & WORD_FLAG.acronym) !== 0,
      hasCapital: (flags & WORD_FLAG.capital) !== 0,
    };
  }
}

/** The first occurrence of each term, one that is no acronym where there is one; -1 for phrases that occur nowhere. */
function firstOccurrences({ phrase, kind }: Occurrences, termOf: Uint32Array): Int32Array {
  const found = new Int32Array(termOf.length).fill(-1);
  const isWrittenOut = new Uint8Array(termOf.length);
  for (let at = 0; at < phrase.length; at++) {
    const term = termOf[phrase[at] as number] as number;
    if (isWrittenOut[term] === 1) continue;
    const writtenOut = ((kind[at] as number) & (OCCURRENCE.acronym | OCCURRENCE.reordered | OCCURRENCE.derived)) === 0;
    if (!writtenOut && found[term] !== -1) continue;
    found[term] = at;
    isWrittenOut[term] = writtenOut ? 1 : 0;
  }
  return found;
}

/** The phrase in front of an empty head, by which the term goes as well: "quantization" for "quantization schemes"; 0 where there is none. */
export function withoutEmptyHead(term: number, list: PhraseList, words: WordTable): number {
  if (list.entryOf.has(term) || list.listed.has(term)) return 0;
  const parts = list.phrases.wordsOf(term);
  if (parts.length < 2 || !EMPTY_HEADS.has(words.normals.words[parts.at(-1) as number] as string)) return 0;
  return Math.max(0, list.phrases.findAll(parts.slice(0, -1)));
}

/** The phrase without its first word; 0 where nobody writes it. */
export function withoutModifier(term: number, { phrases }: PhraseList): number {
  return Math.max(0, phrases.findAll(phrases.wordsOf(term).slice(1)));
}

/** Whether a phrase ends in a word that every field uses. */
export function endsBroad(term: number, { phrases }: PhraseList, words: WordTable): boolean {
  return BROAD_WORDS.has(words.normals.words[phrases.lastWordOf(term)] as string);
}
