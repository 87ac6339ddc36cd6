import { describe, expect, test } from 'vitest';
import { conceptRows, conceptsNamed } from '../../../renderer/state/concept-rows.ts';
import { gridMove, keysBetween, toggled } from '../../../renderer/state/grid-moves.ts';
import { paperRows, shownPapers } from '../../../renderer/state/paper-rows.ts';
import { sortingAfter, sortRows, type SortableColumn } from '../../../renderer/state/table-columns.ts';
import type { PaperFacts } from '../../../shared/details.ts';
import { plantedMap } from '../../support/planted-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const map = tinyMap();
const facts = new Map<string, PaperFacts>([['p1', { id: 'p1', authors: ['Hu, Edward', 'Shen, Yelong'], venue: 'ICLR', year: 2021, source: 'a.bib', citations: 7 }]]);

describe('rows of papers', () => {
  const rows = paperRows(map, facts, [{ target: { kind: 'paper', id: 'p1' }, starred: true, tags: ['read'], note: '' }]);

  test('tell what map, facts and notes know of a paper', () => {
    expect(rows[0]).toMatchObject({ id: 'p1', year: 2024, authors: ['Hu, Edward', 'Shen, Yelong'], venue: 'ICLR', source: 'a.bib', citations: 7, topic: 'LoRA · initialization', position: 0, links: 2, concepts: ['LoRA', 'weight initialization'], starred: true, tags: ['read'] });
    expect(rows[4]).toMatchObject({ id: 'p5', authors: [], venue: null, citations: null, topic: null, position: null, links: 0, concepts: [], starred: false });
  });

  test('are shown where they match and their topic is not hidden', () => {
    expect(shownPapers(rows, null, ['t1']).map(({ id }) => id)).toEqual(['p3', 'p4', 'p5']);
    expect(shownPapers(rows, new Set(['p1', 'p4']), ['t1']).map(({ id }) => id)).toEqual(['p4']);
  });
});

describe('rows of concepts', () => {
  const names = (rows: readonly { id: string; papers: number; allPapers: number }[]) => rows.map(({ id, papers, allPapers }) => `${id} ${papers}/${allPapers}`);

  test('count papers, and links that rest on a concept', () => {
    const rows = conceptRows(map, null, []);
    expect(names(rows)).toEqual(['initialization 2/2', 'lora 2/2', 'pruning 2/2']);
    expect(rows.map(({ links }) => links)).toEqual([1, 1, 1]);
  });

  test('count the papers left by filters and hidden topics, and leave out concepts that none has', () => {
    expect(names(conceptRows(map, new Set(['p1']), []))).toEqual(['initialization 1/2', 'lora 1/2']);
    expect(names(conceptRows(map, null, ['t1']))).toEqual(['initialization 1/2', 'pruning 2/2']);
  });

  test('are found by label or other wordings, all words anywhere', () => {
    const rows = conceptRows(map, null, []);
    expect(conceptsNamed(rows, 'RANK low').map(({ id }) => id)).toEqual(['lora']);
    expect(conceptsNamed(rows, '  ')).toBe(rows);
    expect(conceptsNamed(rows, 'rank pruning')).toEqual([]);
  });
});

describe('sorting', () => {
  interface Row { name: string | null; size: number | null }
  const columns: SortableColumn<Row>[] = [
    { id: 'name', first: 'ascending', valueOf: ({ name }) => name },
    { id: 'size', first: 'descending', valueOf: ({ size }) => size },
  ];
  const rows: Row[] = [{ name: 'zebra', size: 2 }, { name: null, size: 10 }, { name: '“Éclair”', size: null }, { name: 'Apple', size: 2 }];
  const names = (sorted: Row[]) => sorted.map(({ name }) => name);

  test('goes by the alphabet whatever case, accents and opening quotes, with what is unknown last either way', () => {
    expect(names(sortRows(rows, columns, { column: 'name', direction: 'ascending' }))).toEqual(['Apple', '“Éclair”', 'zebra', null]);
    expect(names(sortRows(rows, columns, { column: 'name', direction: 'descending' }))).toEqual(['zebra', '“Éclair”', 'Apple', null]);
  });

  test('goes by size of numbers, ties as they came', () => {
    expect(names(sortRows(rows, columns, { column: 'size', direction: 'descending' }))).toEqual([null, 'zebra', 'Apple', '“Éclair”']);
    expect(names(sortRows(rows, columns, { column: 'size', direction: 'ascending' }))).toEqual(['zebra', 'Apple', null, '“Éclair”']);
  });

  test('by a column that is not there leaves the order', () => {
    expect(sortRows(rows, columns, { column: 'gone', direction: 'ascending' })).toEqual(rows);
  });

  test('a second click turns it round, another column begins in its own direction', () => {
    expect(sortingAfter({ column: 'name', direction: 'ascending' }, { id: 'name', first: 'ascending' })).toEqual({ column: 'name', direction: 'descending' });
    expect(sortingAfter({ column: 'name', direction: 'descending' }, { id: 'size', first: 'descending' })).toEqual({ column: 'size', direction: 'descending' });
  });

  test('of 10,000 papers by title takes less than 100 ms of processor time at best of five', () => {
    const many = paperRows(plantedMap(10_000), null, []);
    const byTitle: SortableColumn<(typeof many)[number]>[] = [{ id: 'title', first: 'ascending', valueOf: ({ paper }) => paper.title }];
    const times = [1, 2, 3, 4, 5].map(() => {
      const begun = process.cpuUsage();
      const sorted = sortRows(many, byTitle, { column: 'title', direction: 'descending' });
      const { user, system } = process.cpuUsage(begun);
      expect(sorted).toHaveLength(10_000);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

describe('keys in a grid', () => {
  test('lead from row to row and stop at the ends', () => {
    expect(gridMove(3, 10, 4, { key: 'ArrowDown', shiftKey: false })).toEqual({ row: 4, extends: false });
    expect(gridMove(0, 10, 4, { key: 'ArrowUp', shiftKey: true })).toEqual({ row: 0, extends: true });
    expect(gridMove(8, 10, 4, { key: 'PageDown', shiftKey: false })?.row).toBe(9);
    expect(gridMove(3, 10, 4, { key: 'End', shiftKey: false })?.row).toBe(9);
    expect(gridMove(3, 10, 4, { key: 'q', shiftKey: false })).toBeNull();
    expect(gridMove(0, 0, 4, { key: 'Home', shiftKey: false })).toBeNull();
  });

  test('choose from one row to another, whichever comes first, and one at a time', () => {
    expect(keysBetween(['a', 'b', 'c', 'd'], 2, 0)).toEqual(['a', 'b', 'c']);
    expect(toggled(new Set(['a', 'b']), 'a')).toEqual(['b']);
    expect(toggled(new Set(['a']), 'b')).toEqual(['a', 'b']);
  });
});
