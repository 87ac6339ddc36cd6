import { linkCounts } from '../../shared/encoding.ts';
import { encodeSizes } from '../../shared/paper-sizes.ts';
import { sameSet } from '../../shared/same-set.ts';
import type { Sizing } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import type { GraphScene } from './graph-view-types.ts';
import { MapGrounds } from '../../shared/picture/map-grounds.ts';
import { linksByWeight, sceneGraphInSteps, type SceneGraph } from '../../shared/picture/scene-graph.ts';

/** What the picture of a map that is soon to be shown depends on. */
export interface AheadScene extends Pick<GraphScene, 'map' | 'view' | 'hiddenTopics'> {
  sizeBy: Sizing;
}

const graphs = new WeakMap<TopicMap, { scene: AheadScene; graph: SceneGraph }>();

/** Works out, in steps, what drawing a map takes longest for: its graph and the grounds of its topics. They are taken over when the map is shown. */
export function* mapAhead(scene: AheadScene): Generator<undefined, void> {
  const { map, view, hiddenTopics, sizeBy } = scene;
  if (view === 'concepts') return;
  linkCounts(map);
  yield;
  linksByWeight(map.links);
  yield;
  const graph = yield* sceneGraphInSteps(map, 'papers', hiddenTopics, encodeSizes(map, sizeBy, null), []);
  yield;
  yield* new MapGrounds(graph, 'kept').workOut();
  if (view === 'papers' && sizeBy !== 'citations') graphs.set(map, { scene, graph });
}

/** The graph that was worked out ahead for a scene, once: its nodes may be moved. Null for none. */
export function takeGraph({ map, view, hiddenTopics, look }: GraphScene): SceneGraph | null {
  const ahead = graphs.get(map);
  graphs.delete(map);
  const fits = ahead && view === ahead.scene.view && look.sizeBy === ahead.scene.sizeBy && sameSet(hiddenTopics, ahead.scene.hiddenTopics);
  return fits ? ahead.graph : null;
}
