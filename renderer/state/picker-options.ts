import { onceFor } from '../../shared/once-for.ts';
import { compareText } from '../../shared/text.ts';
import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { mapCounts } from './map-counts.ts';
import { mapIndex } from './map-index.ts';
import type { PickerOption } from './picker-search.ts';
import { counted } from './words.ts';

/** All concepts of a map but these, those that most papers have first: papers that mention a narrower one have it too. */
export function conceptOptions(map: TopicMap, without: readonly string[] = []): readonly PickerOption[] {
  const all = allConcepts(map);
  return without.length === 0 ? all : all.filter(({ id }) => !without.includes(id));
}

const allConcepts = onceFor((map: TopicMap): readonly PickerOption[] => {
  const { topicPosition } = mapIndex(map);
  const { papers } = mapCounts(map);
  const most = (id: string) => papers.get(id) ?? 0;
  return map.concepts
    .toSorted((a, b) => most(b.id) - most(a.id) || compareText(a.label, b.label))
    .map(({ id, label, aliases, topic }) => ({ id, label, also: aliases, about: counted(most(id), 'paper'), colour: topicPosition(topic) }));
});

/** All topics of a map but these, in the map's order. */
export function topicOptions(map: TopicMap, without: readonly string[] = []): PickerOption[] {
  const { topicPosition } = mapIndex(map);
  return mainTopics(map)
    .filter(({ id }) => !without.includes(id))
    .map(({ id, label, papers }) => ({ id, label, about: counted(papers, 'paper'), colour: topicPosition(id) }));
}
