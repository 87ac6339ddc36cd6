import { compareText } from '../../../shared/text.ts';
import type { Concept } from '../model.ts';
import { none } from './none.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';
import { american } from './normalise.ts';
import type { PhraseList } from './phrase-list.ts';
import { GAP, type TokenTable } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';
import { WORD_FLAG, type WordTable } from './words.ts';

/** One way in which a concept is written, in the case it has inside a sentence. */
interface Wording {
  text: string;
  count: number;
  /** Bits of OCCURRENCE that all its occurrences share. */
  kind: number;
  /** An acronym stands in it for several words. */
  abbreviated: boolean;
  /** Its phrase is another than the concept's: a thesaurus, word order or derivation has joined them. */
  alias: boolean;
  /** It is a label of a thesaurus. */
  listed: boolean;
}

export type Naming = Pick<Concept, 'label' | 'aliases' | 'joins'>;

/** A label is written out unless the acronym is this many times as frequent, or the long form longer than so many words. */
const ACRONYM_DOMINANCE = 6;
const LONGEST_SPELLED_LABEL_WORDS = 6;

/** A thesaurus's preferred term is the label unless another wording is this many times as frequent. */
const ALIAS_DOMINANCE = 6;

/** Names concepts by how they are written where they are mentioned. */
export class Wordings {
  readonly #tokens: TokenTable;
  readonly #occurrences: Occurrences;
  readonly #words: WordTable;
  readonly #list: PhraseList;
  /** Number of the spelling of each word in the case it has inside a sentence. */
  readonly #readable: Uint32Array;

  constructor(tokens: TokenTable, words: WordTable, list: PhraseList, occurrences: Occurrences) {
    const spellings = new Vocabulary();
    this.#tokens = tokens;
    this.#words = words;
    this.#list = list;
    this.#occurrences = occurrences;
    this.#readable = Uint32Array.from(words.readable, (text) => spellings.number(text));
  }

  /** The name of a concept, whose phrase is `term`: its most frequent readable wording among its mentions. `known` are labels of a thesaurus, which become aliases as well. */
  name(term: number, mentions: Uint32Array, known: readonly string[]): Naming {
    if (known.length === 0 && this.#areAllAlike(mentions)) return { label: this.#textOf(mentions[0] as number), aliases: none(), joins: none() };
    const wordings = this.#wordingsOf(term, mentions);
    wordings.sort((a, b) => b.count - a.count || a.text.length - b.text.length || compareText(a.text, b.text));
    const label = labelOf(wordings);
    const others = wordings.filter((wording) => wording !== label);
    const met = new Set(wordings.map(({ text }) => text.toLowerCase()));
    const aliases = [...others.map(({ text }) => text), ...known.filter((text) => !met.has(text.toLowerCase()))];
    return { label: label.text, aliases: [...new Set(aliases)], joins: others.map((wording) => ({ wording: wording.text, reason: reasonOf(wording, label) })) };
  }

  /** The ways in which a concept is written at these occurrences. */
  #wordingsOf(term: number, mentions: Uint32Array): Wording[] {
    const { kind, phrase } = this.#occurrences;
    const firsts: number[] = [];
    const wordings: Wording[] = [];
    for (let at = 0; at < mentions.length; at++) {
      const occurrence = mentions[at] as number;
      let place = 0;
      while (place < firsts.length && !this.#areWrittenAlike(firsts[place] as number, occurrence)) place++;
      const known = wordings[place];
      if (known) {
        known.count++;
        known.kind &= kind[occurrence] as number;
        continue;
      }
      firsts.push(occurrence);
      wordings.push({ text: this.#textOf(occurrence), count: 1, kind: kind[occurrence] as number, abbreviated: this.#isAbbreviated(occurrence), alias: phrase[occurrence] !== term, listed: this.#list.entryOf.has(phrase[occurrence] as number) });
    }
    return wordings;
  }

  #areAllAlike(mentions: Uint32Array): boolean {
    const first = mentions[0] as number;
    for (let at = 1; at < mentions.length; at++) if (!this.#areWrittenAlike(first, mentions[at] as number)) return false;
    return true;
  }

  #areWrittenAlike(one: number, other: number): boolean {
    const { first, end } = this.#occurrences;
    const { word, gap } = this.#tokens;
    const from = first[one] as number;
    const shift = (first[other] as number) - from;
    if ((end[other] as number) - shift !== end[one]) return false;
    for (let at = from; at < (end[one] as number); at++) {
      if (this.#readable[word[at] as number] !== this.#readable[word[at + shift] as number]) return false;
      if (at > from && (gap[at] === GAP.hyphen) !== (gap[at + shift] === GAP.hyphen)) return false;
    }
    return true;
  }

  #isAbbreviated(occurrence: number): boolean {
    const from = this.#occurrences.first[occurrence] as number;
    const to = this.#occurrences.end[occurrence] as number;
    if (to - from >= this.#list.phrases.lengthOf(this.#occurrences.phrase[occurrence] as number)) return false;
    for (let at = from; at < to; at++) if (((this.#words.flags[this.#tokens.word[at] as number] as number) & WORD_FLAG.acronym) !== 0) return true;
    return false;
  }

  /** What stands before a token in a label: nothing between words of scripts without spaces. */
  #separator(at: number): string {
    if (this.#tokens.gap[at] === GAP.hyphen) return '-';
    return this.#tokens.start[at] === this.#tokens.end[at - 1] ? '' : ' ';
  }

  #textOf(occurrence: number): string {
    const from = this.#occurrences.first[occurrence] as number;
    const to = this.#occurrences.end[occurrence] as number;
    let text = this.#words.readable[this.#tokens.word[from] as number] as string;
    for (let at = from + 1; at < to; at++) text += this.#separator(at) + (this.#words.readable[this.#tokens.word[at] as number] as string);
    return text;
  }
}

function labelOf(wordings: readonly Wording[]): Wording {
  const acronym = wordings.find(({ abbreviated }) => abbreviated);
  const straight = wordings.filter(({ abbreviated, kind }) => !abbreviated && (kind & (OCCURRENCE.reordered | OCCURRENCE.derived)) === 0);
  const spelled = straight.find(({ alias }) => !alias) ?? straight[0] ?? wordings.find(({ abbreviated }) => !abbreviated);
  const best = straight[0];
  if (!spelled || !best) return acronym ?? (wordings[0] as Wording);
  const chosen = best.count > ALIAS_DOMINANCE * spelled.count ? best : spelled;
  if (!acronym) return chosen;
  const abbreviated = wordings.reduce((sum, wording) => sum + (wording.abbreviated ? wording.count : 0), 0);
  const written = straight.reduce((sum, { count }) => sum + count, 0);
  const tooLong = chosen.text.split(' ').length > LONGEST_SPELLED_LABEL_WORDS;
  return tooLong || (written > 0 && abbreviated > ACRONYM_DOMINANCE * written && abbreviated > 2 * ACRONYM_DOMINANCE) ? acronym : chosen;
}

function reasonOf(wording: Wording, label: Wording): Concept['joins'][number]['reason'] {
  const [a, b] = [wording.text.toLowerCase(), label.text.toLowerCase()];
  if (a.replace(/[- ]/g, '') === b.replace(/[- ]/g, '')) return 'hyphen';
  if ((wording.kind & OCCURRENCE.derived) !== 0) return 'derivation';
  if ((wording.kind & (OCCURRENCE.reordered | OCCURRENCE.joined)) !== 0 || (label.kind & OCCURRENCE.joined) !== 0) return 'order';
  if (wording.abbreviated !== label.abbreviated) return 'acronym';
  if (wording.alias !== label.alias) return wording.listed || label.listed ? 'thesaurus' : 'derivation';
  return spelling(a) === spelling(b) ? 'spelling' : 'inflection';
}

function spelling(text: string): string {
  return text.split(/[- ]/).map(american).join('');
}
