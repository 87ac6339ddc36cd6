import { FIELDS } from '../../../shared/paper.ts';
import type { RowRange } from '../parallel/task.ts';
import { CandidateList } from './candidate-list.ts';
import { isEnglishField, isWithdrawal } from './field-language.ts';
import { assignRoles, ROLE } from './noun-phrases.ts';
import { OCCURRENCE, type CandidateSource, type FoundCandidates, type ListedPhrases } from './occurrences.ts';
import { PhraseTable, ROOT } from './phrase-table.ts';
import { FIELD_COUNT, GAP, type TokenTable } from './tokens.ts';
import { UnitTraits } from './unit-traits.ts';
import { UnitWords } from './unit-words.ts';
import { UnitReader, Units } from './units.ts';
import type { WordFacts } from './words.ts';
import { WritingOut } from './writing-out.ts';

const ABSTRACT = FIELDS.indexOf('abstract');
const KEYWORDS = FIELDS.indexOf('keywords');
const LONGEST_PHRASE_UNITS = 5;
const LONGEST_OTHER_PHRASE = 3;
const LONGEST_VALUED = 2;

/** Finds the candidates of papers, range after range. */
export class CandidateReader {
  readonly #source: CandidateSource;
  readonly #tokens: TokenTable;
  readonly #words: WordFacts;
  readonly #surfaces: readonly string[];
  readonly #list: ListedPhrases;
  /** The listed phrases with those that the range adds. */
  #phrases: PhraseTable;
  readonly #reader: UnitReader;
  readonly #units = new Units();
  readonly #unitWords = new UnitWords();
  readonly #traits: UnitTraits;
  readonly #writing: WritingOut;
  #roles = new Uint8Array(256);
  /** For each unit, one more than the number of the noun phrase it is in; 0 for none. */
  #inPhrase = new Uint32Array(256);
  readonly #found = new CandidateList();

  constructor(source: CandidateSource, list: ListedPhrases) {
    const { tokens, words, surfaces } = source;
    this.#source = source;
    this.#tokens = tokens;
    this.#words = words;
    this.#surfaces = surfaces;
    this.#list = list;
    this.#phrases = list.phrases;
    this.#reader = new UnitReader(tokens, words, surfaces);
    this.#traits = new UnitTraits(this.#units, source);
    this.#writing = new WritingOut(source, this.#units, this.#unitWords);
  }

  /** The candidates of the papers from `from` up to `to`. */
  read([from, to]: RowRange): FoundCandidates {
    this.#phrases = PhraseTable.from(this.#list.phrases.snapshot());
    this.#found.clear();
    for (let paper = from; paper < to; paper++) this.#readPaper(paper);
    return { ...this.#found.toArrays(), edges: this.#phrases.edgesFrom(this.#list.phrases.size) };
  }

  #readPaper(paper: number): void {
    this.#writing.startPaper(paper);
    const rows = paper * FIELD_COUNT;
    const isEnglishAbstract = isEnglishField(this.#source, rows + ABSTRACT, true);
    for (let field = 0; field < FIELD_COUNT; field++) {
      const isEnglish = field === ABSTRACT ? isEnglishAbstract : isEnglishField(this.#source, rows + field, isEnglishAbstract);
      if (field !== ABSTRACT || !isWithdrawal(this.#source, rows + field)) this.#readField(rows + field, isEnglish);
      this.#found.endField();
    }
  }

  #readField(field: number, isEnglish: boolean): void {
    this.#reader.read(this.#tokens.fields[field] as number, this.#tokens.fields[field + 1] as number, this.#units);
    const { count } = this.#units;
    if (count > this.#roles.length) {
      this.#roles = new Uint8Array(count * 2);
      this.#inPhrase = new Uint32Array(count * 2);
    }
    this.#inPhrase.fill(0, 0, count);
    this.#unitWords.read(this.#units, this.#tokens, this.#words, this.#writing.writeOut);
    if (isEnglish) {
      assignRoles(this.#units, this.#surfaces, this.#roles);
      this.#readNounPhrases();
    } else this.#readOtherLanguage();
    this.#readListed(!isEnglish || field % FIELD_COUNT === KEYWORDS);
  }

  /** Runs of up to three content words of a language whose grammar is not known; which of them are terms, their recurrence tells. */
  #readOtherLanguage(): void {
    const { count, gap } = this.#units;
    for (let from = 0; from < count; from++) {
      if (!this.#traits.isContentWord(from)) continue;
      let phrase = ROOT;
      for (let to = from + 1; to <= count && to - from <= LONGEST_OTHER_PHRASE && (to - from === 1 || (gap[to - 1] as number) < GAP.pause) && this.#traits.isContentWord(to - 1); to++) {
        phrase = this.#extend(phrase, to - 1);
        this.#add(phrase, from, to, OCCURRENCE.whole | OCCURRENCE.otherLanguage);
      }
    }
  }

  #readNounPhrases(): void {
    const { count, gap } = this.#units;
    let lastFrom = -1;
    let lastTo = -1;
    for (let from = 0; from < count; ) {
      if (this.#roles[from] === ROLE.none) {
        from++;
        continue;
      }
      let to = from + 1;
      while (to < count && this.#roles[to] !== ROLE.none && (gap[to] as number) < GAP.pause) to++;
      const start = this.#trimmedStart(from, to);
      const end = this.#trimmedEnd(start, to);
      if (end > start) {
        this.#addNounPhrase(start, end, start > from);
        if (start > from && end - start <= LONGEST_VALUED && this.#traits.isSoftModifier(start - 1)) this.#addValued(start - 1, end);
        const article = this.#traits.articleBefore(from);
        if (lastTo >= 0 && lastTo + 1 === article && this.#traits.isOf(lastTo) && (gap[lastTo] as number) < GAP.pause && (gap[article] as number) < GAP.pause) {
          this.#addJoined(lastFrom, lastTo, start, end, start === article);
        }
        this.#addAction(article - 1, start, end);
        lastFrom = start;
        lastTo = end;
      } else lastTo = -1;
      from = to;
    }
  }

  #isHead(unit: number): boolean {
    return this.#inPhrase[unit + 1] !== this.#inPhrase[unit] || unit + 1 >= this.#units.count;
  }

  #trimmedStart(from: number, to: number): number {
    let start = from;
    while (start < to && this.#traits.isGeneric(start)) start++;
    return start;
  }

  #trimmedEnd(start: number, to: number): number {
    let end = to;
    while (end > start && this.#roles[end - 1] !== ROLE.noun) end--;
    return end;
  }

  /** Adds the noun phrase and everything within it that ends in a noun. */
  #addNounPhrase(start: number, end: number, isValued: boolean): void {
    const wholeFrom = Math.max(start, end - LONGEST_PHRASE_UNITS);
    for (let from = start; from < end; from++) {
      this.#inPhrase[from] = start + 1;
      if (this.#traits.isGeneric(from)) continue;
      let phrase = ROOT;
      const limit = Math.min(end, from + LONGEST_PHRASE_UNITS);
      for (let to = from + 1; to <= limit; to++) {
        phrase = this.#extend(phrase, to - 1);
        if (this.#roles[to - 1] !== ROLE.noun || (to < end && this.#traits.isPossessive(to - 1))) continue;
        if (isValued && end - start === 1 && this.#traits.isGenericWhenValued(from)) continue;
        const isBeforeEmptyHead = to === end - 1 && this.#traits.isEmptyHead(to);
        if (to - from === 1 && to < end && !this.#traits.standsForItself(from) && !isBeforeEmptyHead) continue;
        const whole = from === wholeFrom && (to === end || (isBeforeEmptyHead && to - from === 1));
        this.#add(phrase, from, to, (whole ? OCCURRENCE.whole : 0) | (to - from === 1 && this.#writing.isDefinedAcronym(from) ? OCCURRENCE.acronym : 0));
      }
    }
  }

  /** "critical temperature", and "common law" of "common law jurisdictions", which begin with a generic modifier. */
  #addValued(from: number, end: number): void {
    let phrase = this.#extend(ROOT, from);
    for (let to = from + 2; to <= end; to++) {
      phrase = this.#extend(phrase, to - 1);
      if (this.#roles[to - 1] === ROLE.noun) this.#add(phrase, from, to, OCCURRENCE.valued | (to === end ? OCCURRENCE.whole : 0));
    }
  }

  /** "mixture of experts" where nothing stands between (`isPlain`), and "generation of the images" as "image generation". */
  #addJoined(headFrom: number, headTo: number, from: number, to: number, isPlain: boolean): void {
    if (to - from > 2 || headTo - headFrom > 2) return;
    if (isPlain) {
      const phrase = this.#phraseOf(headFrom, to);
      this.#add(phrase, headFrom, to, OCCURRENCE.whole | OCCURRENCE.joined);
    }
    if (headTo - headFrom > 1 || !this.#traits.canTurn(headFrom)) return;
    let turned = this.#phraseOf(from, to);
    turned = this.#extend(turned, headFrom);
    this.#add(turned, headFrom, to, OCCURRENCE.whole | OCCURRENCE.reordered);
  }

  /** "quantize the weights" as "weight quantization", and "quantize" as "quantization". */
  #addAction(verb: number, from: number, to: number): void {
    if (verb < 0 || to - from > 3 || this.#roles[verb] !== ROLE.none || (this.#units.gap[verb + 1] as number) >= GAP.pause) return;
    const noun = this.#writing.actionOf(verb);
    if (noun.length === 0) return;
    let turned = this.#phraseOf(from, to);
    for (const word of noun) turned = this.#phrases.add(turned, word);
    this.#add(turned, verb, to, OCCURRENCE.whole | OCCURRENCE.derived);
    const single = this.#phrases.addAll(noun);
    this.#add(single, verb, verb + 1, OCCURRENCE.whole | OCCURRENCE.derived);
  }

  #phraseOf(from: number, to: number): number {
    let phrase = ROOT;
    for (let unit = from; unit < to; unit++) phrase = this.#extend(phrase, unit);
    return phrase;
  }

  /** The phrase with a unit's normal words at its end, acronyms written out. */
  #extend(phrase: number, unit: number): number {
    const { starts, words } = this.#unitWords;
    let extended = phrase;
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at++) extended = this.#phrases.add(extended, words[at] as number);
    return extended;
  }

  /** Finds the listed phrases at every unit that the noun phrases have not given already. What only papers have listed has to end as a noun phrase does, where the text is English prose (not `isFree`). */
  #readListed(isFree: boolean): void {
    const { count, gap } = this.#units;
    for (let from = 0; from < count; from++) {
      let phrase = ROOT;
      for (let to = from; to < count && (to === from || (gap[to] as number) < GAP.pause); to++) {
        phrase = this.#findListed(phrase, to);
        if (phrase < 0) break;
        if (this.#list.isListed[phrase] === 1 && (isFree || this.#endsTerm(phrase, to)) && !this.#isAdded(from, to + 1)) this.#add(phrase, from, to + 1, OCCURRENCE.whole | OCCURRENCE.listed);
      }
    }
  }

  /** "out-of-distribution detection" has no concept "out-of-distribution", though papers define OOD; a thesaurus knows what it lists. */
  #endsTerm(phrase: number, unit: number): boolean {
    return this.#list.isEntry[phrase] === 1 || (this.#roles[unit] === ROLE.noun && (this.#isHead(unit) || this.#traits.standsForItself(unit)));
  }

  /** The listed phrase with a unit's words at its end; -1 where nothing listed begins so. */
  #findListed(phrase: number, unit: number): number {
    const { starts, words } = this.#unitWords;
    const { phrases, isFirst } = this.#list;
    let found = phrase;
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number) && found >= 0; at++) {
      const word = words[at] as number;
      found = found === ROOT && isFirst[word] !== 1 ? -1 : phrases.find(found, word);
    }
    return found;
  }

  #isAdded(from: number, to: number): boolean {
    const phrase = this.#inPhrase[from] as number;
    return phrase > 0 && this.#inPhrase[to - 1] === phrase && to - from <= LONGEST_PHRASE_UNITS && this.#roles[to - 1] === ROLE.noun && !this.#traits.isGeneric(from) && (to - from > 1 || this.#isHead(from) || this.#traits.standsForItself(from) || (this.#traits.isEmptyHead(to) && this.#isHead(to)));
  }

  #add(phrase: number, from: number, to: number, kind: number): void {
    this.#found.add(phrase, this.#units.first[from] as number, this.#units.end[to - 1] as number, kind);
  }
}
