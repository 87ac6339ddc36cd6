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
    if (!((weights[link] as number) > 0)) continue;
    offsets[(source[link] as number) + 1]!++;
    offsets[(target[link] as number) + 1]!++;
  }
  const length = addUp(offsets);
  const neighbours = new Uint32Array(length);
  const linkWeights = new Float64Array(length);
  const strengths = new Float64Array(paperCount);
  const next = offsets.slice();
  let total = 0;
  for (let link = 0; link < source.length; link++) {
    const weight = weights[link] as number;
    if (!(weight > 0)) continue;
    const [from, to] = [source[link] as number, target[link] as number];
    const [place, placeBack] = [next[from]!++, next[to]!++];
    neighbours[place] = to;
    linkWeights[place] = weight;
    strengths[from]! += weight;
    neighbours[placeBack] = from;
    linkWeights[placeBack] = weight;
    strengths[to]! += weight;
    total += weight;
    total += weight;
  }
  return { nodeCount: paperCount, offsets, neighbours, weights: linkWeights, strengths, total };
}

/** The graph whose nodes are groups of another's, numbered from 0 by `groupOf`: links between two groups are summed, those within one count in its strength alone. */
export function groupedGraph(graph: WeightedGraph, groupOf: Int32Array, groupCount: number): WeightedGraph {
  const { members, starts } = membersOf(groupOf, groupCount);
  const offsets = new Uint32Array(groupCount + 1);
  const strengths = new Float64Array(groupCount);
  const { neighbours, weights } = roomFor(graph.neighbours.length);
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

/** Room for so many neighbours with their weights, the same each time: a graph is grouped some hundred times for one map, and fresh memory costs as much as the grouping. */
function roomFor(length: number): Pick<WeightedGraph, 'neighbours' | 'weights'> {
  if (room.neighbours.length < length) room = { neighbours: new Uint32Array(length), weights: new Float64Array(length) };
  return room;
}

let room: Pick<WeightedGraph, 'neighbours' | 'weights'> = { neighbours: new Uint32Array(0), weights: new Float64Array(0) };

/** Nodes by group: group g's are members[starts[g]..starts[g+1]), ascending; nodes whose group is -1 are in none. */
export function membersOf(groupOf: Int32Array, groupCount: number): { members: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(groupCount + 1);
  for (const group of groupOf) if (group >= 0) starts[group + 1]!++;
  const members = new Uint32Array(addUp(starts));
  const next = starts.slice();
  for (let node = 0; node < groupOf.length; node++) {
    const group = groupOf[node] as number;
    if (group >= 0) members[next[group]!++] = node;
  }
  return { members, starts };
}

/** The same groups numbered from 0 in the order of their first nodes; -1 stays -1. Groups carry numbers below that of nodes. */
export function numberGroups(groupOf: Int32Array): { groupOf: Int32Array; count: number } {
  const numberOf = new Int32Array(groupOf.length).fill(-1);
  let count = 0;
  const numbers = new Int32Array(groupOf.length);
  for (let node = 0; node < numbers.length; node++) {
    const group = groupOf[node] as number;
    if (group >= 0 && (numberOf[group] as number) < 0) numberOf[group] = count++;
    numbers[node] = group < 0 ? -1 : (numberOf[group] as number);
  }
  return { groupOf: numbers, count };
}

/** Turns counts at places 1.. into offsets; gives the last. */
function addUp(counts: Uint32Array): number {
  for (let place = 1; place < counts.length; place++) counts[place]! += counts[place - 1] as number;
  return counts.at(-1) ?? 0;
}
