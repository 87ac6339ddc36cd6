import { UNWATCHED, type PaperLinks, type TopicPartition, type Watch } from '../model.ts';
import { sharedPool } from '../parallel/thread-pool.ts';
import { normalizedMutualInformation } from './agreement.ts';
import { findConsensus, runsFor } from './consensus.ts';
import { findSubtopics, type Subtopics } from './find-subtopics.ts';
import type { SparseMatrix } from '../graph/truncated-svd.ts';
import { settlePapers } from './settle-papers.ts';
import { linkedPieces, mergeSmallTopics, numberTopics } from './tidy-topics.ts';
import { measureConfidence, measureMemberships, measurePartition, type Memberships } from './topic-measures.ts';

export interface TopicOptions {
  /** Higher gives more, smaller topics (Reichardt & Bornholdt 2006). */
  resolution: number;
  seed: number;
  /** Runs that are brought to one answer, at most and at least, and the links that all of them together may visit. */
  runs: { most: number; least: number; links: number };
  /** A topic with fewer papers joins the topic that it is linked to most. */
  minTopicPapers: number;
  /** Concepts and words of each paper: papers at the edge of a topic settle in the one whose they are most like. Without them the links alone decide. */
  profiles?: SparseMatrix | undefined;
}

/** Topics of fewer papers talk too little for their papers to be told by it: on 56 and 100, settling tore papers from those they are linked to. */
const PAPERS_TO_SETTLE = 500;

export const DEFAULT_TOPIC_OPTIONS: TopicOptions = { resolution: 1, seed: 1, runs: { most: 40, least: 3, links: 900_000 }, minTopicPapers: 3 };

/** Topics with all that is known of them but their names. */
export interface FoundTopics extends TopicPartition {
  memberships: Memberships;
  subtopics: Subtopics;
}

/**
 * Groups linked papers into topics of papers that are linked among themselves more than to others, and large topics into sub-topics: the
 * consensus of several runs of Louvain, pieces that are not connected split, small topics joined to their nearest. A topic has
 * two papers at least. `stability` is the runs' mean agreement with the topics (NMI), 0..1; modularity and coverage are of
 * the links given.
 */
export function findTopics(links: PaperLinks, paperCount: number, options: Partial<TopicOptions> = {}, watch: Watch = UNWATCHED, pool = sharedPool): FoundTopics {
  const all = { ...DEFAULT_TOPIC_OPTIONS, ...options };
  const runs = runsFor(links, all.runs);
  const check = () => watch.check();
  const report = (done: number) => {
    watch.check();
    watch.progress({ stage: 'topics', done, total: runs + 1, label: 'Grouping into topics' });
  };
  const consensus = findConsensus(links, paperCount, { resolution: all.resolution, seed: all.seed, runs, report, check, pool });
  const { graph } = consensus;
  const linked = withoutUnlinked(consensus.groupOf, links);
  const tidy = (groupOf: Int32Array) => numberTopics(mergeSmallTopics(linkedPieces(groupOf, links), links, all.minTopicPapers));
  const grouped = tidy(linked);
  const { topicOf, count } = all.profiles && paperCount >= PAPERS_TO_SETTLE ? tidy(settlePapers(grouped.topicOf, links, all.profiles, watch, pool)) : grouped;
  return {
    topicOf,
    count,
    stability: meanAgreement(grouped.topicOf, consensus.runs),
    ...measurePartition(graph, topicOf, count),
    confidence: measureConfidence(links, graph, topicOf, consensus.agreement),
    memberships: measureMemberships(graph, topicOf, count),
    subtopics: findSubtopics(links, topicOf, count, { seed: all.seed }, watch, pool),
  };
}

/** Papers without links are in no topic. */
function withoutUnlinked(groupOf: Int32Array, links: PaperLinks): Int32Array {
  const isLinked = new Uint8Array(groupOf.length);
  for (const ends of [links.source, links.target]) for (const paper of ends) isLinked[paper] = 1;
  return groupOf.map((group, paper) => (isLinked[paper] === 1 ? group : -1));
}

function meanAgreement(topicOf: Int32Array, runs: readonly Int32Array[]): number {
  const isLinked = (_: number, paper: number) => (topicOf[paper] ?? -1) >= 0;
  const topics = topicOf.filter(isLinked);
  return runs.reduce((sum, run) => sum + normalizedMutualInformation(topics, run.filter(isLinked)), 0) / runs.length;
}
