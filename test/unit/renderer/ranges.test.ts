import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classAt, spanBetween } from '../../../renderer/state/brushed-span.ts';
import { barsOfSpan, countBars, spanOfBars } from '../../../renderer/state/count-bars.ts';
import { countSpanInWords, weightInWords } from '../../../renderer/state/filter-words.ts';
import { barsOfPart, partBars, partOfBars } from '../../../renderer/state/part-bars.ts';
import { scaleFilter } from '../../../renderer/state/scale-filter.ts';
import { movedEnd, nearestEnd, takenBars } from '../../../renderer/state/taken-bars.ts';
import { encodeColours } from '../../../shared/encoding.ts';
import { NO_FILTERS } from '../../../shared/filters.ts';
import type { Colouring } from '../../../shared/settings.ts';
import { tinyMap } from '../../support/tiny-map.ts';

describe('papers by a number that they have', () => {
  test('small numbers have a bar each, from none to the most', () => {
    expect(countBars([0, 2, 2, 3, null])).toEqual([{ from: 0, to: 0, papers: 1 }, { from: 1, to: 1, papers: 0 }, { from: 2, to: 2, papers: 2 }, { from: 3, to: 3, papers: 1 }]);
    expect(countBars([null, null])).toEqual([]);
  });

  test('large numbers share bars that widen, without a gap, and each paper is counted once', () => {
    const numbers = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(fc.property(numbers, (some) => {
      const bars = countBars(some);
      expect(bars[0]?.from).toBe(0);
      expect(bars.at(-1)?.to).toBe(Math.max(...some));
      for (const [at, bar] of bars.entries()) if (at > 0) expect(bar.from).toBe((bars[at - 1]?.to ?? 0) + 1);
      expect(bars.reduce((sum, { papers }) => sum + papers, 0)).toBe(some.length);
      expect(bars.length).toBeLessThan(50);
    }));
  });

  test('a span to the last bar has no upper end, and comes back to the bars it was made of', () => {
    const bars = countBars([0, 5, 40, 3000]);
    expect(spanOfBars(bars, null)).toBeNull();
    expect(spanOfBars(bars, { first: 0, last: 3 })).toEqual({ from: 0, to: 3 });
    expect(spanOfBars(bars, { first: 5, last: bars.length - 1 })).toEqual({ from: 5, to: null });
    for (let first = 1; first < bars.length; first++) expect(barsOfSpan(bars, spanOfBars(bars, { first, last: bars.length - 2 }))).toEqual(takenBars(first, bars.length - 2, bars.length));
  });

  test('a span beyond what there is takes the last bar', () => {
    expect(barsOfSpan(countBars([0, 1, 2]), { from: 7, to: null })).toEqual({ first: 2, last: 2 });
  });

  test('spans in words', () => {
    expect([{ from: 0, to: 0 }, { from: 1, to: 1 }, { from: 3, to: null }, { from: 0, to: 5 }, { from: 2, to: 5 }].map((span) => countSpanInWords(span, 'links'))).toEqual(['No links', '1 link', '3 or more links', 'Up to 5 links', '2 to 5 links']);
    expect(weightInWords({ from: 0.3, to: 1 })).toBe('0.3 to 1');
  });
});

describe('papers by a part of one', () => {
  test('are counted in twentieths, and spans come back as they were', () => {
    const bars = partBars([0, 0.3, 0.349, 1]);
    expect(bars.map(({ papers }) => papers)).toEqual([1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    for (const from of [0, 0.3, 0.95]) expect(partOfBars(barsOfPart({ from, to: 1 }))).toEqual({ from, to: 1 });
    expect(partOfBars(null)).toEqual({ from: 0, to: 1 });
  });
});

describe('bars that are taken', () => {
  test('are in order, and null where they are all', () => {
    expect(takenBars(4, 2, 9)).toEqual({ first: 2, last: 4 });
    expect(takenBars(-1, 20, 9)).toBeNull();
  });

  test('a drag from an end moves that end, elsewhere begins anew', () => {
    expect(nearestEnd(2, { first: 2, last: 6 })).toBe(6);
    expect(nearestEnd(6, { first: 2, last: 6 })).toBe(2);
    expect(nearestEnd(4, { first: 2, last: 6 })).toBe(4);
  });

  test('keys move a handle within its bounds', () => {
    const bounds = { least: 2, most: 8, page: 5 };
    expect(['ArrowLeft', 'ArrowRight', 'PageUp', 'Home', 'End', 'a'].map((key) => movedEnd(key, 5, bounds))).toEqual([4, 6, 8, 2, 8, null]);
    expect(movedEnd('ArrowLeft', 2, bounds)).toBe(2);
  });
});

describe('a scale under the pointer', () => {
  test('a drag takes what lies between its ends, at whole steps', () => {
    const years = { least: 2015, most: 2025, step: 1, classWidth: 0 };
    expect(spanBetween(years, 0.71, 0.29)).toEqual({ from: 2018, to: 2022 });
    expect(spanBetween(years, -1, 3)).toEqual({ from: 2015, to: 2025 });
  });

  test('a click takes the class beneath: a year, or a tenth', () => {
    expect(classAt({ least: 2015, most: 2025, step: 1, classWidth: 0 }, 0.31)).toEqual({ from: 2018, to: 2018 });
    const weights = { least: 0, most: 1, step: 0.05, classWidth: 0.1 };
    expect(classAt(weights, 0.31)).toEqual({ from: 0.3, to: 0.4 });
    expect(classAt(weights, 1)).toEqual({ from: 0.9, to: 1 });
  });
});

describe('scales of the legend', () => {
  const plain = tinyMap();
  const map = { ...plain, papers: plain.papers.map((paper, place) => ({ ...paper, year: paper.id === 'p5' ? undefined : 2020 + place })) };
  const keyOf = (colourBy: Colouring) => {
    const { key } = encodeColours(map, { colourBy, colourConcept: 'initialization' }, null, 'light');
    if (key.kind !== 'values') throw new Error('No scale');
    return key;
  };
  const scale = (colourBy: Colouring, filters = NO_FILTERS) => scaleFilter(keyOf(colourBy), filters, 'initialization');

  test('of links: a part of it, all of it, and the part that is asked for', () => {
    expect(scale('degree')).toMatchObject({ from: 0, to: 2, rest: null });
    expect(scale('degree').asking(1, 2)).toEqual({ links: { from: 1, to: null } });
    expect(scale('degree').asking(0, 1)).toEqual({ links: { from: 0, to: 1 } });
    expect(scale('degree').asking(0, 2)).toEqual({ links: null });
    expect(scale('degree', { ...NO_FILTERS, links: { from: 1, to: 1 } })).toMatchObject({ from: 1, to: 1 });
  });

  test('of a concept: its weight, and the papers without it', () => {
    const asked = { ...NO_FILTERS, weights: [{ concept: 'lora', from: 0.5, to: 1 }], concepts: ['initialization', 'lora'] };
    expect(scale('concept', asked).asking(0.3, 0.6).weights).toEqual([{ concept: 'lora', from: 0.5, to: 1 }, { concept: 'initialization', from: 0.3, to: 0.6 }]);
    expect(scale('concept', { ...asked, weights: [{ concept: 'initialization', from: 0.3, to: 1 }] }).asking(0, 1).weights).toEqual([]);
    expect(scale('concept', asked).rest).toEqual({ isAlone: false, toggled: { without: ['initialization'], concepts: ['lora'], weights: [{ concept: 'lora', from: 0.5, to: 1 }] } });
    expect(scale('concept', { ...NO_FILTERS, without: ['initialization'] }).rest).toEqual({ isAlone: true, toggled: { without: [] } });
  });

  test('of years and of confidence: those without', () => {
    expect(scale('year').rest).toEqual({ isAlone: false, toggled: { undated: true, years: null } });
    expect(scale('year').asking(2021, 2023)).toEqual({ undated: false, years: { from: 2021, to: 2023 } });
    expect(scale('confidence').rest?.toggled).toEqual({ topics: [''], confidence: 0, confidenceTo: 1 });
    expect(scale('confidence', { ...NO_FILTERS, topics: [''] }).rest).toMatchObject({ isAlone: true, toggled: { topics: [] } });
  });
});
