import { UndirectedGraph } from 'graphology';
import type { Attributes } from 'graphology-types';
import louvain from 'graphology-communities-louvain';
import { UNWATCHED, type PaperLinks, type TopicPartition, type Watch } from '../model.ts';
import { seededRandom } from '../random.ts';
import { normalizedMutualInformation } from './agreement.ts';
import { linkedPieces, mergeSmallTopics, numberTopics } from './tidy-topics.ts';

export interface TopicOptions {
  /** Higher gives more, smaller topics (Reichardt & Bornholdt 2006). */
  resolution: number;
  seed: number;
  /** Runs of Louvain that are brought to one answer. */
  runs: number;
  /** A topic with fewer papers joins the topic that it is linked to most. */
  minTopicPapers: number;
}

export const DEFAULT_TOPIC_OPTIONS: TopicOptions = { resolution: 1, seed: 1, runs: 6, minTopicPapers: 3 };

/** Distance between the seeds of two runs: any odd number that keeps the runs of neighbouring seeds apart. */
const SEED_STEP = 1_000_003;

type TopicGraph = UndirectedGraph<object, { link: number }>;

/**
 * Groups linked papers into topics of papers that are linked among themselves more than to others.
 *
 * Louvain (Blondel et al. 2008, by graphology-communities-louvain) depends on the order in which it visits papers. So it runs several
 * times, and once more on the same links, each weighed by the share of the runs in which its ends fell together: the consensus
 * (Lancichinetti & Fortunato 2012; restricted to existing links as by Tandon et al. 2019). Topics that fall into unconnected pieces
 * are split, small ones join their nearest. `stability` is the runs' mean pairwise agreement (NMI), `confidence` the share of
 * a paper's link weight that stays in its topic; modularity (at resolution 1) and coverage are of the links given.
 */
export function findTopics(links: PaperLinks, paperCount: number, options: Partial<TopicOptions> = {}, watch: Watch = UNWATCHED): TopicPartition {
  const all = { ...DEFAULT_TOPIC_OPTIONS, ...options };
  const report = (done: number) => {
    watch.check();
    watch.progress({ stage: 'topics', done, total: all.runs + 1, label: 'Grouping into topics' });
  };
  const graph = graphOf(links, paperCount);
  const runs: Int32Array[] = [];
  for (let run = 0; run < all.runs; run++) {
    report(run);
    runs.push(runLouvain(graph, links.weight, all.resolution, all.seed + SEED_STEP * (run + 1), paperCount));
  }
  report(all.runs);
  const consensus = runLouvain(graph, consensusWeights(links, runs), all.resolution, all.seed, paperCount);
  const tidy = mergeSmallTopics(linkedPieces(consensus, links), links, all.minTopicPapers);
  const { topicOf, count } = numberTopics(tidy);
  const linkedRuns = runs.map((run) => run.filter((topic) => topic >= 0));
  return { topicOf, count, stability: meanAgreement(linkedRuns), ...measureTopics(topicOf, count, links) };
}

/** The graph of linked papers; nodes and edges in the papers' order, because Louvain's answer depends on it. */
function graphOf(links: PaperLinks, paperCount: number): TopicGraph {
  const graph: TopicGraph = new UndirectedGraph();
  const linked = new Uint8Array(paperCount);
  for (const ends of [links.source, links.target]) for (const paper of ends) linked[paper] = 1;
  for (let paper = 0; paper < paperCount; paper++) if (linked[paper] === 1) graph.addNode(String(paper));
  for (let link = 0; link < links.source.length; link++) graph.addUndirectedEdge(String(links.source[link]), String(links.target[link]), { link });
  return graph;
}

/** Topic of each paper, -1 for papers that are not in the graph. */
function runLouvain(graph: TopicGraph, weights: ArrayLike<number>, resolution: number, seed: number, paperCount: number): Int32Array {
  const getEdgeWeight = (_: string, attributes: Attributes) => weights[Number(attributes['link'])] ?? 0;
  const topicOf = new Int32Array(paperCount).fill(-1);
  const communities = louvain(graph, { resolution, rng: seededRandom(seed), getEdgeWeight });
  for (const [paper, community] of Object.entries(communities)) topicOf[Number(paper)] = community;
  return topicOf;
}

/** Links whose ends never fell together keep a trace, so that no paper is left without links. */
function consensusWeights(links: PaperLinks, runs: readonly Int32Array[]): Float64Array {
  return Float64Array.from(links.weight, (weight, link) => {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    const together = runs.filter((run) => run[source] === run[target]).length;
    return weight * Math.max(0.1, together) * (1 / runs.length);
  });
}

function meanAgreement(runs: readonly Int32Array[]): number {
  let sum = 0;
  let pairs = 0;
  for (const [place, run] of runs.entries()) {
    for (const other of runs.slice(place + 1)) {
      sum += normalizedMutualInformation(run, other);
      pairs++;
    }
  }
  return pairs === 0 ? 1 : sum / pairs;
}

/** Newman's modularity, the share of link weight inside topics, and each paper's own share. */
function measureTopics(topicOf: Int32Array, count: number, links: PaperLinks): { modularity: number; coverage: number; confidence: Float32Array } {
  const inside = new Float64Array(topicOf.length);
  const strength = new Float64Array(topicOf.length);
  let within = 0;
  let total = 0;
  for (const [link, weight] of links.weight.entries()) {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    const same = topicOf[source] === topicOf[target];
    for (const paper of [source, target]) {
      strength[paper] = (strength[paper] ?? 0) + weight;
      if (same) inside[paper] = (inside[paper] ?? 0) + weight;
    }
    total += weight;
    if (same) within += weight;
  }
  const strengthOfTopic = new Float64Array(count);
  for (const [paper, topic] of topicOf.entries()) if (topic >= 0) strengthOfTopic[topic] = (strengthOfTopic[topic] ?? 0) + (strength[paper] ?? 0);
  const coverage = total === 0 ? 0 : within / total;
  const expected = total === 0 ? 0 : strengthOfTopic.reduce((sum, value) => sum + (value / (2 * total)) ** 2, 0);
  const confidence = Float32Array.from(strength, (value, paper) => (value === 0 ? 0 : (inside[paper] ?? 0) / value));
  return { modularity: coverage - expected, coverage, confidence };
}
