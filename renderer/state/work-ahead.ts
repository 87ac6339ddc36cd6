import type { TopicMap } from '../../shared/topic-map.ts';
import { useLibrary } from './library-store.ts';
import { mapCounts } from './map-counts.ts';
import { mapIndex } from './map-index.ts';

/** Look-ups that the first choice on a map needs; each is made once for a map, and takes some milliseconds for thousands of papers. */
const LOOK_UPS: readonly ((map: TopicMap) => unknown)[] = [
  (map) => mapIndex(map).related(''),
  (map) => mapIndex(map).inTopic(null),
  (map) => mapIndex(map).relatedTopics(''),
  (map) => mapIndex(map).mentioning(''),
  (map) => mapCounts(map).papers,
];

/** Makes the look-ups of each map that is opened before they are needed, one at a time, whenever nobody wants anything. Gives what ends that. */
export function keepLookUpsReady(): () => void {
  let waiting = 0;
  const next = (map: TopicMap, place: number) => {
    waiting = requestIdleCallback(() => {
      LOOK_UPS[place]?.(map);
      if (place + 1 < LOOK_UPS.length) next(map, place + 1);
    });
  };
  const begin = (map: TopicMap | null) => {
    cancelIdleCallback(waiting);
    if (map) next(map, 0);
  };
  const mapOf = (phase: ReturnType<typeof useLibrary.getState>) => (phase.kind === 'open' ? phase.state.map : null);
  begin(mapOf(useLibrary.getState()));
  const forget = useLibrary.subscribe((phase, before) => {
    if (mapOf(phase) !== mapOf(before)) begin(mapOf(phase));
  });
  return () => {
    forget();
    cancelIdleCallback(waiting);
  };
}
