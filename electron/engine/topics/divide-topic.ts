import type { PaperLinks } from '../model.ts';
import { ThreadPool } from '../parallel/thread-pool.ts';
import { findConsensus, runsFor } from './consensus.ts';
import { linkedPieces, mergeSmallTopics, numberTopics } from './tidy-topics.ts';
import { measurePartition } from './topic-measures.ts';

export interface DivisionOptions {
  seed: number;
  minSubtopicPapers: number;
  /** A division counts where its modularity, of the links within the topic, reaches this, */
  minModularity: number;
  /** and so many times what links drawn by chance can be divided to. */
  timesChance: number;
  /** Runs that are brought to one answer, at most and at least, and the links that all of them together may visit. */
  runs: { most: number; least: number; links: number };
}

/** The part of each of a topic's papers, by place, numbered from 0. */
export interface Division {
  topicOf: Int32Array;
  count: number;
}

/** Topics are divided side by side, each by one thread. */
const ONE_THREAD = new ThreadPool({ threads: 1 });

const unwatched = () => undefined;

/** The parts of one topic by the links within it, in the way topics are found; null where it does not fall into parts well. */
export function divideTopic(links: PaperLinks, paperCount: number, options: DivisionOptions): Division | null {
  const { seed, minSubtopicPapers, runs } = options;
  const { graph, groupOf } = findConsensus(links, paperCount, { resolution: 1, seed, runs: runsFor(links, runs), report: unwatched, check: unwatched, pool: ONE_THREAD });
  const parts = numberTopics(mergeSmallTopics(linkedPieces(groupOf, links), links, minSubtopicPapers));
  const least = Math.max(options.minModularity, options.timesChance * modularityByChance(paperCount, links.source.length));
  return parts.count > 1 && measurePartition(graph, parts.topicOf, parts.count).modularity >= least ? parts : null;
}

/** The modularity to which a random graph of so many nodes and links can be divided: 0.97 √((1 − p) / pN) (Reichardt & Bornholdt 2006b, for Erdős–Rényi graphs). */
function modularityByChance(nodes: number, links: number): number {
  const meanDegree = (2 * links) / nodes;
  return meanDegree === 0 ? 1 : 0.97 * Math.sqrt(Math.max(0, 1 - meanDegree / nodes) / meanDegree);
}
