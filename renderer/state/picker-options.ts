import { compareText } from '../../shared/text.ts';
import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { mapIndex } from './map-index.ts';
import type { PickerOption } from './picker-search.ts';
import { counted } from './words.ts';

/** All concepts of a map but these, those in most papers first. */
export function conceptOptions(map: TopicMap, without: readonly string[] = []): PickerOption[] {
  const { topicPosition } = mapIndex(map);
  return map.concepts
    .filter(({ id }) => !without.includes(id))
    .sort((a, b) => b.papers - a.papers || compareText(a.label, b.label))
    .map(({ id, label, aliases, papers, topic }) => ({ id, label, also: aliases, about: counted(papers, 'paper'), colour: topicPosition(topic) }));
}

/** All topics of a map but these, in the map's order. */
export function topicOptions(map: TopicMap, without: readonly string[] = []): PickerOption[] {
  const { topicPosition } = mapIndex(map);
  return mainTopics(map)
    .filter(({ id }) => !without.includes(id))
    .map(({ id, label, papers }) => ({ id, label, about: counted(papers, 'paper'), colour: topicPosition(id) }));
}
