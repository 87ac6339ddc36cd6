import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFiltering } from '../../../renderer/state/commands/filter-commands.ts';
import { filterChips } from '../../../renderer/state/filter-chips.ts';
import { mapIndex } from '../../../renderer/state/map-index.ts';
import { conceptsOfPapers, matchingPapers, needsFacts, NO_TOPIC } from '../../../renderer/state/matching-papers.ts';
import { restoreView, viewState } from '../../../renderer/state/view-store.ts';
import { clampedYears, yearCounts } from '../../../renderer/state/year-counts.ts';
import type { PaperFacts } from '../../../shared/details.ts';
import type { Annotation } from '../../../shared/library-state.ts';
import { FILTER_NAMES, filtersSchema, NO_FILTERS, type Filters } from '../../../shared/filters.ts';
import { DEFAULT_VIEW_STATE, viewStateSchema } from '../../../shared/settings.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const YEARS: Record<string, number | undefined> = { p1: 2019, p2: 2021, p3: 2021, p4: 2024, p5: undefined };
const CITATIONS: Record<string, number | undefined> = { p1: 0, p2: 100, p4: 2000 };
const plain = tinyMap();
const map = { ...plain, papers: plain.papers.map((paper) => ({ ...paper, year: YEARS[paper.id], confidence: paper.id === 'p4' ? 0.4 : paper.confidence })) };
const facts = new Map(map.papers.map(({ id, year }): [string, PaperFacts] => [id, { id, authors: [], venue: null, year: year ?? null, source: id < 'p3' ? 'a.bib' : 'b.ris', citations: CITATIONS[id] ?? null }]));
const annotations: Annotation[] = [
  { target: { kind: 'paper', id: 'p1' }, starred: true, tags: ['read'], note: '' },
  { target: { kind: 'paper', id: 'p3' }, starred: false, tags: ['read', 'later'], note: '' },
  { target: { kind: 'topic', id: 't2' }, starred: true, tags: [], note: '' },
];

function matching(change: Partial<Filters>, search: ReadonlySet<string> | null = null): string[] | null {
  const found = matchingPapers(map, facts, annotations, { ...NO_FILTERS, ...change }, search);
  return found && [...found];
}

describe('papers that meet the filters', () => {
  test('nothing asked is null, not all', () => {
    expect(matching({})).toBeNull();
  });

  test('each condition by itself', () => {
    expect(matching({ topics: ['t2'] })).toEqual(['p3', 'p4']);
    expect(matching({ topics: ['t2', NO_TOPIC] })).toEqual(['p3', 'p4', 'p5']);
    expect(matching({ concepts: ['initialization'] })).toEqual(['p1', 'p3']);
    expect(matching({ years: { from: 2020, to: 2022 } })).toEqual(['p2', 'p3']);
    expect(matching({ sources: ['b.ris'] })).toEqual(['p3', 'p4', 'p5']);
    expect(matching({ undated: true })).toEqual(['p5']);
    expect(matching({ without: ['initialization'] })).toEqual(['p2', 'p4', 'p5']);
    expect(matching({ confidence: 0.5 })).toEqual(['p1', 'p2', 'p3']);
    expect(matching({ confidenceTo: 0.5 })).toEqual(['p4']);
    expect(matching({ starred: true })).toEqual(['p1']);
    expect(matching({ tags: ['later', 'read'] })).toEqual(['p1', 'p3']);
    expect(matching({}, new Set(['p5', 'lora']))).toEqual(['p5']);
  });

  test('a number of links, both ends included, with no upper end where none is asked', () => {
    expect(matching({ links: { from: 0, to: 0 } })).toEqual(['p5']);
    expect(matching({ links: { from: 1, to: 1 } })).toEqual(['p2', 'p4']);
    expect(matching({ links: { from: 2, to: null } })).toEqual(['p1', 'p3']);
  });

  test('a number of citations leaves out papers whose citations are not known, and one of concepts counts those of the paper', () => {
    expect(matching({ citations: { from: 0, to: 100 } })).toEqual(['p1', 'p2']);
    expect(matching({ citations: { from: 101, to: null } })).toEqual(['p4']);
    expect(matching({ conceptCount: { from: 2, to: null } })).toEqual(['p1', 'p3']);
  });

  test('the weight of a concept, and of several concepts each', () => {
    expect(matching({ weights: [{ concept: 'initialization', from: 0.5, to: 0.8 }] })).toEqual(['p1', 'p3']);
    expect(matching({ weights: [{ concept: 'initialization', from: 0.8, to: 1 }] })).toEqual([]);
    expect(matching({ weights: [{ concept: 'initialization', from: 0, to: 1 }, { concept: 'lora', from: 1, to: 1 }] })).toEqual(['p1']);
  });

  test('citations ask nothing until facts have come', () => {
    expect(matchingPapers(map, null, [], { ...NO_FILTERS, citations: { from: 1, to: null } }, null)).toBeNull();
    expect(needsFacts(NO_FILTERS)).toBe(false);
    expect(needsFacts({ ...NO_FILTERS, citations: { from: 1, to: null } })).toBe(true);
  });

  test('all conditions have to be met, of a list any entry', () => {
    expect(matching({ concepts: ['initialization', 'pruning'], years: { from: 2021, to: 2024 }, confidence: 0.5 })).toEqual(['p3']);
    expect(matching({ starred: true, tags: ['later'] })).toEqual([]);
  });

  test('a sub-topic asks for its papers only', () => {
    const divided = { ...map, papers: map.papers.map((paper) => (paper.id === 'p4' ? { ...paper, subtopic: 't2.1' } : paper)) };
    expect([...(matchingPapers(divided, null, [], { ...NO_FILTERS, topics: ['t2.1'] }, null) ?? [])]).toEqual(['p4']);
  });

  test('a source asks nothing until facts have come', () => {
    expect(matchingPapers(map, null, [], { ...NO_FILTERS, sources: ['a.bib'] }, null)).toBeNull();
  });

  test('another condition never gives more papers', () => {
    const some = fc.record({ topics: fc.subarray(['t1', 't2', NO_TOPIC]), concepts: fc.subarray(['lora', 'pruning']), confidence: fc.constantFrom(0, 0.5, 1), starred: fc.boolean(), tags: fc.subarray(['read', 'later']) });
    fc.assert(fc.property(some, fc.integer({ min: 2018, max: 2025 }), (filters, from) => {
      const all = matching(filters) ?? map.papers.map(({ id }) => id);
      const fewer = matching({ ...filters, years: { from, to: 2025 } }) ?? [];
      expect(fewer.every((id) => all.includes(id))).toBe(true);
    }));
  });
});

describe('concepts of the papers that are left', () => {
  test('are those of which half the papers or more are left', () => {
    expect(conceptsOfPapers(map, new Set(['p1']))).toEqual(new Set(['lora', 'initialization']));
    expect(conceptsOfPapers(map, new Set(['p4']))).toEqual(new Set(['pruning']));
    expect(conceptsOfPapers(map, null)).toBeNull();
  });
});

const asksSomething: Filters = {
  topics: ['t1', NO_TOPIC],
  concepts: ['lora'],
  weights: [{ concept: 'lora', from: 0.3, to: 1 }],
  without: ['pruning'],
  years: { from: 2021, to: 2021 },
  undated: true,
  sources: ['a.bib'],
  confidence: 0.6,
  confidenceTo: 0.9,
  links: { from: 2, to: null },
  citations: { from: 1000, to: 2500 },
  conceptCount: { from: 0, to: 5 },
  starred: true,
  tags: ['read'],
  search: 'low rank',
};

describe('chips', () => {
  test('say every condition in words', () => {
    expect(filterChips(asksSomething, mapIndex(map)).map(({ label }) => label)).toEqual([
      '“low rank”', 'LoRA · initialization', 'Not in a topic', 'LoRA', 'LoRA weight 0.3 to 1', 'Without pruning', '2021', 'Year not known', 'a.bib', 'Confidence 60% to 90%', '2 or more links', '1,000 to 2,500 citations', 'Up to 5 concepts', 'Starred', 'read',
    ]);
  });

  test('taken away one after the other, nothing is asked any more', () => {
    let filters = asksSomething;
    for (let chip = filterChips(filters, mapIndex(map))[0]; chip; chip = filterChips(filters, mapIndex(map))[0]) filters = { ...filters, ...chip.without };
    expect(filters).toEqual(NO_FILTERS);
  });
});

describe('filters as libraries keep them', () => {
  test('of a library from before weights, links and citations ask what they asked', () => {
    const before = { topics: ['t1'], concepts: [], years: { from: 2020, to: 2021 }, sources: [], confidence: 0.5, starred: true, tags: [], search: 'rank' };
    const kept = viewStateSchema.parse({ view: 'papers', selection: null, hiddenTopics: [], viewport: null, filters: before }).filters;
    expect(kept).toEqual({ ...NO_FILTERS, ...before });
  });

  test('are kept as they are', () => {
    const asked: Filters = { ...NO_FILTERS, weights: [{ concept: 'lora', from: 0.3, to: 1 }], links: { from: 2, to: null }, without: ['pruning'] };
    expect(filtersSchema.parse(JSON.parse(JSON.stringify(asked)))).toEqual(asked);
    expect(isFiltering(NO_FILTERS)).toBe(false);
    for (const name of FILTER_NAMES) expect(isFiltering({ ...NO_FILTERS, [name]: asksSomething[name] }), name).toBe(true);
  });

  test('lose the weight of a concept that is no longer there', () => {
    restoreView({ ...DEFAULT_VIEW_STATE, filters: { ...NO_FILTERS, weights: [{ concept: 'gone', from: 0, to: 1 }, { concept: 'lora', from: 0.5, to: 1 }], without: ['gone'] } }, map);
    expect(viewState().filters).toEqual({ ...NO_FILTERS, weights: [{ concept: 'lora', from: 0.5, to: 1 }] });
  });
});

describe('papers per year', () => {
  test('are counted from the first year to the last, with those that have none', () => {
    expect(yearCounts(map, null)).toEqual({ from: 2019, to: 2024, counts: [1, 0, 2, 0, 0, 1], undated: 1 });
    expect(yearCounts({ ...map, papers: [] }, null)).toBeNull();
  });

  test('a range keeps its ends in order and within the years; the whole is no range', () => {
    expect(clampedYears(2030, 2021, { from: 2019, to: 2024 })).toEqual({ from: 2021, to: 2024 });
    expect(clampedYears(1900, 2030, { from: 2019, to: 2024 })).toBeNull();
  });
});
