import type { MapTopic, TopicMap } from '../../../shared/topic-map.ts';

/** The topics of an earlier map, without sub-topics. */
export interface KnownTopics {
  topics: readonly MapTopic[];
  /** Topic id by paper id, for papers in a topic. */
  topicOf: ReadonlyMap<string, string>;
}

/** What a topic takes over from an earlier map. */
export interface FollowedTopic {
  /** Number of the topic, from 0: its id and colour come from it. */
  number: number;
  /** The topic that it was, where it is substantially the same; else null. */
  same: MapTopic | null;
  /** The topic that most of its papers were in, where another topic follows that one: it has split off. */
  splitFrom: MapTopic | null;
}

/** Part of the smaller of two topics that they share at least where one follows the other: then it is its largest part, or it is the other's. */
const LEAST_SHARED = 0.5;
/** Jaccard index from which two topics are the same. */
const SAME_TOPIC = 0.75;

/** The topics of a map as a later one follows them. */
export function knownTopics(map: TopicMap): KnownTopics {
  return {
    topics: map.topics.filter(({ parent }) => parent === undefined),
    topicOf: new Map(map.papers.flatMap(({ id, topic }) => (topic === null ? [] : [[id, topic]]))),
  };
}

/**
 * Which topics of an earlier map the topics of papers (by id, in the order of `topicOf`) follow: pairs by falling Jaccard index over
 * the papers that both maps have, each topic once. Of a topic that splits the largest part follows it, and a merged one follows its
 * largest part; they keep its number. The others get the lowest numbers that are free, in order.
 */
export function followTopics(paperIds: readonly string[], topicOf: Int32Array, count: number, known: KnownTopics | null): FollowedTopic[] {
  const places = new Map((known?.topics ?? []).map(({ id }, place) => [id, place]));
  const before = Int32Array.from(paperIds, (id) => places.get(known?.topicOf.get(id) ?? '') ?? -1);
  const followed = new Map<number, FollowedTopic>();
  const usedNumbers = new Set<number>();
  const used = new Set<number>();
  const overlaps = overlapsOf(topicOf, before);
  for (const { topic, earlier, jaccard } of overlaps) {
    const was = known?.topics[earlier];
    if (!was || followed.has(topic) || used.has(earlier)) continue;
    const number = numberOf(was, earlier);
    followed.set(topic, { number, same: jaccard >= SAME_TOPIC ? was : null, splitFrom: null });
    used.add(earlier);
    usedNumbers.add(number);
  }
  let free = 0;
  return Array.from({ length: count }, (_, topic) => {
    const follower = followed.get(topic);
    if (follower) return follower;
    while (usedNumbers.has(free)) free++;
    usedNumbers.add(free);
    const origin = overlaps.find((overlap) => overlap.topic === topic && overlap.partOfTopic > LEAST_SHARED);
    return { number: free, same: null, splitFrom: (origin && known?.topics[origin.earlier]) ?? null };
  });
}

function numberOf({ colour }: MapTopic, place: number): number {
  return colour ?? place;
}

/** Pairs of a topic and an earlier one that share at least half of the smaller, best first. */
function overlapsOf(topicOf: Int32Array, before: Int32Array): { topic: number; earlier: number; jaccard: number; partOfTopic: number }[] {
  const sizes = new Map<number, number>();
  const sizesBefore = new Map<number, number>();
  const shared = new Map<number, Map<number, number>>();
  for (let paper = 0; paper < topicOf.length; paper++) {
    const topic = topicOf[paper] ?? -1;
    const earlier = before[paper] ?? -1;
    if (earlier < 0 || topic < 0) continue;
    sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
    sizesBefore.set(earlier, (sizesBefore.get(earlier) ?? 0) + 1);
    const row = shared.get(topic) ?? new Map<number, number>();
    shared.set(topic, row.set(earlier, (row.get(earlier) ?? 0) + 1));
  }
  const pairs = [...shared].flatMap(([topic, row]) =>
    [...row].map(([earlier, both]) => {
      const size = sizes.get(topic) ?? 0;
      const sizeBefore = sizesBefore.get(earlier) ?? 0;
      return { topic, earlier, jaccard: both / (size + sizeBefore - both), part: both / Math.min(size, sizeBefore), partOfTopic: both / size };
    }),
  );
  return pairs.filter(({ part }) => part >= LEAST_SHARED).sort((a, b) => b.jaccard - a.jaccard || a.topic - b.topic || a.earlier - b.earlier);
}
