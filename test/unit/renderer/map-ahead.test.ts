import { describe, expect, test } from 'vitest';
import { finish } from '../../../shared/steps.ts';
import { PLAIN_SCENE, type GraphScene } from '../../../renderer/map/graph-view-types.ts';
import { mapAhead } from '../../../renderer/map/map-ahead.ts';
import { MapGrounds } from '../../../shared/picture/map-grounds.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { sceneGraph } from '../../../shared/picture/scene-graph.ts';
import { plantedMap } from '../../support/planted-map.ts';

const ALL = new Set<string>();
const sceneOf = (map: GraphScene['map'], change: Partial<GraphScene> = {}): GraphScene => ({ ...PLAIN_SCENE, map, ...change });
const placesOf = (state: MapState) => state.graph.nodes.map(({ id, x, y, radius, fill }) => ({ id, x, y, radius, fill }));

describe('a map that is made ready before it is shown', () => {
  test('is the same as one that is not', () => {
    const [plain, ahead] = [plantedMap(300), plantedMap(300)];
    finish(mapAhead({ map: ahead, view: 'papers', hiddenTopics: ALL, sizeBy: 'links' }));
    const [one, other] = [new MapState(sceneOf(plain), null), new MapState(sceneOf(ahead), null)];
    expect(placesOf(other)).toEqual(placesOf(one));
    expect(other.grounds.topics.areas).toEqual(one.grounds.topics.areas);
    expect(other.grounds.subtopics.areas).toEqual(one.grounds.subtopics.areas);
    expect(other.grounds.overview).toEqual(one.grounds.overview);
  });

  test('has its grounds before they are asked for, and hands its nodes to one picture only, since they may be moved', () => {
    const map = plantedMap(300);
    finish(mapAhead({ map, view: 'papers', hiddenTopics: ALL, sizeBy: 'links' }));
    const { topics } = new MapGrounds(sceneGraph(map, 'papers', ALL), 'kept');
    const [first, second] = [new MapState(sceneOf(map), null), new MapState(sceneOf(map), null)];
    expect(first.grounds.topics).toBe(topics);
    expect(second.graph).not.toBe(first.graph);
    const [node] = first.graph.nodes;
    first.move(node?.id ?? '', 5000, 0);
    expect(second.graph.byId.get(node?.id ?? '')?.x).not.toBe(5000);
  });

  test('made ready for other hidden topics, view or sizes is not taken', () => {
    const hidden = new Set([plantedMap(300).topics[0]?.id ?? '']);
    for (const change of [{ hiddenTopics: hidden }, { view: 'both' as const }, { look: { ...PLAIN_SCENE.look, sizeBy: 'same' as const } }]) {
      const map = plantedMap(300);
      finish(mapAhead({ map, view: 'papers', hiddenTopics: ALL, sizeBy: 'links' }));
      expect(placesOf(new MapState(sceneOf(map, change), null))).toEqual(placesOf(new MapState(sceneOf(plantedMap(300), change), null)));
    }
  });

  test('is worked out in many steps, so that none takes long', () => {
    const steps = mapAhead({ map: plantedMap(300), view: 'papers', hiddenTopics: ALL, sizeBy: 'links' });
    let count = 0;
    while (!steps.next().done) count++;
    expect(count).toBeGreaterThan(plantedMap(300).topics.length);
  });
});

test('maps that differ in the name of a concept alone share the grounds of their topics; names of topics are their own', () => {
  const map = plantedMap(300, 3);
  const renamed = { ...map, concepts: map.concepts.map((concept, place) => (place === 0 ? { ...concept, label: 'another' } : concept)) };
  const relabelled = { ...map, topics: map.topics.map((topic, place) => (place === 0 ? { ...topic, label: 'another' } : topic)) };
  const groundsOf = (shown: typeof map) => new MapGrounds(sceneGraph(shown, 'papers', ALL), 'kept');
  const { topics, overview } = groundsOf(map);
  expect(groundsOf(renamed).topics).toBe(topics);
  expect(groundsOf(relabelled).topics).toBe(topics);
  expect(groundsOf(relabelled).overview.bubbles.find(({ topic }) => topic === 0)?.label).toBe('another');
  expect(overview.bubbles.find(({ topic }) => topic === 0)?.label).toBe(map.topics[0]?.label);
});
