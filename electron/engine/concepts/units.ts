import { PhraseTable, ROOT } from './phrase-table.ts';
import { GENERIC_MODIFIERS } from './boilerplate.ts';
import { WORD_CLASS, type WordClass } from './lexicon.ts';
import { GAP, type TokenTable } from './tokens.ts';
import { WORD_FLAG, type WordFacts } from './words.ts';

/** Hyphenated words as wholes: the units that noun phrases are made of. Arrays are reused from text to text; `count` tells how many are filled. */
export class Units {
  count = 0;
  first = new Uint32Array(256);
  /** One after the last token. */
  end = new Uint32Array(256);
  gap = new Uint8Array(256);
  wordClass = new Uint8Array(256);
  flags = new Uint8Array(256);
  /** The one word of the unit; for a hyphenated one its last part. */
  lastWord = new Uint32Array(256);

  add(first: number, end: number, gap: number, wordClass: number, flags: number, lastWord: number): void {
    if (this.count === this.first.length) this.#grow();
    const at = this.count++;
    this.first[at] = first;
    this.end[at] = end;
    this.gap[at] = gap;
    this.wordClass[at] = wordClass;
    this.flags[at] = flags;
    this.lastWord[at] = lastWord;
  }

  #grow(): void {
    const length = this.first.length * 2;
    const wide = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(length);
      larger.set(old);
      return larger;
    };
    const narrow = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const larger = new Uint8Array(length);
      larger.set(old);
      return larger;
    };
    this.first = wide(this.first);
    this.end = wide(this.end);
    this.lastWord = wide(this.lastWord);
    this.gap = narrow(this.gap);
    this.wordClass = narrow(this.wordClass);
    this.flags = narrow(this.flags);
  }
}

/** Last parts with which a hyphenated word says how something is, and is not the thing itself. */
const ADJECTIVE_ENDINGS = new Set(
  `based aware driven free wise like specific agnostic oriented level scale time rank order shot dimensional valued term art end world efficient invariant
  equivariant dependent independent centric guided hop bit fold way step layer linear convex optimal parametric supervised informed sensitive friendly related type class
  size grained quality performance source fidelity resolution line width depth stage`.split(/\s+/),
);

const VERB_PREFIX = /^(?:fine|pre|re|co|un|de|over|under|mis)$/;
/** First parts of hyphenated words that say where or how something is: out-of-distribution, in-context, on-policy. */
const LEADS_ADJECTIVE = /^(?:in|on|off|out|at|per)$/;

interface Compound {
  wordClass: WordClass;
  flags: number;
}

/** Cuts token ranges into units; remembers the hyphenated words it has met. */
export class UnitReader {
  readonly #tokens: TokenTable;
  readonly #table: WordFacts;
  readonly #words: readonly string[];
  readonly #compounds = new PhraseTable();
  readonly #known = new Map<number, Compound>();

  constructor(tokens: TokenTable, table: WordFacts, words: readonly string[]) {
    this.#tokens = tokens;
    this.#table = table;
    this.#words = words;
  }

  /** The units of the tokens from `from` up to `to`. */
  read(from: number, to: number, units: Units): void {
    const { word, gap } = this.#tokens;
    units.count = 0;
    for (let first = from; first < to; ) {
      let end = first + 1;
      while (end < to && gap[end] === GAP.hyphen) end++;
      const lastWord = word[end - 1] as number;
      if (end - first === 1) units.add(first, end, gap[first] as number, this.#table.wordClass[lastWord] as number, this.#table.flags[lastWord] as number, lastWord);
      else {
        const compound = this.#compound(first, end);
        units.add(first, end, gap[first] as number, compound.wordClass, compound.flags, lastWord);
      }
      first = end;
    }
  }

  #compound(first: number, end: number): Compound {
    let key = ROOT;
    for (let at = first; at < end; at++) key = this.#compounds.add(key, this.#tokens.word[at] as number);
    const known = this.#known.get(key);
    if (known) return known;
    const described = this.#describe(first, end);
    this.#known.set(key, described);
    return described;
  }

  #describe(first: number, end: number): Compound {
    const parts: string[] = [];
    let flags = 0;
    for (let at = first; at < end; at++) {
      const number = this.#tokens.word[at] as number;
      parts.push((this.#words[number] as string).toLowerCase());
      flags |= (this.#table.flags[number] as number) & (WORD_FLAG.acronym | WORD_FLAG.capital);
    }
    if (GENERIC_MODIFIERS.has(parts.join('-'))) return { wordClass: WORD_CLASS.adjective, flags: WORD_FLAG.genericModifier };
    if (parts.every((part) => part.length < 2 || /^\d/.test(part))) flags |= WORD_FLAG.junk;
    return { wordClass: this.#compoundClass(this.#tokens.word[end - 1] as number, parts), flags };
  }

  #compoundClass(lastWord: number, parts: readonly string[]): WordClass {
    const last = parts.at(-1) as string;
    if (ADJECTIVE_ENDINGS.has(last) || parts.length > 3) return WORD_CLASS.adjective;
    if ((LEADS_ADJECTIVE.test(parts[0] as string) && !last.endsWith('ing')) || (parts.length > 2 && parts[1] === 'to')) return WORD_CLASS.adjective;
    const own = this.#table.wordClass[lastWord] as WordClass;
    if (VERB_PREFIX.test(parts[0] as string) && /^(?:tune|train)s?$/.test(last)) return WORD_CLASS.verb;
    if (own === WORD_CLASS.gerund || last.endsWith('ing')) return WORD_CLASS.noun;
    if (own === WORD_CLASS.participle || own === WORD_CLASS.adjective) return own;
    if (own === WORD_CLASS.verb && VERB_PREFIX.test(parts[0] as string)) return WORD_CLASS.verb;
    return WORD_CLASS.noun;
  }
}
