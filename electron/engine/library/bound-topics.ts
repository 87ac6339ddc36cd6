import type { MapPaper, TopicMap } from '../../../shared/topic-map.ts';

/** Papers stay with a topic while it shares more than this part (Jaccard index) of them. */
const LEAST_OVERLAP = 0.5;

/** The topic that most of the members are in and that consists mostly of them; more than half by Jaccard index leaves at most one. `groupOf` tells a paper's topic, or sub-topic. */
export function topicOfMembers(map: TopicMap, members: readonly string[], wasKnown: (paper: string) => boolean, groupOf: (paper: MapPaper) => string | null = topicOf): string | null {
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

/** A paper's topic. */
export function topicOf({ topic }: MapPaper): string | null {
  return topic;
}

/** A paper's sub-topic. */
export function subtopicOf({ subtopic }: MapPaper): string | null {
  return subtopic ?? null;
}
