import type { PaperLinks, Watch } from '../model.ts';
import { sharedPool } from '../parallel/thread-pool.ts';
import type { DivisionOptions } from './divide-topic.ts';
import { divideTopicsTask, type TopicLinks } from './divide-topics-task.ts';
import { membersOf } from './weighted-graph.ts';

/** Links of the topics that a thread divides at a time, at least. */
const LINKS_OF_A_BATCH = 5_000;

export interface SubtopicOptions extends DivisionOptions {
  /** A topic with fewer papers is not divided. */
  minTopicPapers: number;
}

/** Divisions below a modularity of 0.3 say little (Newman & Girvan 2004). Parts of made-up topics without any reach 1.4 times chance, those of real ones mostly 1.6 to 2.5. */
export const DEFAULT_SUBTOPIC_OPTIONS: SubtopicOptions = { seed: 1, minTopicPapers: 20, minSubtopicPapers: 5, minModularity: 0.3, timesChance: 1.5, runs: { most: 6, least: 2, links: 40_000 } };

/** Parts of topics, those of a topic side by side, larger first. */
export interface Subtopics {
  /** Sub-topic of each paper; -1 where its topic is not divided. */
  subtopicOf: Int32Array;
  /** Topic of each sub-topic. */
  parentOf: Int32Array;
}

/** Divides each topic by the links within it, in the way topics are found, where it is large enough and falls into parts well. */
export function findSubtopics(links: PaperLinks, topicOf: Int32Array, topicCount: number, options: Partial<SubtopicOptions>, watch: Watch, pool = sharedPool): Subtopics {
  const all = { ...DEFAULT_SUBTOPIC_OPTIONS, ...options };
  const { members, starts } = membersOf(topicOf, topicCount);
  const linksOf = linksByTopic(links, topicOf, members, starts);
  const subtopicOf = new Int32Array(topicOf.length).fill(-1);
  const parentOf: number[] = [];
  const papersOf = (topic: number) => members.subarray(starts[topic], starts[topic + 1]);
  const large = Array.from({ length: topicCount }, (_, topic) => topic).filter((topic) => papersOf(topic).length >= all.minTopicPapers);
  const batches = batchesOf(large.map((topic) => ({ links: linksOf(topic), paperCount: papersOf(topic).length })));
  const divided = pool.map(divideTopicsTask, all, batches, watch);
  const divisions = divided.flat();
  for (const [place, topic] of large.entries()) {
    const division = divisions[place];
    if (!division) continue;
    const papers = papersOf(topic);
    for (const [at, paper] of papers.entries()) subtopicOf[paper] = parentOf.length + (division.topicOf[at] ?? 0);
    for (let part = 0; part < division.count; part++) parentOf.push(topic);
  }
  return { subtopicOf, parentOf: Int32Array.from(parentOf) };
}

/** Topics one after the other, in batches of some 15 ms of work; a single one where all together make little more. */
function batchesOf(topics: readonly TopicLinks[]): TopicLinks[][] {
  const batches: TopicLinks[][] = [];
  const sizeOf = ({ links }: TopicLinks) => links.source.length;
  const least = topics.reduce((sum, topic) => sum + sizeOf(topic), 0) < 2 * LINKS_OF_A_BATCH ? Number.POSITIVE_INFINITY : LINKS_OF_A_BATCH;
  let room = 0;
  for (const topic of topics) {
    if (room <= 0) {
      batches.push([]);
      room = least;
    }
    batches.at(-1)?.push(topic);
    room -= sizeOf(topic);
  }
  return batches;
}

/** The links within each topic, between places among its papers. */
function linksByTopic(links: PaperLinks, topicOf: Int32Array, members: Uint32Array, starts: Uint32Array): (topic: number) => PaperLinks {
  const placeOf = new Uint32Array(topicOf.length);
  for (let topic = 0; topic + 1 < starts.length; topic++) {
    const start = starts[topic] ?? 0;
    for (let place = start; place < (starts[topic + 1] ?? 0); place++) placeOf[members[place] ?? 0] = place - start;
  }
  const topicOfLink = new Int32Array(links.source.length).fill(-1);
  for (let link = 0; link < topicOfLink.length; link++) {
    const topic = topicOf[links.source[link] ?? 0] ?? -1;
    if (topic === topicOf[links.target[link] ?? 0]) topicOfLink[link] = topic;
  }
  const byTopic = membersOf(topicOfLink, starts.length - 1);
  return (topic) => {
    const own = byTopic.members.subarray(byTopic.starts[topic], byTopic.starts[topic + 1]);
    const placesOf = (ends: Uint32Array) => own.map((link) => placeOf[ends[link] ?? 0] ?? 0);
    return { source: placesOf(links.source), target: placesOf(links.target), weight: Float32Array.from(own, (link) => links.weight[link] ?? 0) };
  };
}
