import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SearchReply } from '../../../shared/answers.ts';
import type { Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import type { MapConcept, MapPaper, TopicMap } from '../../../shared/topic-map.ts';
import { foundPaper } from './excerpt.ts';
import { rankConcepts, type MetWording } from './find-concepts-named.ts';
import { makeTextTable } from './make-text-table.ts';
import { mendQuery } from './mend-query.ts';
import { parseQuery, type QueryPart } from './parse-query.ts';
import type { TextColumn, TextTable } from './text-table.ts';
import { Vocabulary } from './vocabulary.ts';

/** What a search needs of an open library. */
export interface SearchedLibrary {
  readonly isOpen: boolean;
  /** Changes with every import. */
  readonly importCount: number;
  readonly map: TopicMap | null;
  paper(id: string): Paper | null;
  /** The papers after an id, in the file's order, so many at most. */
  papersAfter(id: string, count: number): Paper[];
}

const COLUMNS: readonly TextColumn[] = [
  { name: 'title', weight: 10, shortBeginnings: true },
  { name: 'concepts', weight: 6, shortBeginnings: true },
  { name: 'keywords', weight: 5, shortBeginnings: true },
  { name: 'authors', weight: 4, shortBeginnings: true },
  { name: 'abstract', weight: 1, shortBeginnings: false },
];
const TITLE = [0];
const TITLE_AND_CONCEPTS = [0, 1];
const WORDINGS: readonly TextColumn[] = [{ name: 'wording', weight: 1, shortBeginnings: true }];

/** Papers that are taken in before other commands get a turn: some ten milliseconds of work. */
const PAPERS_AT_ONCE = 200;
const WORDINGS_AT_ONCE = 2000;
const WORDS_AT_ONCE = 10_000;

const NOTHING: SearchReply = { papers: [], concepts: [], matches: [], corrected: null };

/** Everything that is searched, as of some state of the library. */
interface Index {
  importCount: number;
  /** Papers by row. */
  ids: string[];
  rowOf: Map<string, number>;
  /** By row, the wordings of the paper's concepts. */
  concepts: string[];
  texts: TextTable;
  wordings: TextTable;
  /** By row of `wordings`. */
  met: MetWording[];
  vocabulary: Vocabulary;
}

/**
 * The search of one open library: an index in memory, made at the first search and renewed by the first one after a change. It is made in
 * pieces, between which other commands are answered.
 */
export class LibrarySearch {
  readonly #library: SearchedLibrary;
  #index: Index | null = null;
  #map: TopicMap | null = null;
  #renewing: Promise<void> = Promise.resolve();

  constructor(library: SearchedLibrary) {
    this.#library = library;
  }

  /** What a text as one types it finds. An empty one finds nothing, but has the index made. */
  async find(text: string, limit: number): Promise<SearchReply> {
    const renewed = this.#renewing.then(() => this.#renew());
    this.#renewing = renewed.catch(() => undefined);
    await renewed;
    const index = this.#index;
    const parts = parseQuery(text);
    if (!index || !this.#library.isOpen || parts.length === 0) return NOTHING;
    const found = search(index, parts);
    if (found.ranked.length + found.met.length > 0) return this.#reply(index, text, parts, found, limit, null);
    for (const mended of mendQuery(text, parts, index.vocabulary, (part) => search(index, [part]).ranked.length > 0)) {
      const better = parseQuery(mended);
      const instead = search(index, better);
      if (instead.ranked.length + instead.met.length > 0) return this.#reply(index, mended, better, instead, limit, mended);
    }
    return NOTHING;
  }

  /** Lets the index go. */
  close(): void {
    this.#index?.texts.close();
    this.#index?.wordings.close();
    this.#index = null;
    this.#map = null;
  }

  #reply(index: Index, text: string, parts: readonly QueryPart[], { ranked, met }: Found, limit: number, corrected: string | null): SearchReply {
    const matches = ranked.map((row) => index.ids[row] ?? '');
    const papers = ranked.slice(0, limit).flatMap((row) => {
      const paper = this.#library.paper(index.ids[row] ?? '');
      return paper ? [foundPaper(paper, (index.concepts[row] ?? '').split(WORDING_SEPARATOR), parts)] : [];
    });
    return { papers, concepts: rankConcepts(met, text, parts, limit), matches, corrected };
  }

  async #renew(): Promise<void> {
    const { map, isOpen, importCount } = this.#library;
    if (!isOpen || !map) return this.close();
    if (this.#index?.importCount === importCount && this.#map === map) return;
    if (this.#index?.importCount !== importCount) {
      this.close();
      this.#index = await this.#readAll(map, importCount);
    } else {
      await this.#renewConcepts(this.#index, map);
    }
    this.#map = this.#index ? map : null;
  }

  async #readAll(map: TopicMap, importCount: number): Promise<Index | null> {
    const index: Index = { importCount, ids: [], rowOf: new Map(), concepts: [], texts: makeTextTable(COLUMNS), wordings: makeTextTable(WORDINGS), met: [], vocabulary: new Vocabulary() };
    const conceptsOf = conceptTexts(map);
    for (let papers = this.#library.papersAfter('', PAPERS_AT_ONCE); papers.length > 0; papers = this.#library.papersAfter(papers.at(-1)?.id ?? '', PAPERS_AT_ONCE)) {
      for (const paper of papers) putPaper(index, paper, conceptsOf(paper.id));
      await nextTurn();
      if (!this.#library.isOpen) return null;
    }
    await this.#readWordings(index, map);
    return index;
  }

  /** Takes in the names that concepts have on another map of the same papers. */
  async #renewConcepts(index: Index, map: TopicMap): Promise<void> {
    const conceptsOf = conceptTexts(map);
    for (const [row, id] of index.ids.entries()) {
      if (row % PAPERS_AT_ONCE === 0) await nextTurn();
      if (!this.#library.isOpen) return;
      const concepts = conceptsOf(id);
      const paper = concepts === index.concepts[row] ? null : this.#library.paper(id);
      if (paper) putPaper(index, paper, concepts);
    }
    index.wordings.close();
    index.wordings = makeTextTable(WORDINGS);
    index.vocabulary = new Vocabulary();
    await this.#readWordings(index, map);
  }

  async #readWordings(index: Index, map: TopicMap): Promise<void> {
    index.met = map.concepts.flatMap((concept) => [concept.label, ...concept.aliases].map((wording, place) => ({ concept, wording, place })));
    for (const [row, { wording }] of index.met.entries()) {
      if (row % WORDINGS_AT_ONCE === 0) await nextTurn();
      index.wordings.put(row, [wording]);
    }
    let read = 0;
    for (const table of [index.texts, index.wordings]) {
      for (const { word, rows } of table.words()) {
        index.vocabulary.add(word, rows);
        if (++read % WORDS_AT_ONCE === 0) await nextTurn();
      }
    }
  }
}

interface Found {
  /** Rows of papers, best first. */
  ranked: number[];
  met: MetWording[];
}

/** Papers that meet a query in title and concepts come first, those that have it in the title in its very order before them; then by BM25. */
function search(index: Index, parts: readonly QueryPart[]): Found {
  const foremost = new Set(index.texts.rowsWithin(TITLE_AND_CONCEPTS, parts));
  const inOrder = new Set(foremost.size > 0 ? index.texts.rowsWithin(TITLE, [inARow(parts)]) : []);
  const tier = (row: number) => (inOrder.has(row) ? 0 : foremost.has(row) ? 1 : 2);
  const rows = index.texts.find(parts).map(({ row, score }) => ({ row, score, tier: tier(row) }));
  rows.sort((a, b) => a.tier - b.tier || a.score - b.score || compareText(index.ids[a.row] ?? '', index.ids[b.row] ?? ''));
  return { ranked: rows.map(({ row }) => row), met: index.wordings.find(parts).flatMap(({ row }) => index.met[row] ?? []) };
}

/** The parts of a query as one phrase. */
function inARow(parts: readonly QueryPart[]): QueryPart {
  const words = parts.flatMap(({ wordings }) => wordings[0] ?? []);
  return { wordings: [words], open: parts.at(-1)?.open ?? false, mendable: false, start: 0, end: 0 };
}

const WORDING_SEPARATOR = ' | ';

function putPaper(index: Index, paper: Paper, concepts: string): void {
  const row = index.rowOf.get(paper.id) ?? index.ids.push(paper.id) - 1;
  index.rowOf.set(paper.id, row);
  index.concepts[row] = concepts;
  index.texts.put(row, [paper.title, concepts, paper.keywords.join('; '), paper.authors.join('; '), paper.abstract]);
}

/** Gives the wordings of a paper's concepts as one text. */
function conceptTexts(map: TopicMap): (paper: string) => string {
  const concepts = new Map(map.concepts.map((concept: MapConcept) => [concept.id, [concept.label, ...concept.aliases].join(WORDING_SEPARATOR)]));
  const papers = new Map(map.papers.map((paper: MapPaper) => [paper.id, paper.concepts]));
  return (paper) => (papers.get(paper) ?? []).flatMap(({ id }) => concepts.get(id) ?? []).join(WORDING_SEPARATOR);
}
