import { UNWATCHED, type PaperLinks, type TopicPartition, type Watch } from '../model.ts';
import { normalizedMutualInformation } from './agreement.ts';
import { findConsensus } from './consensus.ts';
import { linkedPieces, mergeSmallTopics, numberTopics } from './tidy-topics.ts';

export interface TopicOptions {
  /** Higher gives more, smaller topics (Reichardt & Bornholdt 2006). */
  resolution: number;
  seed: number;
  /** Runs that are brought to one answer: at most this many, fewer where there are many links. */
  runs: number;
  /** A topic with fewer papers joins the topic that it is linked to most. */
  minTopicPapers: number;
}

export const DEFAULT_TOPIC_OPTIONS: TopicOptions = { resolution: 1, seed: 1, runs: 16, minTopicPapers: 3 };

/** Runs of a large collection are bounded by this many links visited, but not below the least number: its papers' runs agree less, but each takes longer. */
const LINKS_OF_ALL_RUNS = 500_000;
const LEAST_RUNS = 4;

/**
 * Groups linked papers into topics of papers that are linked among themselves more than to others: the consensus of several runs of
 * Leiden, pieces that are not connected split, small topics joined to their nearest.
 *
 * `stability` is the runs' mean agreement with the topics (NMI). `confidence` is the share of a paper's link weight that stays in its
 * topic, each link counted by the share of the runs in which its ends fell together: it is 1 where all links lead into
 * the topic and every run agrees. Modularity (at resolution 1) and coverage are of the links given.
 */
export function findTopics(links: PaperLinks, paperCount: number, options: Partial<TopicOptions> = {}, watch: Watch = UNWATCHED): TopicPartition {
  const all = { ...DEFAULT_TOPIC_OPTIONS, ...options };
  const runCount = Math.max(Math.min(LEAST_RUNS, all.runs), Math.min(all.runs, Math.floor(LINKS_OF_ALL_RUNS / Math.max(1, links.source.length))));
  const report = (done: number) => {
    watch.check();
    watch.progress({ stage: 'topics', done, total: runCount + 1, label: 'Grouping into topics' });
  };
  const consensus = findConsensus(links, paperCount, { resolution: all.resolution, seed: all.seed, runs: runCount, report, check: () => watch.check() });
  const linked = withoutUnlinked(consensus.groupOf, links);
  const { topicOf, count } = numberTopics(mergeSmallTopics(linkedPieces(linked, links), links, all.minTopicPapers));
  const stability = meanAgreement(topicOf, consensus.runs);
  return { topicOf, count, stability, ...measureTopics(topicOf, count, links, consensus.agreement) };
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

/** Newman's modularity, the share of link weight inside topics, and each paper's confidence. */
function measureTopics(topicOf: Int32Array, count: number, links: PaperLinks, agreement: Float64Array): { modularity: number; coverage: number; confidence: Float32Array } {
  const sure = new Float64Array(topicOf.length);
  const strength = new Float64Array(topicOf.length);
  let within = 0;
  let total = 0;
  for (let link = 0; link < links.weight.length; link++) {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    const weight = links.weight[link] ?? 0;
    total += weight;
    strength[source] = (strength[source] ?? 0) + weight;
    strength[target] = (strength[target] ?? 0) + weight;
    if (topicOf[source] !== topicOf[target]) continue;
    const agreed = weight * (agreement[link] ?? 0);
    within += weight;
    sure[source] = (sure[source] ?? 0) + agreed;
    sure[target] = (sure[target] ?? 0) + agreed;
  }
  const strengthOfTopic = new Float64Array(count);
  for (const [paper, topic] of topicOf.entries()) if (topic >= 0) strengthOfTopic[topic] = (strengthOfTopic[topic] ?? 0) + (strength[paper] ?? 0);
  const coverage = total === 0 ? 0 : within / total;
  const expected = total === 0 ? 0 : strengthOfTopic.reduce((sum, value) => sum + (value / (2 * total)) ** 2, 0);
  const confidence = Float32Array.from(strength, (value, paper) => (value === 0 ? 0 : (sure[paper] ?? 0) / value));
  return { modularity: coverage - expected, coverage, confidence };
}
