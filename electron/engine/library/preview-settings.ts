import type { SettingsPreview } from '../../../shared/answers.ts';
import { mainTopics, type TopicMap } from '../../../shared/topic-map.ts';

/** What sets two maps of the same papers apart, in numbers. `moved` counts papers in another topic, where topics of both maps have the same ids. */
export function compareMaps(before: TopicMap, after: TopicMap): SettingsPreview {
  const topicBefore = new Map(before.papers.map(({ id, topic }) => [id, topic]));
  const moved = after.papers.reduce((sum, { id, topic }) => sum + (topicBefore.get(id) === topic ? 0 : 1), 0);
  return { before: figuresOf(before), after: figuresOf(after), moved };
}

function figuresOf(map: TopicMap): SettingsPreview['before'] {
  const linked = new Set(map.links.flatMap(({ source, target }) => [source, target]));
  return { topics: mainTopics(map).length, links: map.links.length, concepts: map.concepts.length, alone: map.papers.length - linked.size };
}
