import { shuffledOrder, type CommunityOptions } from './move-nodes.ts';
import { WeightTally } from './weight-tally.ts';
import type { WeightedGraph } from './weighted-graph.ts';

const NODES_PER_CHECK = 4096;

/**
 * Divides each group into parts that hang together well: every node starts alone and, in random order, joins the part of its group
 * where modularity gains most, as long as node and part are each linked to the rest of the group at least as much as chance has it
 * (RefinePartition of Traag et al. 2019, with the best part for certain where they draw one). Gives each node's part, which
 * carries the number of one of its nodes.
 */
export function refineGroups(graph: WeightedGraph, groupOf: Int32Array, { resolution, random, check }: CommunityOptions): Int32Array {
  const parts = new GrowingParts(graph, groupOf, resolution);
  const order = shuffledOrder(graph.nodeCount, random);
  for (let place = 0; place < order.length; place++) {
    if (place % NODES_PER_CHECK === 0) check();
    parts.grow(order[place] as number);
  }
  return parts.partOf;
}

class GrowingParts {
  readonly partOf: Int32Array;
  private readonly graph: WeightedGraph;
  private readonly groupOf: Int32Array;
  private readonly strengthOfGroup: Float64Array;
  /** By part: its strength, and the weight of its links to the rest of its group. */
  private readonly strengthOf: Float64Array;
  private readonly outwardOf: Float64Array;
  private readonly hasGrown: Uint8Array;
  private readonly tally: WeightTally;
  private readonly expected: number;

  constructor(graph: WeightedGraph, groupOf: Int32Array, resolution: number) {
    this.graph = graph;
    this.groupOf = groupOf;
    this.partOf = Int32Array.from(groupOf.keys());
    this.strengthOf = graph.strengths.slice();
    this.strengthOfGroup = new Float64Array(graph.nodeCount);
    this.outwardOf = new Float64Array(graph.nodeCount);
    this.hasGrown = new Uint8Array(graph.nodeCount);
    this.tally = new WeightTally(graph.nodeCount);
    this.expected = graph.total === 0 ? 0 : resolution / graph.total;
    const { offsets, neighbours, weights, strengths } = graph;
    for (let node = 0; node < graph.nodeCount; node++) {
      const group = groupOf[node] as number;
      this.strengthOfGroup[group]! += strengths[node] as number;
      const end = offsets[node + 1] as number;
      let outward = 0;
      for (let entry = offsets[node] as number; entry < end; entry++) if (groupOf[neighbours[entry] as number] === group) outward += weights[entry] as number;
      this.outwardOf[node] = outward;
    }
  }

  /** Lets a node that is still alone join the best part of its group. */
  grow(node: number): void {
    const { graph, groupOf, partOf, strengthOf, outwardOf, tally, expected } = this;
    const group = groupOf[node] ?? 0;
    if (this.hasGrown[node] === 1 || !this.isWellLinked(node, group)) return;
    const strength = graph.strengths[node] ?? 0;
    for (let entry = graph.offsets[node] ?? 0; entry < (graph.offsets[node + 1] ?? 0); entry++) {
      const other = graph.neighbours[entry] ?? 0;
      if (groupOf[other] === group) tally.add(partOf[other] ?? 0, graph.weights[entry] ?? 0);
    }
    let best = node;
    let bestGain = 0;
    for (let place = 0; place < tally.count; place++) {
      const part = tally.groups[place] ?? 0;
      const gain = (tally.sums[part] ?? 0) - expected * strength * (strengthOf[part] ?? 0);
      if (gain <= bestGain || !this.isWellLinked(part, group)) continue;
      best = part;
      bestGain = gain;
    }
    if (best !== node) {
      partOf[node] = best;
      this.hasGrown[best] = 1;
      strengthOf[best] = (strengthOf[best] ?? 0) + strength;
      outwardOf[best] = (outwardOf[best] ?? 0) + (outwardOf[node] ?? 0) - 2 * (tally.sums[best] ?? 0);
    }
    tally.clear();
  }

  private isWellLinked(part: number, group: number): boolean {
    const strength = this.strengthOf[part] ?? 0;
    return (this.outwardOf[part] ?? 0) >= this.expected * strength * ((this.strengthOfGroup[group] ?? 0) - strength);
  }
}
