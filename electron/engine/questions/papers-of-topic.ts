import { AtlasError } from '../../../shared/failures.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';

/** Ids of the papers of a topic or sub-topic. Throws map.noTopic where the map does not have it, or has it without papers. */
export function papersOfTopic(map: TopicMap, id: string): string[] {
  const found = map.topics.find((topic) => topic.id === id);
  const papers = found ? map.papers.filter(({ topic, subtopic }) => (found.parent === undefined ? topic : subtopic) === id) : [];
  if (papers.length === 0) throw new AtlasError('map.noTopic', { topic: id });
  return papers.map((paper) => paper.id);
}
