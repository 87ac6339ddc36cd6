import { FIELDS } from '../../../shared/paper.ts';
import type { RowRange } from '../parallel/task.ts';
import { EMPTY_HEADS, GENERIC_WHEN_VALUED, SOFT_MODIFIERS } from './boilerplate.ts';
import { WORD_CLASS } from './lexicon.ts';
import { normalWord } from './normalise.ts';
import { assignRoles, ROLE } from './noun-phrases.ts';
import { NumberList } from './number-list.ts';
import { OCCURRENCE, type CandidateSource, type FoundCandidates, type ListedPhrases, type WrittenOut } from './occurrences.ts';
import { isOtherFunctionWord } from './other-languages.ts';
import { PhraseTable, ROOT } from './phrase-table.ts';
import { FIELD_COUNT, GAP, type TokenTable } from './tokens.ts';
import { UnitWords } from './unit-words.ts';
import { UnitReader, Units } from './units.ts';
import { WORD_FLAG, type WordFacts } from './words.ts';

const ABSTRACT = FIELDS.indexOf('abstract');
const KEYWORDS = FIELDS.indexOf('keywords');
const LONGEST_PHRASE_UNITS = 5;
/** Share of English function words below which a text is taken for another language: English prose has 30 to 45 %. */
const ENGLISH_SHARE = 0.15;
const WORDS_TO_JUDGE_LANGUAGE = 25;
/** Share of words in other scripts above which a text is in another language. */
const OTHER_SCRIPT_SHARE = 0.3;
const LONGEST_OTHER_PHRASE = 3;
const SHORTEST_OTHER_WORD = 4;
const LONGEST_VALUED = 2;
const LONGEST_WITHDRAWAL = 80;
const WITHDRAWAL_HEAD = 14;
const WITHDRAWN: readonly string[] = ['paper', 'article', 'manuscript', 'submission', 'work', 'preprint'];

/** Nouns of action, with which "X of Y" says the same as "Y X". */
const ACTION = /(?:tion|sion|ment|ing|ysis|ance|ence)$/;

const NO_WORDS: readonly number[] = [];

/** Finds the candidates of papers, range after range. */
export class CandidateReader {
  readonly #tokens: TokenTable;
  readonly #words: WordFacts;
  readonly #surfaces: readonly string[];
  readonly #writtenOut: WrittenOut;
  readonly #list: ListedPhrases;
  /** The listed phrases with those that the range adds. */
  #phrases: PhraseTable;
  readonly #reader: UnitReader;
  readonly #isSoftModifier: Uint8Array;
  readonly #isEmptyWord: Uint8Array;
  readonly #units = new Units();
  readonly #unitWords = new UnitWords();
  #roles = new Uint8Array(256);
  /** For each unit, one more than the number of the noun phrase it is in; 0 for none. */
  #inPhrase = new Uint32Array(256);
  readonly #phrase = new NumberList((length) => new Uint32Array(length), 1 << 16);
  readonly #first = new NumberList((length) => new Uint32Array(length), 1 << 16);
  readonly #end = new NumberList((length) => new Uint32Array(length), 1 << 16);
  readonly #kind = new NumberList((length) => new Uint8Array(length), 1 << 16);
  readonly #fields = new NumberList((length) => new Uint32Array(length));
  #own: Map<number, readonly number[]> | null = null;

  constructor({ tokens, words, surfaces, writtenOut }: CandidateSource, list: ListedPhrases) {
    this.#tokens = tokens;
    this.#words = words;
    this.#surfaces = surfaces;
    this.#writtenOut = writtenOut;
    this.#list = list;
    this.#phrases = list.phrases;
    this.#reader = new UnitReader(tokens, words, surfaces);
    this.#isSoftModifier = Uint8Array.from(surfaces, (word) => (SOFT_MODIFIERS.has(word.toLowerCase()) ? 1 : 0));
    this.#isEmptyWord = Uint8Array.from(surfaces, (word) => (EMPTY_HEADS.has(normalWord(word)) ? 1 : 0));
  }

  /** The candidates of the papers from `from` up to `to`. */
  read([from, to]: RowRange): FoundCandidates {
    this.#phrases = PhraseTable.from(this.#list.phrases.snapshot());
    for (const list of [this.#phrase, this.#first, this.#end, this.#kind, this.#fields]) list.clear();
    this.#fields.push(0);
    for (let paper = from; paper < to; paper++) this.#readPaper(paper);
    return {
      phrase: this.#phrase.toArray(),
      first: this.#first.toArray(),
      end: this.#end.toArray(),
      kind: this.#kind.toArray(),
      fields: this.#fields.toArray(),
      edges: this.#phrases.edgesFrom(this.#list.phrases.size),
    };
  }

  #readPaper(paper: number): void {
    this.#own = this.#writtenOut.acronyms.own[paper] ?? null;
    const rows = paper * FIELD_COUNT;
    const isEnglishAbstract = this.#isEnglish(rows + ABSTRACT, true);
    for (let field = 0; field < FIELD_COUNT; field++) {
      const isEnglish = field === ABSTRACT ? isEnglishAbstract : this.#isEnglish(rows + field, isEnglishAbstract);
      if (field !== ABSTRACT || !this.#isWithdrawal(rows + field)) this.#readField(rows + field, isEnglish);
      this.#fields.push(this.#phrase.length);
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
    this.#unitWords.read(this.#units, this.#tokens, this.#words, this.#writeOut);
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
      if (!this.#isContentWord(from)) continue;
      let phrase = ROOT;
      for (let to = from + 1; to <= count && to - from <= LONGEST_OTHER_PHRASE && (to - from === 1 || (gap[to - 1] as number) < GAP.pause) && this.#isContentWord(to - 1); to++) {
        phrase = this.#extend(phrase, to - 1);
        this.#add(phrase, from, to, OCCURRENCE.whole | OCCURRENCE.otherLanguage);
      }
    }
  }

  #isContentWord(unit: number): boolean {
    const word = this.#surfaces[this.#units.lastWord[unit] as number] as string;
    if (((this.#units.flags[unit] as number) & WORD_FLAG.junk) !== 0 || this.#units.wordClass[unit] === WORD_CLASS.number) return false;
    return (word.length >= SHORTEST_OTHER_WORD || this.#units.wordClass[unit] === WORD_CLASS.otherScript || this.#standsForItself(unit)) && !isOtherFunctionWord(word.toLowerCase());
  }

  /** Tells by the share of function words; short texts by those of other languages, else they are taken as `otherwise` says. */
  #isEnglish(field: number, otherwise: boolean): boolean {
    const from = this.#tokens.fields[field] as number;
    const length = (this.#tokens.fields[field + 1] as number) - from;
    let english = 0;
    let others = 0;
    let scripts = 0;
    for (let at = from; at < from + length; at++) {
      const wordClass = this.#words.wordClass[this.#tokens.word[at] as number] as number;
      if (isFunctionWord(wordClass)) english++;
      else if (wordClass === WORD_CLASS.otherLanguage) others++;
      else if (wordClass === WORD_CLASS.otherScript) scripts++;
    }
    if (scripts > OTHER_SCRIPT_SHARE * length) return false;
    if (others > english && others > 1) return false;
    if (length >= WORDS_TO_JUDGE_LANGUAGE) return english >= ENGLISH_SHARE * length;
    return otherwise || english > others;
  }

  /** "This paper has been withdrawn by the author, due to an error in Lemma 3." */
  #isWithdrawal(field: number): boolean {
    const from = this.#tokens.fields[field] as number;
    const to = this.#tokens.fields[field + 1] as number;
    if (to === from || to - from > LONGEST_WITHDRAWAL) return false;
    const head = Array.from(this.#tokens.word.subarray(from, Math.min(to, from + WITHDRAWAL_HEAD)), (word) => (this.#surfaces[word] as string).toLowerCase());
    return (head.includes('withdrawn') || head.includes('retracted')) && WITHDRAWN.some((word) => head.includes(word));
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
        if (start > from && end - start <= LONGEST_VALUED && this.#isSoftModifier[this.#units.lastWord[start - 1] as number] === 1) this.#addValued(start - 1, end);
        const article = this.#articleBefore(from);
        if (lastTo >= 0 && lastTo + 1 === article && this.#isOf(lastTo) && (gap[lastTo] as number) < GAP.pause && (gap[article] as number) < GAP.pause) {
          this.#addJoined(lastFrom, lastTo, start, end, start === article);
        }
        this.#addAction(article - 1, start, end);
        lastFrom = start;
        lastTo = end;
      } else lastTo = -1;
      from = to;
    }
  }

  #isOf(unit: number): boolean {
    return this.#surfaces[this.#units.lastWord[unit] as number] === 'of';
  }

  #isGenericWhenValued(unit: number): boolean {
    return GENERIC_WHEN_VALUED.has((this.#surfaces[this.#units.lastWord[unit] as number] as string).toLowerCase());
  }

  #isPossessive(unit: number): boolean {
    const word = this.#surfaces[this.#units.lastWord[unit] as number] as string;
    const last = word.at(word.endsWith('s') ? -2 : -1);
    return last === "'" || last === '’';
  }

  #isHead(unit: number): boolean {
    return this.#inPhrase[unit + 1] !== this.#inPhrase[unit] || unit + 1 >= this.#units.count;
  }

  /** A word in front in a longer noun phrase is a candidate of its own where it is a name; other words have to be the head, or listed. */
  #standsForItself(unit: number): boolean {
    return ((this.#units.flags[unit] as number) & (WORD_FLAG.acronym | WORD_FLAG.capital)) !== 0;
  }

  /** "quantization schemes" are about quantization. */
  #isEmptyHead(unit: number): boolean {
    return unit < this.#units.count && this.#isEmptyWord[this.#units.lastWord[unit] as number] === 1;
  }

  #isGeneric(unit: number): boolean {
    return ((this.#units.flags[unit] as number) & WORD_FLAG.genericModifier) !== 0;
  }

  #trimmedStart(from: number, to: number): number {
    let start = from;
    while (start < to && this.#isGeneric(start)) start++;
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
      if (this.#isGeneric(from)) continue;
      let phrase = ROOT;
      const limit = Math.min(end, from + LONGEST_PHRASE_UNITS);
      for (let to = from + 1; to <= limit; to++) {
        phrase = this.#extend(phrase, to - 1);
        if (this.#roles[to - 1] !== ROLE.noun || (to < end && this.#isPossessive(to - 1))) continue;
        if (isValued && end - start === 1 && this.#isGenericWhenValued(from)) continue;
        const isBeforeEmptyHead = to === end - 1 && this.#isEmptyHead(to);
        if (to - from === 1 && to < end && !this.#standsForItself(from) && !isBeforeEmptyHead) continue;
        const whole = from === wholeFrom && (to === end || (isBeforeEmptyHead && to - from === 1));
        this.#add(phrase, from, to, (whole ? OCCURRENCE.whole : 0) | this.#acronymKind(from, to));
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
    if (headTo - headFrom > 1 || !this.#canTurn(headFrom)) return;
    let turned = this.#phraseOf(from, to);
    turned = this.#extend(turned, headFrom);
    this.#add(turned, headFrom, to, OCCURRENCE.whole | OCCURRENCE.reordered);
  }

  /** A head that says the same in front of "of" and at the end: a noun of action, or one that says something. */
  #canTurn(head: number): boolean {
    const isGenericWord = ((this.#words.flags[this.#units.lastWord[head] as number] as number) & WORD_FLAG.genericWord) !== 0;
    return !isGenericWord || ACTION.test((this.#surfaces[this.#units.lastWord[head] as number] as string).toLowerCase());
  }

  /** The unit from which a noun phrase begins with the article or possessive in front of it. */
  #articleBefore(from: number): number {
    const { wordClass, gap } = this.#units;
    return from > 0 && (gap[from] as number) < GAP.pause && wordClass[from - 1] === WORD_CLASS.determiner ? from - 1 : from;
  }

  /** "quantize the weights" as "weight quantization", and "quantize" as "quantization". */
  #addAction(verb: number, from: number, to: number): void {
    if (verb < 0 || to - from > 3 || this.#roles[verb] !== ROLE.none || (this.#units.gap[verb + 1] as number) >= GAP.pause) return;
    const noun = this.#actionOf(verb);
    if (noun.length === 0) return;
    let turned = this.#phraseOf(from, to);
    for (const word of noun) turned = this.#phrases.add(turned, word);
    this.#add(turned, verb, to, OCCURRENCE.whole | OCCURRENCE.derived);
    const single = this.#phrases.addAll(noun);
    this.#add(single, verb, verb + 1, OCCURRENCE.whole | OCCURRENCE.derived);
  }

  /** The words of the noun of what a verb does: fine-tune → fine tuning; none where the collection has no such noun. */
  #actionOf(verb: number): readonly number[] {
    const end = this.#units.end[verb] as number;
    const last = this.#words.normal[this.#tokens.word[end - 1] as number] as number;
    const parts = this.#writtenOut.compounds.get(last);
    const { own, compound } = this.#writtenOut.actions;
    const isCompound = parts !== undefined || end - (this.#units.first[verb] as number) > 1;
    const noun = (isCompound ? compound : own).get(parts?.at(-1) ?? last);
    if (noun === undefined) return NO_WORDS;
    const { starts, words } = this.#unitWords;
    return [...words.subarray(starts[verb], (starts[verb + 1] as number) - 1), noun];
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

  readonly #writeOut = (surface: number, normal: number): readonly number[] | undefined => {
    const isAcronym = ((this.#words.flags[surface] as number) & WORD_FLAG.acronym) !== 0;
    return (isAcronym ? this.#expansionOf(normal) : undefined) ?? this.#writtenOut.compounds.get(normal);
  };

  #expansionOf(acronym: number): readonly number[] | undefined {
    return this.#own?.get(acronym) ?? this.#writtenOut.acronyms.agreed.get(acronym);
  }

  #acronymKind(from: number, to: number): number {
    if (to - from !== 1) return 0;
    const unit = from;
    if ((this.#units.end[unit] as number) - (this.#units.first[unit] as number) !== 1) return 0;
    const surface = this.#units.lastWord[unit] as number;
    if (((this.#words.flags[surface] as number) & WORD_FLAG.acronym) === 0) return 0;
    return this.#expansionOf(this.#words.normal[surface] as number) ? OCCURRENCE.acronym : 0;
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
    return this.#list.isEntry[phrase] === 1 || (this.#roles[unit] === ROLE.noun && (this.#isHead(unit) || this.#standsForItself(unit)));
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
    return phrase > 0 && this.#inPhrase[to - 1] === phrase && to - from <= LONGEST_PHRASE_UNITS && this.#roles[to - 1] === ROLE.noun && !this.#isGeneric(from) && (to - from > 1 || this.#isHead(from) || this.#standsForItself(from) || (this.#isEmptyHead(to) && this.#isHead(to)));
  }

  #add(phrase: number, from: number, to: number, kind: number): void {
    this.#phrase.push(phrase);
    this.#first.push(this.#units.first[from] as number);
    this.#end.push(this.#units.end[to - 1] as number);
    this.#kind.push(kind);
  }
}

function isFunctionWord(wordClass: number): boolean {
  return wordClass >= WORD_CLASS.determiner && wordClass <= WORD_CLASS.conjunction;
}
