import { findArxivId, findDoi } from './identifiers.ts';
import { splitAuthors } from './names.ts';
import { splitKeywords } from './field-names.ts';
import type { RawRecord, ReadRecord } from './record.ts';
import { bareTitle, isFurniture, isProse, titleScore } from './text-shape.ts';
import type { TextBlock } from './text-blocks.ts';

/** What the start of a text tells about all of it. */
export interface TextProfile {
  /** Shortest paragraph, in characters, that can be an abstract. */
  shortestAbstract: number;
  /** The text is a list of titles without abstracts. */
  titlesOnly: boolean;
}

/** A title that scores less is none. */
const LOWEST_TITLE = 0.25;
/** A paragraph that scores this is surely a title, and missed where no abstract follows. */
const SURE_TITLE = 0.85;
/** What a title loses for each paragraph that stands between it and its abstract. */
const DISTANCE_COST = 0.04;
const SECTION = /^(?:background|introduction|objectives?|aims?|purpose|methods?|methodology|materials? and methods?|results?|findings|conclusions?|discussion|significance)\W*$/i;

/** Makes records of the paragraphs of a text, one by one: each abstract takes the best title among the paragraphs since the one before. */
export class TextAssembler {
  readonly #profile: TextProfile;
  #current: RawRecord | null = null;
  /** The current record's title was labelled as such. */
  #labelled = false;
  #abstractAhead = false;
  /** What stands before the first paper is the page's head. */
  #isPastFirst = false;
  #pending: TextBlock[] = [];
  #details: Partial<RawRecord> = {};

  constructor(profile: TextProfile) {
    this.#profile = profile;
  }

  /** Takes the next paragraph, gives the records that it completes. */
  *add(block: TextBlock): Generator<ReadRecord> {
    if (this.#profile.titlesOnly && block.label === null) {
      if (titleScore(block.text) >= LOWEST_TITLE) yield { line: block.line, title: bareTitle(block.text) };
      return;
    }
    if (block.label === 'title') yield* this.#startLabelled(block);
    else if (block.label === 'abstract') yield* this.#addAbstract(block);
    else if (block.label !== null) this.#addDetail(block);
    else if (this.#abstractAhead || isProse(block.text, this.#profile.shortestAbstract)) yield* this.#addProse(block);
    else if (!(this.#isInAbstract() && SECTION.test(block.text))) this.#pending.push(block);
  }

  /** The last records. Short paragraphs after the last abstract are the page's footer. */
  *end(): Generator<ReadRecord> {
    yield* this.#finish();
    yield* missedTitles(this.#pending);
  }

  *#startLabelled(block: TextBlock): Generator<ReadRecord> {
    yield* this.#finish();
    this.#pending = [];
    this.#details = {};
    this.#current = { line: block.line, title: bareTitle(block.text) };
    this.#labelled = true;
  }

  *#addAbstract(block: TextBlock): Generator<ReadRecord> {
    if (block.text === '') this.#abstractAhead = true;
    else yield* this.#addProse(block);
  }

  *#addProse(block: TextBlock): Generator<ReadRecord> {
    this.#abstractAhead = false;
    const announced = block.label === 'abstract';
    const isOpen = this.#current !== null && this.#labelled && this.#current.abstract === undefined;
    const title = isOpen ? null : this.#takeTitle();
    if (title) {
      yield* this.#finish();
      if (this.#isPastFirst) yield* missedTitles(this.#pending.slice(0, this.#pending.indexOf(title)));
      this.#current = { line: title.line, title: bareTitle(title.text), abstract: block.text, ...identifiersIn(this.#pending), ...this.#details };
      this.#labelled = false;
      this.#isPastFirst = true;
    } else if (this.#current && (isOpen || !announced)) this.#continueAbstract(this.#current, block.text);
    else yield { line: block.line, reason: 'no title' };
    this.#pending = [];
    this.#details = {};
  }

  #continueAbstract(record: RawRecord, text: string): void {
    record.abstract = record.abstract === undefined ? text : `${record.abstract}\n${text}`;
  }

  #isInAbstract(): boolean {
    return this.#current?.abstract !== undefined && this.#pending.length === 0;
  }

  /** The pending paragraph that is most likely the title of the abstract that follows. */
  #takeTitle(): TextBlock | null {
    let best: TextBlock | null = null;
    let bestScore = LOWEST_TITLE;
    for (const [index, block] of this.#pending.entries()) {
      const score = titleScore(block.text) - DISTANCE_COST * (this.#pending.length - 1 - index);
      if (score < bestScore) continue;
      best = block;
      bestScore = score;
    }
    return best;
  }

  #addDetail({ label, text }: TextBlock): void {
    const details: Partial<RawRecord> = this.#current !== null && this.#pending.length === 0 ? this.#current : this.#details;
    if (label === 'authors') details.authors = splitAuthors(text);
    else if (label === 'keywords') details.keywords = splitKeywords(text);
    else if (label === 'year' || label === 'doi' || label === 'arxiv' || label === 'url' || label === 'venue') details[label] = text;
  }

  *#finish(): Generator<ReadRecord> {
    if (this.#current) yield this.#current;
    this.#current = null;
    this.#labelled = false;
  }
}

function identifiersIn(blocks: TextBlock[]): Partial<RawRecord> {
  const text = blocks.map((block) => block.text).join('\n');
  return { doi: findDoi(text) ?? undefined, arxiv: findArxivId(text) ? text : undefined };
}

function* missedTitles(blocks: TextBlock[]): Generator<ReadRecord> {
  for (const { text, line } of blocks) {
    if (titleScore(text) >= SURE_TITLE && text.split(/\s+/).length >= 6 && !isFurniture(text)) yield { line, reason: `no abstract follows “${text.slice(0, 60)}”` };
  }
}
