import type { PaperLinks } from '../model.ts';
import { WeightTally } from './weight-tally.ts';

/** An undirected weighted graph in compressed sparse rows: node n's neighbours are neighbours[offsets[n]..offsets[n+1]), each link at both of its ends. */
export interface WeightedGraph {
  nodeCount: number;
  offsets: Uint32Array;
  neighbours: Uint32Array;
  /** Above 0. */
  weights: Float64Array;
  /** Sum of the weights of each node's links; links within a node that stands for several count twice. */
  strengths: Float64Array;
  /** Sum of all strengths: twice the weight of all links. */
  total: number;
}

/** The graph of papers and their links, nodes numbered as the papers; `weights` instead of the links' own where given. Links without weight are left out. */
export function graphOfLinks({ source, target, weight: ownWeights }: PaperLinks, paperCount: number, weights: ArrayLike<number> = ownWeights): WeightedGraph {
  const offsets = new Uint32Array(paperCount + 1);
  for (let link = 0; link < source.length; link++) {
    if ((weights[link] ?? 0) <= 0) continue;
    for (const paper of [source[link] ?? 0, target[link] ?? 0]) offsets[paper + 1] = (offsets[paper + 1] ?? 0) + 1;
  }
  const length = addUp(offsets);
  const graph: WeightedGraph = { nodeCount: paperCount, offsets, neighbours: new Uint32Array(length), weights: new Float64Array(length), strengths: new Float64Array(paperCount), total: 0 };
  const next = offsets.slice();
  const add = (from: number, to: number, weight: number) => {
    const place = next[from] ?? 0;
    next[from] = place + 1;
    graph.neighbours[place] = to;
    graph.weights[place] = weight;
    graph.strengths[from] = (graph.strengths[from] ?? 0) + weight;
    graph.total += weight;
  };
  for (let link = 0; link < source.length; link++) {
    const weight = weights[link] ?? 0;
    if (weight <= 0) continue;
    add(source[link] ?? 0, target[link] ?? 0, weight);
    add(target[link] ?? 0, source[link] ?? 0, weight);
  }
  return graph;
}

/** The graph whose nodes are groups of another's, numbered from 0 by `groupOf`: links between two groups are summed, those within one count in its strength alone. */
export function groupedGraph(graph: WeightedGraph, groupOf: Int32Array, groupCount: number): WeightedGraph {
  const { members, starts } = membersOf(groupOf, groupCount);
  const offsets = new Uint32Array(groupCount + 1);
  const strengths = new Float64Array(groupCount);
  const neighbours = new Uint32Array(graph.neighbours.length);
  const weights = new Float64Array(graph.neighbours.length);
  let length = 0;
  const { sums, groups } = new WeightTally(groupCount);
  for (let group = 0; group < groupCount; group++) {
    let count = 0;
    for (let place = starts[group] as number; place < (starts[group + 1] as number); place++) {
      const node = members[place] as number;
      strengths[group]! += graph.strengths[node] as number;
      const end = graph.offsets[node + 1] as number;
      for (let entry = graph.offsets[node] as number; entry < end; entry++) {
        const other = groupOf[graph.neighbours[entry] as number] as number;
        if (other === group) continue;
        const sum = sums[other] as number;
        if (sum === 0) groups[count++] = other;
        sums[other] = sum + (graph.weights[entry] as number);
      }
    }
    for (let place = 0; place < count; place++) {
      const other = groups[place] as number;
      neighbours[length] = other;
      weights[length++] = sums[other] as number;
      sums[other] = 0;
    }
    offsets[group + 1] = length;
  }
  return { nodeCount: groupCount, offsets, neighbours: neighbours.slice(0, length), weights: weights.slice(0, length), strengths, total: graph.total };
}

/** Nodes by group: group g's are members[starts[g]..starts[g+1]), ascending; nodes whose group is -1 are in none. */
export function membersOf(groupOf: Int32Array, groupCount: number): { members: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(groupCount + 1);
  for (const group of groupOf) if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  const members = new Uint32Array(addUp(starts));
  const next = starts.slice();
  for (let node = 0; node < groupOf.length; node++) {
    const group = groupOf[node] ?? -1;
    if (group < 0) continue;
    const place = next[group] ?? 0;
    next[group] = place + 1;
    members[place] = node;
  }
  return { members, starts };
}

/** The same groups numbered from 0 in the order of their first nodes; -1 stays -1. Groups carry numbers below that of nodes. */
export function numberGroups(groupOf: Int32Array): { groupOf: Int32Array; count: number } {
  const numberOf = new Int32Array(groupOf.length).fill(-1);
  let count = 0;
  const numbers = groupOf.map((group) => {
    if (group < 0) return -1;
    if ((numberOf[group] ?? 0) < 0) numberOf[group] = count++;
    return numberOf[group] ?? 0;
  });
  return { groupOf: numbers, count };
}

/** Turns counts at places 1.. into offsets; gives the last. */
function addUp(counts: Uint32Array): number {
  for (let place = 1; place < counts.length; place++) counts[place] = (counts[place] ?? 0) + (counts[place - 1] ?? 0);
  return counts.at(-1) ?? 0;
}
