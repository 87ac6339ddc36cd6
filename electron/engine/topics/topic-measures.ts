import type { PaperLinks } from '../model.ts';
import { WeightTally } from './weight-tally.ts';
import type { WeightedGraph } from './weighted-graph.ts';

/** How topics fit the links, as a whole. */
export interface PartitionMeasures {
  /** Newman's modularity. */
  modularity: number;
  /** Share of link weight inside topics, 0..1. */
  coverage: number;
}

/** How each paper fits its topic. */
export interface Memberships {
  /** The topic other than its own to which most of its link weight leads; -1 where none does. */
  second: Int32Array;
  /** The share of its link weight that leads there, 0..1. */
  secondShare: Float32Array;
  /** The share of its link weight that stays in its own topic, 0..1; 0 for an unlinked paper. */
  ownShare: Float32Array;
}

/** Modularity (Newman & Girvan 2004; with a resolution Reichardt & Bornholdt 2006) and coverage of `count` topics; a paper in none (-1) has no links. */
export function measurePartition(graph: WeightedGraph, topicOf: Int32Array, count: number, resolution = 1): PartitionMeasures {
  const strengths = new Float64Array(count);
  let within = 0;
  for (let paper = 0; paper < graph.nodeCount; paper++) {
    const topic = topicOf[paper] ?? -1;
    if (topic < 0) continue;
    strengths[topic] = (strengths[topic] ?? 0) + (graph.strengths[paper] ?? 0);
    for (let entry = graph.offsets[paper] ?? 0; entry < (graph.offsets[paper + 1] ?? 0); entry++) {
      if (topicOf[graph.neighbours[entry] ?? 0] === topic) within += graph.weights[entry] ?? 0;
    }
  }
  if (graph.total === 0) return { modularity: 0, coverage: 0 };
  const coverage = within / graph.total;
  return { coverage, modularity: coverage - resolution * strengths.reduce((sum, strength) => sum + (strength / graph.total) ** 2, 0) };
}

/** Where each paper's links lead. Of two equal second topics the lower number counts. */
export function measureMemberships(graph: WeightedGraph, topicOf: Int32Array, count: number): Memberships {
  const memberships = { second: new Int32Array(graph.nodeCount).fill(-1), secondShare: new Float32Array(graph.nodeCount), ownShare: new Float32Array(graph.nodeCount) };
  const tally = new WeightTally(count);
  for (let paper = 0; paper < graph.nodeCount; paper++) {
    const own = topicOf[paper] ?? -1;
    if (own < 0) continue;
    for (let entry = graph.offsets[paper] ?? 0; entry < (graph.offsets[paper + 1] ?? 0); entry++) tally.add(topicOf[graph.neighbours[entry] ?? 0] ?? 0, graph.weights[entry] ?? 0);
    const second = heaviestBut(tally, own);
    const strength = graph.strengths[paper] || 1;
    memberships.second[paper] = second;
    memberships.secondShare[paper] = (tally.sums[second] ?? 0) / strength;
    memberships.ownShare[paper] = (tally.sums[own] ?? 0) / strength;
    tally.clear();
  }
  return memberships;
}

function heaviestBut(tally: WeightTally, left: number): number {
  let heaviest = -1;
  let most = 0;
  for (let place = 0; place < tally.count; place++) {
    const group = tally.groups[place] ?? 0;
    const weight = tally.sums[group] ?? 0;
    if (group === left || weight < most || (weight === most && group > heaviest)) continue;
    heaviest = group;
    most = weight;
  }
  return heaviest;
}

/**
 * How surely each paper is in its topic, 0..1: the share of its link weight that stays there, each link counted by the share of the runs
 * in which its ends fell together. It is 1 where all links lead into the topic and every run agrees.
 */
export function measureConfidence(links: PaperLinks, graph: WeightedGraph, topicOf: Int32Array, agreement: Float64Array): Float32Array {
  const sure = new Float64Array(topicOf.length);
  for (let link = 0; link < links.weight.length; link++) {
    const source = links.source[link] ?? 0;
    const target = links.target[link] ?? 0;
    if (topicOf[source] !== topicOf[target]) continue;
    const agreed = (links.weight[link] ?? 0) * (agreement[link] ?? 0);
    sure[source] = (sure[source] ?? 0) + agreed;
    sure[target] = (sure[target] ?? 0) + agreed;
  }
  return Float32Array.from(sure, (weight, paper) => weight / (graph.strengths[paper] || 1));
}
