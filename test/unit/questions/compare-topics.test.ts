import { describe, expect, it } from 'vitest';
import { compareTopics } from '../../../electron/engine/questions/compare-topics.ts';
import { indexOf } from '../../support/planted-index.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const LORA = 0;
const INITIALIZATION = 1;
const PRUNING = 2;
const HIDDEN = 3;

/** The tiny map's papers, p1 and p2 in topic t1, p3 and p4 in t2; the last concept is in all of them, but not on the map. */
const stored = {
  papers: ['p1', 'p2', 'p3', 'p4', 'p5'],
  index: indexOf(
    [{ label: 'LoRA', id: 'lora' }, { label: 'weight initialization', id: 'initialization' }, { label: 'pruning', id: 'pruning' }, { label: 'hidden', id: 'hidden' }],
    [
      [[LORA, 1], [INITIALIZATION, 0.5], [HIDDEN, 1]],
      [[LORA, 1], [INITIALIZATION, 0.5], [HIDDEN, 1]],
      [[PRUNING, 1], [INITIALIZATION, 0.5], [HIDDEN, 1]],
      [[PRUNING, 1], [INITIALIZATION, 0.5], [HIDDEN, 1]],
      [],
    ],
  ),
};

describe('two topics side by side', () => {
  it('share what papers of both mention, and are set apart by what one mentions more', () => {
    const { shared, apart } = compareTopics(tinyMap(), stored, ['t1', 't2']);
    expect(shared).toEqual([{ id: 'initialization', label: 'weight initialization', shares: [1, 1] }]);
    expect(apart).toEqual([[{ id: 'lora', label: 'LoRA', shares: [1, 0] }], [{ id: 'pruning', label: 'pruning', shares: [0, 1] }]]);
  });

  it('are the same the other way round', () => {
    const [one, other] = [compareTopics(tinyMap(), stored, ['t1', 't2']), compareTopics(tinyMap(), stored, ['t2', 't1'])];
    expect(other.apart).toEqual([one.apart[1], one.apart[0]].map((concepts) => concepts?.map((concept) => ({ ...concept, shares: concept.shares.toReversed() }))));
    expect(other.between.map(({ paper, parts }) => [paper, ...parts])).toEqual(one.between.map(({ paper, parts }) => [paper, ...parts.toReversed()]));
  });

  it('have between them the links from one to the other, and the papers that have links to both', () => {
    const { links, strength, linkCount, between } = compareTopics(tinyMap(), stored, ['t1', 't2']);
    expect(links).toEqual([{ source: 'p1', target: 'p3', weight: 0.3 }]);
    expect([strength, linkCount]).toEqual([0.3, 1]);
    expect(between.map(({ paper }) => paper)).toEqual(['p3', 'p1']);
    expect(between[0]?.parts[0]).toBeCloseTo(0.3, 9);
    expect(between[0]?.parts[1]).toBeCloseTo(0.7, 9);
  });

  it('of which one is part of the other are the part and the rest', () => {
    const map = tinyMap();
    map.topics.push({ id: 't2a', label: 'Part', concepts: [], papers: 1, parent: 't2' });
    map.papers = map.papers.map((paper) => (paper.id === 'p4' ? { ...paper, subtopic: 't2a' } : paper));
    const { links } = compareTopics(map, stored, ['t2', 't2a']);
    expect(links).toEqual([{ source: 'p3', target: 'p4', weight: 0.7 }]);
  });

  it('have to be there, and to be two', () => {
    expect(() => compareTopics(tinyMap(), stored, ['t1', 't9'])).toThrow('no topic “t9”');
    expect(() => compareTopics(tinyMap(), stored, ['t1', 't1'])).toThrow('two different topics');
  });
});
