import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { hideTopics, useView } from './view-store.ts';

/** True if of all topics only this one is shown. */
export function isOnlyTopic(map: TopicMap, topic: string, hidden: readonly string[]): boolean {
  return !hidden.includes(topic) && mainTopics(map).length > 1 && mainTopics(map).every(({ id }) => id === topic || hidden.includes(id));
}

/** Hides all topics but one; shows all again where it is the only one shown. */
export function toggleOnlyTopic(map: TopicMap, topic: string): void {
  const isOnly = isOnlyTopic(map, topic, useView.getState().hiddenTopics);
  hideTopics(isOnly ? [] : mainTopics(map).map(({ id }) => id).filter((id) => id !== topic));
}
