import { z } from 'zod';
import { AtlasError } from '../../../shared/failures.ts';
import type { MapPaper, TopicMap } from '../../../shared/topic-map.ts';

/** A topic or sub-topic with the papers that it had, by which it is found again on another map. */
export const boundTopicSchema = z.strictObject({ id: z.string(), level: z.enum(['topic', 'subtopic']), members: z.array(z.string()) });

export type BoundTopic = z.infer<typeof boundTopicSchema>;

/** Papers stay with a topic while it shares more than this part (Jaccard index) of them. */
export const LEAST_OVERLAP = 0.5;

/** A topic of a map with its papers. Throws map.noTopic where the map does not have it. */
export function boundTopic(map: TopicMap, id: string): BoundTopic {
  const topic = map.topics.find((each) => each.id === id);
  if (!topic) throw new AtlasError('map.noTopic', { topic: id });
  const level = topic.parent === undefined ? 'topic' : 'subtopic';
  return { id, level, members: map.papers.filter((paper) => groupAt(level)(paper) === id).map((paper) => paper.id) };
}

/** The topic that a bound one is now; null where there is none. `wasKnown` tells the papers that were there when it was bound. */
export function findBoundTopic(map: Pick<TopicMap, 'papers'>, { level, members }: Pick<BoundTopic, 'level' | 'members'>, wasKnown: (paper: string) => boolean): string | null {
  return topicOfMembers(map, members, wasKnown, groupAt(level));
}

/** The topic that most of the members are in and that consists mostly of them; more than half by Jaccard index leaves at most one. `groupOf` tells a paper's topic, or sub-topic. */
function topicOfMembers(map: Pick<TopicMap, 'papers'>, members: readonly string[], wasKnown: (paper: string) => boolean, groupOf: (paper: MapPaper) => string | null): string | null {
  const sought = new Set(members);
  const sizes = new Map<string, { known: number; shared: number }>();
  for (const paper of map.papers) {
    const group = groupOf(paper);
    if (group === null || !wasKnown(paper.id)) continue;
    const size = sizes.get(group) ?? { known: 0, shared: 0 };
    size.known++;
    if (sought.has(paper.id)) size.shared++;
    sizes.set(group, size);
  }
  for (const [group, { known, shared }] of sizes) {
    if (shared / (known + sought.size - shared) > LEAST_OVERLAP) return group;
  }
  return null;
}

function groupAt(level: BoundTopic['level']): (paper: MapPaper) => string | null {
  return level === 'topic' ? ({ topic }) => topic : ({ subtopic }) => subtopic ?? null;
}
