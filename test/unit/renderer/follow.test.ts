import { describe, expect, test } from 'vitest';
import { bridgesOf } from '../../../renderer/state/bridges.ts';
import { conceptPapers } from '../../../renderer/state/concept-papers.ts';
import { foundTogether } from '../../../renderer/state/found-together.ts';
import { shareOfWeakerLinks } from '../../../renderer/state/link-rank.ts';
import { mapIndex } from '../../../renderer/state/map-index.ts';
import { qualityNotes } from '../../../renderer/state/map-quality.ts';
import { findOptions } from '../../../renderer/state/picker-search.ts';
import { pickCandidates, pickedSelection } from '../../../renderer/state/pick.ts';
import { selectionName, shortTitle } from '../../../renderer/state/selection-names.ts';
import { sharedConcepts, topicsOfPapers } from '../../../renderer/state/shared-of-papers.ts';
import { newestPapers, typicalPapers } from '../../../renderer/state/typical-papers.ts';
import { confidenceInWords, listed } from '../../../renderer/state/words.ts';
import { yearCounts, yearsInWords } from '../../../renderer/state/paper-years.ts';
import type { MapPaper, TopicMap } from '../../../shared/topic-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const map = tinyMap();
const index = mapIndex(map);
const paper = (id: string) => map.papers.find((one) => one.id === id) ?? expect.fail(`no paper ${id}`);

/** A map of papers that mention these concepts, without links. */
function mapOf(papers: readonly string[][]): TopicMap {
  const [model] = map.papers;
  if (!model) return expect.fail('the map is empty');
  return { ...map, links: [], papers: papers.map((concepts, at) => ({ ...model, id: `q${at}`, topic: null, concepts: concepts.map((id) => ({ id, weight: 0.5 })) })) };
}

describe('what a paper leads to', () => {
  test('bridges are the linked papers of other topics', () => {
    expect(bridgesOf(paper('p1'), index).map(({ topic, related }) => [topic, related.map((one) => one.paper.id)])).toEqual([['t2', ['p3']]]);
    expect(bridgesOf(paper('p2'), index)).toEqual([]);
  });

  test('the most typical paper of a topic has the most link weight within it', () => {
    const linked = { ...map, links: [...map.links, { source: 'p4', target: 'p6', weight: 0.5, concepts: [] }], papers: [...map.papers, { ...paper('p4'), id: 'p6' }] };
    expect(typicalPapers('t2', mapIndex(linked)).map(({ id }) => id)).toEqual(['p4', 'p3', 'p6']);
  });

  test('newest papers leave out those without a year', () => {
    const dated = [{ ...paper('p1'), year: 2019 }, paper('p2'), { ...paper('p3'), year: 2021 }].map((one) => (one.id === 'p2' ? withoutYear(one) : one));
    expect(newestPapers(dated).map(({ id }) => id)).toEqual(['p3', 'p1']);
  });

  test('a link is ranked by the share of the map’s links that are weaker', () => {
    expect([0.8, 0.7, 0.3, 0.1].map((weight) => shareOfWeakerLinks(map, weight))).toEqual([2 / 3, 1 / 3, 0, 0]);
    expect(shareOfWeakerLinks({ ...map, links: [] }, 0.5)).toBeNull();
  });
});

function withoutYear(one: MapPaper): MapPaper {
  const copy = { ...one };
  delete copy.year;
  return copy;
}

describe('several papers', () => {
  test('share the concepts that two of them have, those of most papers first', () => {
    expect(sharedConcepts([paper('p1'), paper('p2'), paper('p3')])).toEqual([{ id: 'lora', papers: 2 }, { id: 'initialization', papers: 2 }]);
    expect(sharedConcepts([paper('p1'), paper('p4')])).toEqual([]);
  });

  test('are of topics, those of most papers first and none by itself', () => {
    expect(topicsOfPapers(map.papers)).toEqual([{ id: 't1', papers: 2 }, { id: 't2', papers: 2 }, { id: null, papers: 1 }]);
  });
});

describe('concepts found together', () => {
  test('are those that meet more often than chance, in two papers at least', () => {
    const together = mapIndex(mapOf([['a', 'b', 'all'], ['a', 'b', 'all'], ['a', 'c', 'all'], ['d', 'all'], ['d', 'all'], ['d', 'c', 'all']]));
    expect(foundTogether('a', together)).toEqual([{ id: 'b', papers: 2 }]);
    expect(foundTogether('all', together)).toEqual([]);
  });
});

describe('papers of a concept', () => {
  test('are those that mention it as the engine tells, then those that have it through narrower ones', () => {
    const detail = { papers: [{ id: 'p4', weight: 0.9, sentence: null }, { id: 'gone', weight: 0.5, sentence: null }] };
    expect(conceptPapers('pruning', detail, index).map((one) => [one.paper.id, one.mentions])).toEqual([['p4', 'itself'], ['p3', 'narrower']]);
    expect(conceptPapers('pruning', null, index).map((one) => one.paper.id)).toEqual(['p3', 'p4']);
  });
});

describe('years', () => {
  test('are counted from the first to the last, with none left out', () => {
    expect(yearCounts([{ year: 2020 }, { year: 2022 }, { year: 2022 }, {}])).toEqual({ years: [{ year: 2020, count: 1 }, { year: 2021, count: 0 }, { year: 2022, count: 2 }], unknown: 1 });
  });

  test('before the last forty are counted with the first of those', () => {
    const { years } = yearCounts([{ year: 1931 }, { year: 1990 }, { year: 2024 }]);
    expect([years.length, years[0], years.at(-1)]).toEqual([40, { year: 1985, count: 1 }, { year: 2024, count: 1 }]);
  });

  test('are told in a sentence', () => {
    expect(yearsInWords(yearCounts([{ year: 2020 }, { year: 2022 }, { year: 2022 }, {}]))).toBe('2020 to 2022, most in 2022 (2); 1 without a year');
    expect(yearsInWords(yearCounts([{ year: 2024 }]))).toBe('All of 2024');
    expect(yearsInWords(yearCounts([{}]))).toBe('');
  });
});

describe('names and words', () => {
  test('every kind of selection has a name', () => {
    const names = [
      null,
      { kind: 'paper', id: 'p3' } as const,
      { kind: 'concept', id: 'lora' } as const,
      { kind: 'link', source: 'p3', target: 'p4' } as const,
      { kind: 'path', from: { kind: 'paper', id: 'p3' }, to: { kind: 'topic', id: 't1' }, choice: 0 } as const,
      { kind: 'compare', topics: ['t1', 't2'] } as const,
      { kind: 'papers', ids: ['p1', 'p2'] } as const,
    ].map((selection) => selectionName(selection && structuredClone(selection) as never, index));
    expect(names).toEqual([
      'The whole map',
      'Pruning without retraining',
      'LoRA',
      'Pruning without retraining ↔ Sparse training from scratch',
      'Pruning without retraining → LoRA · initialization',
      'LoRA · initialization ↔ Pruning · sparsity',
      '2 papers',
    ]);
  });

  test('a title is shortened to what stands before its colon, or to whole words', () => {
    expect(shortTitle('LoRA: Low-Rank Adaptation')).toBe('LoRA');
    expect(shortTitle('The curious and rather long case of an unmarked title')).toBe('The curious and rather long…');
  });

  test('confidence and lists are said in words', () => {
    expect([0.9, 0.6, 0.4, 0.1].map(confidenceInWords)).toEqual(['Clearly', 'Mostly', 'Partly', 'Barely']);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });

  test('the quality of a map is told only where there are topics to tell apart', () => {
    expect(qualityNotes(map).map(({ says }) => says)).toEqual([
      'Topics stand apart: 80% of the ties between papers stay within a topic.',
      'They are steady: grouping the papers again from other beginnings agrees by 100%.',
    ]);
    expect(qualityNotes({ ...map, links: [] })).toEqual([]);
  });
});

describe('picking another paper or topic', () => {
  test('offers those closest first, without the one at hand', () => {
    expect(pickCandidates('compare', { kind: 'paper', id: 'p1' }, map).map(({ end }) => end.id)).toEqual(['p2', 'p3', 'p5', 'p4']);
    expect(pickCandidates('compare', { kind: 'topic', id: 't1' }, map).map(({ end }) => end.id)).toEqual(['t2']);
    expect(pickCandidates('path', { kind: 'topic', id: 't1' }, map).map(({ kind }) => kind)).toEqual(['topic', ...Array.from({ length: 5 }, () => 'paper')]);
  });

  test('finds by the beginnings of words, whatever their order, case and accents', () => {
    const candidates = pickCandidates('compare', { kind: 'paper', id: 'p1' }, map);
    expect(findOptions(candidates, 'retr PRÚN', 10).map(({ end }) => end.id)).toEqual(['p3']);
    expect(findOptions(candidates, 's', 10).map(({ end }) => end.id)).toEqual(['p5', 'p4', 'p2']);
    expect(findOptions(candidates, 'banana', 10)).toEqual([]);
  });

  test('leads to why, to a comparison or to a path', () => {
    expect(pickedSelection('compare', { kind: 'paper', id: 'p1' }, { kind: 'paper', id: 'p4' })).toEqual({ kind: 'link', source: 'p1', target: 'p4' });
    expect(pickedSelection('compare', { kind: 'topic', id: 't1' }, { kind: 'topic', id: 't2' })).toEqual({ kind: 'compare', topics: ['t1', 't2'] });
    expect(pickedSelection('path', { kind: 'topic', id: 't1' }, { kind: 'paper', id: 'p4' })).toEqual({ kind: 'path', from: { kind: 'topic', id: 't1' }, to: { kind: 'paper', id: 'p4' }, choice: 0 });
  });
});
