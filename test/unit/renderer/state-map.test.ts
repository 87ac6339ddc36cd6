import { describe, expect, test } from 'vitest';
import { isOnMap, mapIndex } from '../../../renderer/state/map-index.ts';
import { outlineGroups, outlineMove, outlineRows, topicKey, type OutlineSource } from '../../../renderer/state/outline.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const map = tinyMap();
const index = mapIndex(map);

describe('look-ups into a map', () => {
  test('related papers come strongest first, whichever end of the link they are', () => {
    expect(index.related('p1').map(({ paper, link }) => [paper.id, link.weight])).toEqual([['p2', 0.8], ['p3', 0.3]]);
    expect(index.related('p3').map(({ paper }) => paper.id)).toEqual(['p4', 'p1']);
    expect(index.related('p5')).toEqual([]);
  });

  test('a link is found from either end', () => {
    expect(index.link('p3', 'p1')?.weight).toBe(0.3);
    expect(index.link('p2', 'p4')).toBeNull();
  });

  test('papers that mention a concept come heaviest first', () => {
    expect(index.mentioning('initialization').map(({ paper, weight }) => [paper.id, weight])).toEqual([['p1', 0.75], ['p3', 0.75]]);
    expect(index.mentioning('unknown')).toEqual([]);
  });

  test('papers without a topic are a group of their own', () => {
    expect(index.inTopic(null).map(({ id }) => id)).toEqual(['p5']);
    expect(index.inTopic('t1').map(({ id }) => id)).toEqual(['p2', 'p1']);
  });

  test('topics are related by the links between their papers', () => {
    expect(index.relatedTopics('t1').map(({ topic, strength }) => [topic.id, strength])).toEqual([['t2', 0.3]]);
  });

  test('a topic’s place decides its colour, and no topic has none', () => {
    expect([index.topicPosition('t2'), index.topicPosition(null), index.topicPosition('gone')]).toEqual([1, null, null]);
  });

  test('a selection is on the map if all that it names is', () => {
    expect(isOnMap(map, { kind: 'link', source: 'p1', target: 'p2' })).toBe(true);
    expect(isOnMap(map, { kind: 'link', source: 'p1', target: 'gone' })).toBe(false);
    expect(isOnMap(map, { kind: 'concept', id: 'lora' })).toBe(true);
    expect(isOnMap(null, { kind: 'topic', id: 't1' })).toBe(false);
  });

  test('the same map is indexed once', () => {
    expect(mapIndex(map)).toBe(index);
  });
});

describe('the outline', () => {
  const groups = (change: Partial<OutlineSource> = {}) => outlineGroups({ map, index, view: 'papers', hiddenTopics: [], matches: null, ...change });
  const rows = outlineRows(groups(), new Set());
  const at = (key: string) => rows.findIndex((row) => row.key === key);

  test('lists topics with their papers, and last the papers without one', () => {
    expect(rows.map(({ level, label }) => `${level} ${label}`)).toEqual([
      '1 LoRA · initialization',
      '2 A <second> paper about "LoRA"',
      '2 Low-rank adapters & their initialization',
      '1 Pruning · sparsity',
      '2 Pruning without retraining',
      '2 Sparse training from scratch',
      '1 Not in a topic',
      '2 Something else entirely',
    ]);
    expect(rows.filter(({ level }) => level === 1).map(({ position, siblings }) => [position, siblings])).toEqual([[1, 3], [2, 3], [3, 3]]);
  });

  test('a closed topic hides its papers', () => {
    const closed = outlineRows(groups(), new Set([topicKey('t1'), topicKey(null)]));
    expect(closed.map(({ key }) => key)).toEqual(['topic t1', 'topic t2', 'paper p3', 'paper p4', 'none']);
  });

  test('a topic’s sub-topics come before its other papers, a level deeper', () => {
    const divided = { ...map, papers: map.papers.map((paper) => (paper.id === 'p2' ? { ...paper, subtopic: 't1a' } : paper)), topics: [...map.topics, { id: 't1a', label: 'Adapters', concepts: ['lora'], papers: 1, parent: 't1' }] };
    const tree = outlineRows(groups({ map: divided, index: mapIndex(divided) }), new Set([topicKey('t2'), topicKey(null)]));
    expect(tree.map(({ level, key, position, siblings, parent }) => [level, key, position, siblings, parent])).toEqual([
      [1, 'topic t1', 1, 3, null],
      [2, 'topic t1a', 1, 2, 0],
      [3, 'paper p2', 1, 1, 1],
      [2, 'paper p1', 2, 2, 0],
      [1, 'topic t2', 2, 3, null],
      [1, 'none', 3, 3, null],
    ]);
    expect(tree[0]?.count).toBe(2);
  });

  test('says what the picture shows: concepts in the concepts view, neither hidden topics nor what is filtered out', () => {
    expect(outlineRows(groups({ view: 'concepts' }), new Set()).map(({ key }) => key)).toEqual(['topic t1', 'concept lora', 'concept initialization', 'topic t2', 'concept pruning']);
    expect(outlineRows(groups({ hiddenTopics: ['t1'] }), new Set()).map(({ key }) => key)).toEqual(['topic t2', 'paper p3', 'paper p4', 'none', 'paper p5']);
    expect(outlineRows(groups({ matches: new Set(['p3']) }), new Set()).map(({ key }) => key)).toEqual(['topic t2', 'paper p3']);
  });

  test('arrows move, open and close as in any tree', () => {
    expect(outlineMove(rows, 0, 'ArrowDown')).toEqual({ kind: 'go', row: 1 });
    expect(outlineMove(rows, 0, 'ArrowUp')).toBeNull();
    expect(outlineMove(rows, at('paper p3'), 'ArrowLeft')).toEqual({ kind: 'go', row: at('topic t2') });
    expect(outlineMove(rows, at('topic t2'), 'ArrowLeft')).toEqual({ kind: 'toggle', row: at('topic t2') });
    expect(outlineMove(rows, at('topic t2'), 'ArrowRight')).toEqual({ kind: 'go', row: at('paper p3') });
    expect(outlineMove(rows, 2, 'End')).toEqual({ kind: 'go', row: rows.length - 1 });
    expect(outlineMove(rows, rows.length - 1, 'ArrowDown')).toBeNull();
  });

  test('a letter goes to the next row that begins with it, round the end', () => {
    expect(outlineMove(rows, 0, 's')).toEqual({ kind: 'go', row: at('paper p4') });
    expect(outlineMove(rows, at('paper p5'), 'P')).toEqual({ kind: 'go', row: at('topic t2') });
    expect(outlineMove(rows, 0, 'z')).toBeNull();
  });
});
