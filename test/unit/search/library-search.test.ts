import { describe, expect, it } from 'vitest';
import { LibrarySearch, type SearchedLibrary } from '../../../electron/engine/search/library-search.ts';
import { excerpt } from '../../../electron/engine/search/excerpt.ts';
import { matchesIn } from '../../../electron/engine/search/match-words.ts';
import { parseQuery } from '../../../electron/engine/search/parse-query.ts';
import type { Paper } from '../../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS } from '../../../shared/settings.ts';
import type { MapConcept, TopicMap } from '../../../shared/topic-map.ts';

const paper = (id: string, title: string, rest: Partial<Paper> = {}): Paper => ({ id, title, abstract: '', year: null, authors: [], venue: null, doi: null, arxiv: null, url: null, keywords: [], citations: null, source: { file: 'f', line: 1, format: 'text' }, ...rest });
const concept = (id: string, label: string, aliases: string[], papers: number): MapConcept => ({ id, label, aliases, papers, topic: null, x: 0, y: 0 });

class TestLibrary implements SearchedLibrary {
  isOpen = true;
  importCount = 1;
  papers: Paper[];
  conceptsOf: Record<string, string[]>;
  concepts: MapConcept[];
  map: TopicMap | null = null;
  reads = 0;

  constructor(papers: Paper[], concepts: MapConcept[] = [], conceptsOf: Record<string, string[]> = {}) {
    this.papers = papers;
    this.concepts = concepts;
    this.conceptsOf = conceptsOf;
    this.draw();
  }

  draw(): void {
    const papers = this.papers.map(({ id, title }) => ({ id, title, topic: null, confidence: 1, x: 0, y: 0, concepts: (this.conceptsOf[id] ?? []).map((each) => ({ id: each, weight: 1 })) }));
    this.map = { format: 'concept-atlas/topic-map', version: 1, parameters: DEFAULT_MAP_SETTINGS, papers, concepts: this.concepts, topics: [], links: [], quality: { modularity: 0, stability: 0, coverage: 0 }, notices: [] };
  }

  paper(id: string): Paper | null {
    return this.papers.find((each) => each.id === id) ?? null;
  }

  papersAfter(id: string, count: number): Paper[] {
    this.reads++;
    return this.papers.filter((each) => each.id > id).slice(0, count);
  }
}

const LORA = paper('lora', 'Low-rank adaptation of large language models', { abstract: 'LoRA freezes weights.', authors: ['Édouard Müller', 'Ann Lee'] });
const TUNING = paper('tuning', 'Parameter-efficient tuning', { abstract: 'We compare adapters, and low-rank adaptation beside them.', keywords: ['fine-tuning'] });
const BREAD = paper('bread', 'Sourdough', { abstract: 'Flour and water.' });
const CONCEPTS = [concept('c-lora', 'low-rank adaptation', ['LoRA'], 2), concept('c-bread', 'sourdough bread', [], 1)];
const library = () => new TestLibrary([BREAD, LORA, TUNING], CONCEPTS, { lora: ['c-lora'], tuning: ['c-lora'], bread: ['c-bread'] });
const find = (search: LibrarySearch, text: string) => search.find(text, 10);

describe('a search of a library', () => {
  it('finds titles before abstracts, and says where', async () => {
    const { papers, matches, corrected } = await find(new LibrarySearch(library()), 'low-rank adap');
    expect(matches).toEqual(['lora', 'tuning']);
    expect(papers[0]).toEqual({ id: 'lora', field: 'title', excerpt: LORA.title, marks: [[0, 8], [9, 13]] });
    expect(corrected).toBeNull();
  });

  it('finds papers by another wording of their concept', async () => {
    const { papers } = await find(new LibrarySearch(library()), 'lora tuning');
    expect(papers.map(({ id }) => id)).toEqual(['tuning']);
  });

  it('finds authors without their accents, keywords and abstracts', async () => {
    const search = new LibrarySearch(library());
    expect((await find(search, 'muller')).papers).toEqual([{ id: 'lora', field: 'authors', excerpt: 'Édouard Müller, Ann Lee', marks: [[8, 14]] }]);
    expect((await find(search, 'fine tun')).papers).toMatchObject([{ id: 'tuning', field: 'keywords', marks: [[0, 4], [5, 8]] }]);
    expect((await find(search, 'flour')).papers).toMatchObject([{ id: 'bread', field: 'abstract' }]);
  });

  it('finds concepts by all their wordings, the one that was met with them', async () => {
    const { concepts } = await find(new LibrarySearch(library()), 'LoRA');
    expect(concepts).toEqual([{ id: 'c-lora', wording: 'LoRA', marks: [[0, 4]] }]);
  });

  it('forgives misspelt words and says what it looked for instead', async () => {
    const search = new LibrarySearch(library());
    expect(await find(search, 'low adaptatoin')).toMatchObject({ matches: ['lora', 'tuning'], corrected: 'low adaptation' });
    expect(await find(search, 'Suordough')).toMatchObject({ matches: ['bread'], corrected: 'sourdough' });
    expect(await find(search, '"Suordough"')).toMatchObject({ matches: [], corrected: null });
    expect(await find(search, 'zzzzzz')).toEqual({ papers: [], concepts: [], matches: [], corrected: null });
  });

  it('gives no more papers than asked, but the ids of all', async () => {
    const { papers, matches } = await new LibrarySearch(library()).find('low', 1);
    expect(papers).toHaveLength(1);
    expect(matches).toHaveLength(2);
  });

  it('makes its index once, and anew after an import', async () => {
    const open = library();
    const search = new LibrarySearch(open);
    await Promise.all([find(search, 'flour'), find(search, 'lora')]);
    const { reads } = open;
    expect((await find(search, 'brioche')).matches).toEqual([]);
    expect(open.reads).toBe(reads);
    open.papers = [...open.papers, paper('new', 'Brioche')];
    open.importCount = 2;
    open.draw();
    expect((await find(search, 'brioche')).matches).toEqual(['new']);
  });

  it('takes in other names of concepts without reading all papers again', async () => {
    const open = library();
    const search = new LibrarySearch(open);
    await find(search, '');
    const { reads } = open;
    open.concepts = [concept('c-lora', 'skinny matrices', [], 2)];
    open.draw();
    expect(await find(search, 'skinny')).toMatchObject({ matches: ['lora', 'tuning'], concepts: [{ id: 'c-lora', wording: 'skinny matrices' }] });
    expect((await find(search, 'sourdough bread')).concepts).toEqual([]);
    expect(open.reads).toBe(reads);
  });

  it('lets others have a turn while it makes its index', async () => {
    const open = new TestLibrary(Array.from({ length: 3000 }, (_, place) => paper(`p${place}`, `Title ${place}`, { abstract: 'Words and more words. '.repeat(30) })).sort((a, b) => (a.id < b.id ? -1 : 1)));
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await find(new LibrarySearch(open), 'title');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('finds nothing in a library that was closed or has no papers', async () => {
    const open = library();
    open.map = null;
    expect(await find(new LibrarySearch(open), 'lora')).toMatchObject({ matches: [] });
    const closed = library();
    closed.isOpen = false;
    expect(await find(new LibrarySearch(closed), 'lora')).toMatchObject({ matches: [] });
  });
});

describe('an excerpt', () => {
  it('of a long text is the stretch with most of the query, at borders of words', () => {
    const text = `Networks come first. ${'Nothing is said here. '.repeat(20)}At last sparse networks are pruned. ${'And nothing more. '.repeat(20)}`;
    const { excerpt: shown, marks } = excerpt(text, matchesIn(text, parseQuery('sparse networks')));
    expect(shown).toMatch(/^…\S.*At last sparse networks are pruned\..*\S…$/);
    expect(shown.length).toBeLessThan(170);
    expect(marks.map(([start, end]) => shown.slice(start, end))).toEqual(['sparse', 'networks']);
  });

  it('of a text without spaces is cut all the same', () => {
    const text = `${'机器'.repeat(200)}学习${'机器'.repeat(200)}`;
    const { excerpt: shown, marks } = excerpt(text, matchesIn(text, parseQuery('学习')));
    expect(shown.length).toBeLessThanOrEqual(162);
    expect(marks.map(([start, end]) => shown.slice(start, end))).toEqual(['学习']);
  });
});
