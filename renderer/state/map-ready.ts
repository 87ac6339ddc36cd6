import type { Selection } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { inSlices } from '../api/in-slices.ts';
import { mapAhead, type AheadScene } from '../map/map-ahead.ts';
import { mainConcepts } from './look-actions.ts';
import { isOnMap, mapIndex } from './map-index.ts';

/** Works out, in slices between which the window draws and answers keys, what its parts ask of a map as soon as they show it: so that showing it is no long task. */
export function mapReady(scene: AheadScene, selection: Selection | null): Promise<void> {
  return inSlices(steps(scene, selection));
}

function* steps(scene: AheadScene, selection: Selection | null): Generator<undefined, void> {
  const { map } = scene;
  const index = mapIndex(map);
  yield;
  index.inTopic(null);
  yield;
  askForSelection(map, selection);
  yield;
  yield* mapAhead(scene);
}

/** What Details looks up of what is selected, or of the whole map. */
function askForSelection(map: TopicMap, selection: Selection | null): void {
  const kind = selection && isOnMap(map, selection) ? selection.kind : 'nothing';
  if (kind === 'nothing') mainConcepts(map);
  if (kind === 'concept') mapIndex(map).mentioning('');
  if (kind === 'paper') mapIndex(map).related('');
  if (kind === 'topic') mapIndex(map).relatedTopics('');
}
