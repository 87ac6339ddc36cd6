import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { papersOfCell, timelineOf } from '../../../renderer/state/timeline.ts';
import { timelineMove } from '../../../renderer/state/timeline-moves.ts';
import { yearBins } from '../../../renderer/state/year-bins.ts';
import type { YearCounts } from '../../../renderer/state/year-counts.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const YEARS: Record<string, number | undefined> = { p1: 2021, p2: 2023, p3: 2021, p4: 2021, p5: 2020 };
const plain = tinyMap();
const map = { ...plain, papers: plain.papers.map((paper) => ({ ...paper, year: YEARS[paper.id] })) };

function years(from: number, counts: number[]): YearCounts {
  return { from, to: from + counts.length - 1, counts, undated: 0 };
}

describe('topics by year', () => {
  test('count the papers of each topic, all papers first and those without a topic last', () => {
    const timeline = timelineOf(map, null, null, 30);
    expect(timeline?.bins.map(({ label }) => label)).toEqual(['2020', '2021', '2022', '2023']);
    expect(timeline?.rows.map(({ label, all }) => [label, ...all])).toEqual([
      ['All papers', 1, 3, 0, 1],
      ['LoRA · initialization', 0, 1, 0, 1],
      ['Pruning · sparsity', 0, 2, 0, 0],
      ['Not in a topic', 1, 0, 0, 0],
    ]);
    expect(timeline?.most).toEqual({ topic: 2, all: 3 });
  });

  test('set those that match apart from all', () => {
    const row = timelineOf(map, null, new Set(['p4', 'p5']), 30)?.rows.find(({ topic }) => topic === 't2');
    expect(row).toMatchObject({ all: [0, 2, 0, 0], matching: [0, 1, 0, 0], total: 1 });
  });

  test('a cell leads to its papers', () => {
    expect(papersOfCell(map, null, null, 't2', { from: 2021, to: 2021 })).toEqual(['p3', 'p4']);
    expect(papersOfCell(map, null, new Set(['p4']), undefined, { from: 2020, to: 2023 })).toEqual(['p4']);
    expect(papersOfCell(map, null, null, null, { from: 2020, to: 2020 })).toEqual(['p5']);
  });

  test('without any year there is none', () => {
    expect(timelineOf({ ...map, papers: plain.papers.map((paper) => ({ ...paper, year: undefined })) }, null, null, 30)).toBeNull();
  });
});

describe('columns of years', () => {
  test('are single years where they fit', () => {
    expect(yearBins(years(2019, [1, 0, 2]), 10).map(({ label }) => label)).toEqual(['2019', '2020', '2021']);
  });

  test('put the few earliest papers together before years are', () => {
    const counts = [1, ...Array.from({ length: 49 }, () => 0), ...Array.from({ length: 10 }, () => 20)];
    expect(yearBins(years(1960, counts), 20).map(({ label }) => label)).toEqual(['≤ 2009', '2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019']);
  });

  test('begin at multiples of their length else', () => {
    expect(yearBins(years(1998, Array.from({ length: 27 }, () => 5)), 8).map(({ label }) => label)).toEqual(['1998–99', '2000–04', '2005–09', '2010–14', '2015–19', '2020–24']);
  });

  test('hold each year once and are no more than asked for', () => {
    const spans = fc.record({ from: fc.integer({ min: 1500, max: 2026 }), counts: fc.array(fc.nat(50), { minLength: 1, maxLength: 300 }).map((counts) => [...counts, 1]) });
    fc.assert(fc.property(spans, fc.integer({ min: 3, max: 60 }), ({ from, counts }, most) => {
      const span = years(from, counts);
      const bins = yearBins(span, most);
      expect(bins.length).toBeLessThanOrEqual(most);
      expect(bins[0]?.from).toBe(span.from);
      expect(bins.at(-1)?.to).toBe(span.to);
      for (const [at, bin] of bins.entries()) expect(bin.from).toBe(at === 0 ? span.from : (bins[at - 1]?.to ?? 0) + 1);
    }));
  });
});

test('keys lead through the timeline and stop at its edges, the names being the first column', () => {
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });
  expect(timelineMove({ row: 1, column: 0 }, 3, 5, press('ArrowLeft'))).toEqual({ row: 1, column: -1 });
  expect(timelineMove({ row: 2, column: 4 }, 3, 5, press('ArrowDown'))).toEqual({ row: 2, column: 4 });
  expect(timelineMove({ row: 1, column: 2 }, 3, 5, press('End', true))).toEqual({ row: 2, column: 4 });
  expect(timelineMove({ row: 1, column: 2 }, 3, 5, press('a'))).toBeNull();
});
