import { expect, test } from 'vitest';
import { PLAIN_SCENE, type GraphScene } from '../../../renderer/map/graph-view-types.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { emphasisOf } from '../../../shared/picture/emphasis.ts';
import { sceneGraph } from '../../../shared/picture/scene-graph.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const ids = (nodes: Iterable<{ id: string }>) => Array.from(nodes, ({ id }) => id).sort();
const emphasis = (change: Partial<GraphScene>, map = tinyMap()) => emphasisOf(sceneGraph(map, change.view ?? 'papers', new Set()), { ...PLAIN_SCENE, map, ...change }, null);

/** The tiny map with a part of its first topic. */
function dividedMap(): TopicMap {
  const map = tinyMap();
  return { ...map, papers: map.papers.map((paper) => (paper.id === 'p2' ? { ...paper, subtopic: 't1a' } : paper)), topics: [...map.topics, { id: 't1a', label: 'Adapters', concepts: ['lora'], papers: 1, parent: 't1' }] };
}

test('several papers are lifted out and marked, with the links among them alone', () => {
  const lifted = emphasis({ selection: { kind: 'papers', ids: ['p1', 'p2', 'p5'] } });
  expect(ids(lifted?.nodes ?? [])).toEqual(['p1', 'p2', 'p5']);
  expect(ids(lifted?.marked ?? [])).toEqual(['p1', 'p2', 'p5']);
  expect(lifted?.links.size).toBe(1);
});

test('a path is lifted out in walking order with the links of its steps', () => {
  const selection: GraphScene['selection'] = { kind: 'path', from: { kind: 'paper', id: 'p2' }, to: { kind: 'paper', id: 'p4' }, choice: 0 };
  const lifted = emphasis({ selection, path: ['p2', 'p1', 'p3', 'p4'] });
  expect(lifted?.chain.map(({ id }) => id)).toEqual(['p2', 'p1', 'p3', 'p4']);
  expect(lifted?.links.size).toBe(3);
  expect(emphasis({ selection, path: null })).toBeNull();
});

test('two compared topics are lifted out with the links that lead from one to the other', () => {
  const lifted = emphasis({ selection: { kind: 'compare', topics: ['t1', 't2'] } });
  expect(ids(lifted?.nodes ?? [])).toEqual(['p1', 'p2', 'p3', 'p4']);
  expect([...(lifted?.links ?? [])].map(({ source, target }) => `${source.id} ${target.id}`)).toEqual(['p1 p3']);
  expect([...(lifted?.topics ?? [])]).toEqual([0, 1]);
});

test('a sub-topic is lifted out by its papers, on the ground of its topic', () => {
  const lifted = emphasis({ selection: { kind: 'topic', id: 't1a' }, focusedTopic: 't1a' }, dividedMap());
  expect(ids(lifted?.nodes ?? [])).toEqual(['p2']);
  expect(lifted?.topics).toEqual(new Set([0, 2]));
  const inConcepts = emphasis({ view: 'concepts', selection: { kind: 'topic', id: 't1a' } }, dividedMap());
  expect(ids(inConcepts?.nodes ?? [])).toEqual(['lora']);
});

test('a sub-topic stands for its papers when the map travels to it', () => {
  const state = new MapState({ ...PLAIN_SCENE, map: dividedMap() }, null);
  expect(ids(state.nodesOf({ kind: 'topic', id: 't1a' }))).toEqual(['p2']);
  expect(ids(state.nodesOf({ kind: 'compare', topics: ['t1a', 't2'] }))).toEqual(['p2', 'p3', 'p4']);
});

test('of what a search found, the selected paper stands out with its links to other papers found', () => {
  const lifted = emphasis({ matches: new Set(['p2', 'p3', 'p4']), selection: { kind: 'paper', id: 'p3' } });
  expect(ids(lifted?.nodes ?? [])).toEqual(['p2', 'p3', 'p4']);
  expect([...(lifted?.links ?? [])].map(({ target }) => target.id)).toEqual(['p4']);
});
