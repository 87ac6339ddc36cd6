import type { PaperLinks } from '../model.ts';
import { findConsensus, runsFor } from './consensus.ts';
import { linkedPieces, mergeSmallTopics, numberTopics } from './tidy-topics.ts';
import { measurePartition } from './topic-measures.ts';
import { membersOf } from './weighted-graph.ts';

export interface SubtopicOptions {
  seed: number;
  /** A topic with fewer papers is not divided. */
  minTopicPapers: number;
  minSubtopicPapers: number;
  /** A division counts where its modularity, of the links within the topic, reaches this, */
  minModularity: number;
  /** and so many times what links drawn by chance can be divided to. */
  timesChance: number;
  /** Runs that are brought to one answer, at most and at least, and the links that all of them together may visit. */
  runs: { most: number; least: number; links: number };
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
export function findSubtopics(links: PaperLinks, topicOf: Int32Array, topicCount: number, options: Partial<SubtopicOptions>, check: () => void): Subtopics {
  const all = { ...DEFAULT_SUBTOPIC_OPTIONS, ...options };
  const { members, starts } = membersOf(topicOf, topicCount);
  const linksOf = linksByTopic(links, topicOf, members, starts);
  const subtopicOf = new Int32Array(topicOf.length).fill(-1);
  const parentOf: number[] = [];
  for (let topic = 0; topic < topicCount; topic++) {
    const papers = members.subarray(starts[topic], starts[topic + 1]);
    const division = papers.length < all.minTopicPapers ? null : divide(linksOf(topic), papers.length, all, check);
    if (!division) continue;
    for (const [place, paper] of papers.entries()) subtopicOf[paper] = parentOf.length + (division.topicOf[place] ?? 0);
    for (let part = 0; part < division.count; part++) parentOf.push(topic);
  }
  return { subtopicOf, parentOf: Int32Array.from(parentOf) };
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

/** The parts of one topic; null where it does not fall into parts. */
function divide(links: PaperLinks, paperCount: number, options: SubtopicOptions, check: () => void): { topicOf: Int32Array; count: number } | null {
  const { seed, minSubtopicPapers, runs } = options;
  const { graph, groupOf } = findConsensus(links, paperCount, { resolution: 1, seed, runs: runsFor(links, runs), report: check, check });
  const parts = numberTopics(mergeSmallTopics(linkedPieces(groupOf, links), links, minSubtopicPapers));
  const least = Math.max(options.minModularity, options.timesChance * modularityByChance(paperCount, links.source.length));
  return parts.count > 1 && measurePartition(graph, parts.topicOf, parts.count).modularity >= least ? parts : null;
}

/** The modularity to which a random graph of so many nodes and links can be divided: 0.97 √((1 − p) / pN) (Reichardt & Bornholdt 2006b, for Erdős–Rényi graphs). */
function modularityByChance(nodes: number, links: number): number {
  const meanDegree = (2 * links) / nodes;
  return meanDegree === 0 ? 1 : 0.97 * Math.sqrt(Math.max(0, 1 - meanDegree / nodes) / meanDegree);
}
