import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FullTextTable } from '../../../electron/engine/search/full-text-table.ts';
import { parseQuery } from '../../../electron/engine/search/parse-query.ts';
import { ScanTable } from '../../../electron/engine/search/scan-table.ts';
import type { TextTable } from '../../../electron/engine/search/text-table.ts';

const COLUMNS = [
  { name: 'title', weight: 10, shortBeginnings: true },
  { name: 'abstract', weight: 1, shortBeginnings: false },
];
const KINDS: [string, () => TextTable][] = [['full-text search', () => new FullTextTable(COLUMNS)], ['a scan', () => new ScanTable(COLUMNS)]];

describe.each(KINDS)('a table by %s', (_, make) => {
  const rows = [
    ['Low-rank adaptation', 'We adapt large language models. Élan is needed.'],
    ['Large graphs', 'Networks of low rank and adaptation to noise.'],
    ['深度学习', 'ab only'],
  ];
  const table = make();
  for (const [row, texts] of rows.entries()) table.put(row, texts);
  const found = (query: string) => table.find(parseQuery(query)).sort((a, b) => a.score - b.score).map(({ row }) => row);

  it('finds all words in any column, as they are begun, titles first', () => {
    expect(found('low adap')).toEqual([0, 1]);
    expect(found('large lang')).toEqual([0]);
    expect(found('nothing of this')).toEqual([]);
  });

  it('finds phrases only where the words stand in a row', () => {
    expect(found('"large language"')).toEqual([0]);
    expect(found('"large models"')).toEqual([]);
    expect(new Set(found('low-ra'))).toEqual(new Set([0, 1]));
  });

  it('folds accents, and finds parts of words in scripts without spaces', () => {
    expect(found('elan')).toEqual([0]);
    expect(found('度学')).toEqual([2]);
    expect(found('学度')).toEqual([]);
  });

  it('takes a beginning of one or two letters in short texts only', () => {
    expect(found('la')).toEqual([1]);
    expect(found('ne')).toEqual([]);
    expect(found('ab')).toEqual([2]);
  });

  it('looks in the columns that are asked', () => {
    expect(table.rowsWithin([0], parseQuery('low adap'))).toEqual([0]);
    expect(table.rowsWithin([1], parseQuery('low adap'))).toEqual([1]);
  });

  it('forgets what a row held before', () => {
    table.put(2, ['Another title', '']);
    expect(found('only')).toEqual([]);
    expect(found('another')).toEqual([2]);
  });

  it('tells its words', () => {
    expect([...table.words()].find(({ word }) => word === 'adaptation')).toEqual({ word: 'adaptation', rows: 2 });
  });
});

it('both kinds find the same rows for any query', () => {
  const text = fc.stringMatching(/^[ab" -]{0,9}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 4 }), text, (rows, query) => {
      const parts = parseQuery(query);
      const answers = KINDS.map(([, make]) => {
        const table = make();
        for (const [row, texts] of rows.entries()) table.put(row, texts);
        const found = parts.length > 0 ? table.find(parts).map(({ row }) => row).sort((a, b) => a - b) : [];
        table.close();
        return found;
      });
      expect(answers[0]).toEqual(answers[1]);
    }),
    { seed: 7, numRuns: 150 },
  );
});
