import { compareText } from '../../../shared/text.ts';
import type { Concept } from '../model.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';
import { american } from './normalise.ts';
import { PhraseTable, ROOT } from './phrase-table.ts';
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
  /** Its phrase is another than the concept's: a thesaurus has joined them. */
  alias: boolean;
}

export type Naming = Pick<Concept, 'label' | 'aliases' | 'joins'>;

/** A label is written out unless the acronym is this many times as frequent, or the long form longer than so many words. */
const ACRONYM_DOMINANCE = 6;
const LONGEST_SPELLED_LABEL_WORDS = 6;

/** A thesaurus's preferred term is the label unless another wording is this many times as frequent. */
const ALIAS_DOMINANCE = 6;

/** Collects the wordings of concepts, mention by mention, and names the concepts. */
export class Wordings {
  readonly #tokens: TokenTable;
  readonly #occurrences: Occurrences;
  readonly #words: WordTable;
  readonly #phrases: PhraseTable;
  readonly #readable: Uint32Array;
  readonly #spellings = new Vocabulary();
  readonly #table = new PhraseTable();
  readonly #byNode = new Map<number, Wording>();
  readonly #byConcept = new Map<number, Wording[]>();

  constructor(tokens: TokenTable, words: WordTable, phrases: PhraseTable, occurrences: Occurrences) {
    this.#tokens = tokens;
    this.#words = words;
    this.#phrases = phrases;
    this.#occurrences = occurrences;
    this.#readable = Uint32Array.from(words.readable, (text) => this.#spellings.number(text));
  }

  /** Counts the wording of one occurrence of a concept, whose phrase is `term`. */
  add(term: number, occurrence: number): void {
    const { first, end, kind, phrase } = this.#occurrences;
    const to = end[occurrence] as number;
    let node = this.#table.add(ROOT, term);
    for (let at = first[occurrence] as number; at < to; at++) {
      const hyphen = this.#tokens.gap[at] === GAP.hyphen && at > (first[occurrence] as number) ? 1 : 0;
      node = this.#table.add(node, (this.#readable[this.#tokens.word[at] as number] as number) * 2 + hyphen);
    }
    const known = this.#byNode.get(node);
    if (known) {
      known.count++;
      known.kind &= kind[occurrence] as number;
      return;
    }
    const wording: Wording = { text: this.#textOf(node), count: 1, kind: kind[occurrence] as number, abbreviated: this.#isAbbreviated(occurrence), alias: phrase[occurrence] !== term };
    this.#byNode.set(node, wording);
    const list = this.#byConcept.get(term);
    if (list) list.push(wording);
    else this.#byConcept.set(term, [wording]);
  }

  #isAbbreviated(occurrence: number): boolean {
    const from = this.#occurrences.first[occurrence] as number;
    const to = this.#occurrences.end[occurrence] as number;
    if (to - from >= this.#phrases.wordsOf(this.#occurrences.phrase[occurrence] as number).length) return false;
    return this.#tokens.word.subarray(from, to).some((word) => ((this.#words.flags[word] as number) & WORD_FLAG.acronym) !== 0);
  }

  #textOf(node: number): string {
    return this.#table
      .wordsOf(node)
      .slice(1)
      .map((code, place) => (place === 0 ? '' : code % 2 === 1 ? '-' : ' ') + (this.#spellings.words[code >>> 1] as string))
      .join('');
  }

  /** The name of a concept: its most frequent readable wording. `known` are labels of a thesaurus, which become aliases as well. */
  name(term: number, known: readonly string[]): Naming {
    const wordings = (this.#byConcept.get(term) ?? []).sort((a, b) => b.count - a.count || a.text.length - b.text.length || compareText(a.text, b.text));
    const label = labelOf(wordings);
    const others = wordings.filter((wording) => wording !== label);
    const met = new Set(wordings.map(({ text }) => text.toLowerCase()));
    const aliases = [...others.map(({ text }) => text), ...known.filter((text) => !met.has(text.toLowerCase()))];
    return { label: label.text, aliases: [...new Set(aliases)], joins: others.map((wording) => ({ wording: wording.text, reason: reasonOf(wording, label) })) };
  }
}

function labelOf(wordings: readonly Wording[]): Wording {
  const acronym = wordings.find(({ abbreviated }) => abbreviated);
  const straight = wordings.filter(({ abbreviated, kind }) => !abbreviated && (kind & OCCURRENCE.reordered) === 0);
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
  if ((wording.kind & OCCURRENCE.reordered) !== 0) return 'order';
  if (wording.abbreviated !== label.abbreviated) return 'acronym';
  if (wording.alias !== label.alias) return 'thesaurus';
  return spelling(a) === spelling(b) ? 'spelling' : 'inflection';
}

function spelling(text: string): string {
  return text.split(/[- ]/).map(american).join('');
}
