import { FIELDS } from '../../../shared/paper.ts';
import type { RowRange } from '../parallel/task.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';
import { NumberList } from './number-list.ts';
import type { TermStatistics } from './statistics.ts';
import type { TermForms } from './term-forms.ts';
import { FEATURES, scoreOf, termFeatures, type TermForm, type TermInPaper } from './termhood.ts';
import { FIELD_COUNT, type TokenTable } from './tokens.ts';

/** What each paper's terms are, best first, each with its probability (see scoreOf). */
export interface PaperTerms {
  offsets: Uint32Array;
  term: Uint32Array;
  value: Float32Array;
}

/** All that ranking needs of the collection. */
export interface TermSource {
  tokens: TokenTable;
  occurrences: Occurrences;
  /** The term of each phrase. */
  termOf: Uint32Array;
  statistics: TermStatistics;
  forms: TermForms;
  focus: number;
  /** 1 for terms that a thesaurus lists. */
  listed: Uint8Array;
  /** 1 for phrases that may be concepts at all. */
  accepted: Uint8Array;
}

const KEYWORDS = FIELDS.indexOf('keywords');

/** Ranks the terms of each paper of a range; `observe`, if given, sees the features of every one (for fitting the weights). */
export function rankTerms(source: TermSource, [from, to]: RowRange, perPaper: number, observe?: (paper: number, term: number, features: Float64Array) => void): PaperTerms {
  const ranker = new Ranker(source);
  const offsets = new NumberList((length) => new Uint32Array(length));
  const term = new NumberList((length) => new Uint32Array(length));
  const value = new NumberList((length) => new Float32Array(length));
  offsets.push(0);
  for (let paper = from; paper < to; paper++) {
    const ranked = ranker.rank(paper, observe).slice(0, perPaper);
    for (const entry of ranked) {
      term.push(entry.term);
      value.push(entry.score);
    }
    offsets.push(term.length);
  }
  return { offsets: offsets.toArray(), term: term.toArray(), value: value.toArray() };
}

class Ranker {
  readonly #source: TermSource;
  readonly #features = new Float64Array(FEATURES.length);
  readonly #seen = new Map<number, TermInPaper>();

  constructor(source: TermSource) {
    this.#source = source;
  }

  rank(paper: number, observe?: (paper: number, term: number, features: Float64Array) => void): { term: number; score: number }[] {
    this.#seen.clear();
    for (let field = 0; field < FIELD_COUNT; field++) this.#readField(paper, field);
    const { statistics, forms, focus } = this.#source;
    const ranked: { term: number; score: number }[] = [];
    for (const [term, seen] of this.#seen) {
      if (isBareHead(forms.of(term), seen)) continue;
      termFeatures(statistics, term, forms.of(term), seen, focus, this.#features);
      observe?.(paper, term, this.#features);
      ranked.push({ term, score: scoreOf(this.#features, seen.given) });
    }
    return ranked.sort((a, b) => b.score - a.score || a.term - b.term);
  }

  #readField(paper: number, field: number): void {
    const { occurrences, termOf, accepted, tokens, listed } = this.#source;
    const row = paper * FIELD_COUNT + field;
    const from = tokens.fields[row] as number;
    const length = Math.max(1, (tokens.fields[row + 1] as number) - from);
    for (let at = occurrences.fields[row] as number; at < (occurrences.fields[row + 1] as number); at++) {
      const term = termOf[occurrences.phrase[at] as number] as number;
      if (accepted[term] === 0) continue;
      let seen = this.#seen.get(term);
      if (!seen) {
        seen = { frequency: 0, inTitle: false, firstPlace: 1, wholeFrequency: 0, joinedFrequency: 0, listed: listed[term] === 1, given: false };
        this.#seen.set(term, seen);
      }
      const kind = occurrences.kind[at] as number;
      seen.frequency++;
      if ((kind & OCCURRENCE.whole) !== 0) seen.wholeFrequency++;
      if ((kind & (OCCURRENCE.joined | OCCURRENCE.reordered | OCCURRENCE.derived)) !== 0) seen.joinedFrequency++;
      if (field === 0) seen.inTitle = true;
      else if (field === KEYWORDS) seen.given ||= (kind & OCCURRENCE.whole) !== 0;
      else seen.firstPlace = Math.min(seen.firstPlace, ((occurrences.first[at] as number) - from) / length);
    }
  }
}

/** "distillation" where a paper only speaks of dataset distillation: a plain word that is nothing but a part of longer terms is no concept of the paper, and does not link it to knowledge distillation. */
function isBareHead({ length, hasAcronym, hasCapital }: TermForm, { wholeFrequency, listed, given }: TermInPaper): boolean {
  return wholeFrequency === 0 && length === 1 && !hasAcronym && !hasCapital && !listed && !given;
}
