import type { PaperLinks, Positions, TopicPartition, Watch } from '../model.ts';
import type { ThreadPool } from '../parallel/thread-pool.ts';
import { arrangeTopics, type TopicArrangement } from './arrange-topics.ts';
import { FreePlaces } from './free-places.ts';
import { membersOf, topicGraphs } from './topic-graphs.ts';

export interface NewTopicOptions extends TopicArrangement {
  /** Distance that a new topic keeps from what is on the map, in map units. */
  topicGap: number;
}

/** A topic is new where fewer of its papers than this part have a place; with fewer new papers than `leastPapers` it is left as it is. */
const NEW_TOPIC = { knownShare: 0.25, leastPapers: 5 };

/**
 * Gives the papers of new topics a ground of their own, on the free one nearest to their relatives on the map, largest topic first. Sets their
 * positions, and `isPlaced`, in place. Other new papers, and all known ones, are left alone.
 */
export function placeNewTopics(links: PaperLinks, partition: TopicPartition, positions: Positions, isPlaced: Uint8Array, options: NewTopicOptions, watch: Watch, pool: ThreadPool): void {
  const fresh = newTopics(partition, isPlaced);
  const members = membersOf(fresh).filter((papers) => papers.length > 0);
  if (members.length === 0) return;
  const shapes = arrangeTopics(topicGraphs(links, fresh, members, null, options.subtopicOf), options, watch, pool);
  const wishes = members.map((papers) => middleOfRelatives(links, positions, isPlaced, new Set(papers)));
  const taken = new FreePlaces(options.topicGap);
  for (const [paper, placed] of isPlaced.entries()) if (placed === 1) taken.take(positions.x[paper] ?? 0, positions.y[paper] ?? 0);
  for (const [topic, papers] of members.entries()) {
    const shape = shapes[topic];
    const wish = wishes[topic];
    if (!shape || !wish) continue;
    watch.check();
    const centre = freeGround(taken, shape, wish, options.topicGap);
    for (const [place, paper] of papers.entries()) {
      positions.x[paper] = centre.x + (shape.x[place] ?? 0);
      positions.y[paper] = centre.y + (shape.y[place] ?? 0);
      isPlaced[paper] = 1;
      taken.take(positions.x[paper] ?? 0, positions.y[paper] ?? 0);
    }
  }
}

/** The new papers of new topics, those topics numbered anew in their order; -1 for all others. */
function newTopics({ topicOf, count }: TopicPartition, isPlaced: Uint8Array): Pick<TopicPartition, 'topicOf' | 'count'> {
  const known = new Uint32Array(count);
  const unknown = new Uint32Array(count);
  for (const [paper, topic] of topicOf.entries()) {
    if (topic < 0) continue;
    const counts = isPlaced[paper] === 1 ? known : unknown;
    counts[topic] = (counts[topic] ?? 0) + 1;
  }
  let newCount = 0;
  const numberOf = Int32Array.from(known, (placed, topic) => {
    const papers = unknown[topic] ?? 0;
    return papers >= NEW_TOPIC.leastPapers && placed < NEW_TOPIC.knownShare * (placed + papers) ? newCount++ : -1;
  });
  return { topicOf: topicOf.map((topic, paper) => (isPlaced[paper] === 1 ? -1 : (numberOf[topic] ?? -1))), count: newCount };
}

/** The weighted middle of a topic's relatives on the map; the middle of the map without any. */
function middleOfRelatives(links: PaperLinks, positions: Positions, isPlaced: Uint8Array, members: ReadonlySet<number>): { x: number; y: number } {
  let x = 0;
  let y = 0;
  let total = 0;
  for (const [link, weight] of links.weight.entries()) {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    const relative = members.has(source) ? target : members.has(target) ? source : -1;
    if (relative < 0 || isPlaced[relative] !== 1) continue;
    x += weight * (positions.x[relative] ?? 0);
    y += weight * (positions.y[relative] ?? 0);
    total += weight;
  }
  return total === 0 ? { x: 0, y: 0 } : { x: x / total, y: y / total };
}

/** The centre nearest to a wish with which no point of a shape comes close to a taken place, on a spiral with turns and steps of the gap. */
function freeGround(taken: FreePlaces, { x, y }: Positions, wish: { x: number; y: number }, gap: number): { x: number; y: number } {
  for (let angle = 0, radius = 0; ; angle += gap / Math.max(gap, radius), radius = (gap * angle) / (2 * Math.PI)) {
    const centre = { x: wish.x + radius * Math.cos(angle), y: wish.y + radius * Math.sin(angle) };
    if (x.every((value, point) => taken.isFree(centre.x + value, centre.y + (y[point] ?? 0)))) return centre;
  }
}
