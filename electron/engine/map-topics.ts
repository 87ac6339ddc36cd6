import type { MapNotice, MapPaper, MapTopic } from '../../shared/topic-map.ts';
import type { ConceptIndex } from './model.ts';
import type { FoundTopics } from './topics/find-topics.ts';
import type { FollowedTopic } from './topics/follow-topics.ts';
import type { TopicLabel, TopicLabels } from './topics/label-topics.ts';

/** A paper lies between topics when this many times as much of its link weight as stays in its own leads to another. */
const BETWEEN = 0.75;

/** Topics and sub-topics as a map has them. */
export interface TopicTable {
  /** Id of a topic; null for none (-1). */
  idOf(topic: number | undefined): string | null;
  /** Topics by size, then sub-topics in the order of their topics. */
  topics: MapTopic[];
  /** What a map says of a paper's place among the topics. */
  membershipOf(paper: number): Pick<MapPaper, 'topic' | 'subtopic' | 'confidence' | 'between'>;
}

/** Topics named, numbered and counted for a map; of the concepts told for each only those in `concepts` (indices) are listed. */
export function topicTable(index: ConceptIndex, partition: FoundTopics, labels: TopicLabels, followed: readonly FollowedTopic[], concepts: ReadonlySet<number>): TopicTable {
  const { topicOf, count, memberships, confidence } = partition;
  const { subtopicOf, parentOf } = partition.subtopics;
  const idOf = (topic: number | undefined) => (topic === undefined || topic < 0 ? null : `t${(followed[topic]?.number ?? topic) + 1}`);
  const firstParts = Array.from({ length: count }, (_, topic) => parentOf.indexOf(topic));
  const subtopicId = (part: number) => `${idOf(parentOf[part])}.${part - (firstParts[parentOf[part] ?? 0] ?? 0) + 1}`;
  const listed = ({ label, concepts: telling }: TopicLabel) => ({ label, concepts: telling.filter((concept) => concepts.has(concept)).map((concept) => index.concepts[concept]?.id ?? '') });
  const sizes = sizesOf(topicOf, count);
  const partSizes = sizesOf(subtopicOf, parentOf.length);
  const topics = labels.topics.map((label, topic): MapTopic => ({ id: idOf(topic) ?? '', ...listed(label), papers: sizes[topic] ?? 0, colour: followed[topic]?.number ?? topic, ...splitOf(followed[topic]) }));
  const parts = labels.subtopics.map((label, part): MapTopic => {
    const parent = parentOf[part] ?? 0;
    return { id: subtopicId(part), ...listed(label), papers: partSizes[part] ?? 0, colour: followed[parent]?.number ?? parent, parent: idOf(parent) ?? '' };
  });
  return {
    idOf,
    topics: [...topics, ...parts],
    membershipOf(paper) {
      const part = subtopicOf[paper] ?? -1;
      const other = idOf(memberships.second[paper]);
      const share = memberships.secondShare[paper] ?? 0;
      const isBetween = other !== null && share >= BETWEEN * (memberships.ownShare[paper] ?? 0);
      return {
        topic: idOf(topicOf[paper]),
        ...(part < 0 ? {} : { subtopic: subtopicId(part) }),
        confidence: decimals(confidence[paper] ?? 0),
        ...(isBetween ? { between: [{ topic: other, share: decimals(share) }] } : {}),
      };
    },
  };
}

/** Says how many papers are in no topic, where some are. */
export function unlinkedNotice(unlinked: number): MapNotice[] {
  if (unlinked === 0) return [];
  const message = unlinked === 1 ? '1 paper shares no concept with any other, so it is linked to none and in no topic.' : `${unlinked} papers share no concept with any other, so they are linked to none and in no topic.`;
  return [{ code: 'papers.unlinked', message }];
}

function splitOf(followed: FollowedTopic | undefined): { splitFrom?: string } {
  return followed?.splitFrom ? { splitFrom: followed.splitFrom.id } : {};
}

function sizesOf(groupOf: Int32Array, count: number): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

function decimals(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
