import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { paperText } from '../../../electron/engine/export/export-papers.ts';
import { familyFirst } from '../../../electron/engine/export/person-names.ts';
import { PAPER_EXPORT_FORMATS } from '../../../shared/export-options.ts';
import type { Paper } from '../../../shared/paper.ts';
import { sharedData } from '../../support/shared-data.ts';
import { tinyMap } from '../../support/tiny-map.ts';
import { readText } from '../import/read-text.ts';

const SAMPLE = new URL('../../../electron/engine/assets/sample.jsonl', import.meta.url);

const paper = (rest: Partial<Paper>): Paper => ({ id: 'p', title: 'A study of several things', abstract: '', year: null, authors: [], venue: null, doi: null, arxiv: null, url: null, keywords: [], citations: null, source: { file: 'f', line: 1, format: 'text' }, ...rest });

const HARD = paper({
  title: 'Costs of 5 % & {1, 2}, $5 and $6, a_b^c ~ #1 “quoted” "so"',
  abstract: 'Line with a; semicolon, 100% of w\\₀ and α₂ → β. See https://x.org/a_b%20c?d=1&e=2.',
  year: 2021,
  authors: ['Ann Lee', 'Élodie van der Berg', 'Institute of Arts and Sciences', '王小明', 'Smith J'],
  venue: 'Journal of A & B',
  doi: '10.1002/(sici)1099-162x(1998100)18:4<335::aid-pad21>3.0.co;2-f',
  arxiv: '2106.09685',
  url: 'https://example.org/a_b?c=1&d=2%20',
  keywords: ['deep learning', 'C++', 'a, b'],
  citations: 12,
});

/** All that a file can hold of a paper. */
const known = ({ title, abstract, year, authors, venue, doi, arxiv, url, keywords, citations }: Paper) => ({ title, abstract, year, authors, venue, doi, arxiv, url, keywords, citations });

describe.each(PAPER_EXPORT_FORMATS)('papers as %s', (format) => {
  const again = async (papers: readonly Paper[]) => (await readText(paperText(format, papers, null), `papers.${format}`)).papers;

  it('are read again as they were, whatever signs are in them', async () => {
    expect((await again([HARD])).map(known)).toEqual([known(HARD)]);
  });

  it('are read again as they were: the sample', async () => {
    const { papers } = await readText(readFileSync(SAMPLE));
    const byTitle = new Map((await again(papers)).map((each) => [each.title, known(each)]));
    for (const each of papers) expect(byTitle.get(each.title)).toEqual(known(each));
  });

  const real = sharedData('data/dev-iclr2024.jsonl');
  it.skipIf(real === null)('are read again as they were: 2,260 papers of ICLR, all but one (skipped where they are not beside this checkout)', async () => {
    const { papers } = await readText(readFileSync(real ?? ''));
    const byTitle = new Map((await again(papers)).map((each) => [each.title, JSON.stringify(known(each))]));
    expect(papers.filter((each) => byTitle.get(each.title) !== JSON.stringify(known(each))).length).toBeLessThanOrEqual(1);
  });

  it('hold no more records than papers, whatever a text is', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '{', '}', '\\', '"', "'", ',', '@', '%', '$', '\n', '-', '=', 'E', 'R', 'é', ';'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(text, text, async (abstract, keyword) => {
        const papers = ['one thing', 'two things'].map((title) => paper({ title: `A study of ${title}`, abstract, keywords: [keyword] }));
        expect((await again(papers)).map(({ title }) => title).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(papers.map(({ title }) => title));
      }),
      { seed: 11, numRuns: 100 },
    );
  });
});

test('BibTeX tells articles, papers of conferences and others apart, under keys that are all different', () => {
  const venues = ['Nature', 'Proceedings of the 9th Conference', null, 'arXiv'];
  const text = paperText('bib', venues.map((venue) => paper({ venue, authors: ['Ann Lee'], year: 2020, title: 'The shape of things' })), null);
  expect([...text.matchAll(/^@(\w+)\{(.+),$/gm)].map(([, type, key]) => [type, key])).toEqual([['article', 'lee2020shape'], ['inproceedings', 'lee2020shape-2'], ['misc', 'lee2020shape-3'], ['misc', 'lee2020shape-4']]);
  expect(text).toContain('  booktitle = {Proceedings of the 9th Conference},');
});

test.each([
  ['Ann Lee', 'Lee, Ann'],
  ['Élodie van der Berg', 'Berg, Élodie van der'],
  ['World Health Organization', 'World Health Organization'],
  ['Smith J', 'Smith J'],
  ['王小明', '王小明'],
  ['Plato', 'Plato'],
])('RIS gives %s as %s', (name, written) => {
  expect(familyFirst(name)).toBe(written);
});

test('CSV has the topic and the concepts of each paper, and no cell that a program takes for a formula', () => {
  const papers = [paper({ id: 'p1', title: '=HYPERLINK("http://x")' }), paper({ id: 'p5', title: 'Unlinked, "quoted"' })];
  const rows: Record<string, string>[] = parse(paperText('csv', papers, tinyMap()), { columns: true, bom: true });
  expect(rows[0]).toMatchObject({ ID: 'p1', Title: '\'=HYPERLINK("http://x")', Topic: 'LoRA · initialization', Concepts: 'LoRA; weight initialization' });
  expect(rows[1]).toMatchObject({ ID: 'p5', Title: 'Unlinked, "quoted"', Topic: '', Concepts: '' });
});
