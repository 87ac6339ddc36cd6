import { compareText } from '../../shared/text.ts';
import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { mapIndex } from './map-index.ts';
import type { PickerOption } from './picker-search.ts';
import { counted } from './words.ts';

/** All concepts of a map but these, those that most papers have first: papers that mention a narrower one have it too. */
export function conceptOptions(map: TopicMap, without: readonly string[] = []): PickerOption[] {
  const { mentioning, topicPosition } = mapIndex(map);
  const papersOf = new Map(map.concepts.map(({ id }) => [id, mentioning(id).length]));
  const most = (id: string) => papersOf.get(id) ?? 0;
  return map.concepts
    .filter(({ id }) => !without.includes(id))
    .sort((a, b) => most(b.id) - most(a.id) || compareText(a.label, b.label))
    .map(({ id, label, aliases, topic }) => ({ id, label, also: aliases, about: counted(most(id), 'paper'), colour: topicPosition(topic) }));
}

/** All topics of a map but these, in the map's order. */
export function topicOptions(map: TopicMap, without: readonly string[] = []): PickerOption[] {
  const { topicPosition } = mapIndex(map);
  return mainTopics(map)
    .filter(({ id }) => !without.includes(id))
    .map(({ id, label, papers }) => ({ id, label, about: counted(papers, 'paper'), colour: topicPosition(id) }));
}
