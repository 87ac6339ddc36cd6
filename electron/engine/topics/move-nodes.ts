import { WeightTally } from './weight-tally.ts';
import type { WeightedGraph } from './weighted-graph.ts';

/** How communities are sought. */
export interface CommunityOptions {
  /** Higher gives more, smaller communities (Reichardt & Bornholdt 2006). */
  resolution: number;
  /** Decides in which order nodes are visited. */
  random: () => number;
  /** Called every few thousand steps; may throw to stop. */
  check: () => void;
}

/** A gain below this part of all link weight is none: rounding makes that much. */
const LEAST_GAIN = 1e-12;
/** Nodes are visited this many times on average at most: the last moves of a first pass cost most and are soon made again by the levels above. */
const VISITS_PER_NODE = 3;
const VISITS_PER_CHECK = 2048;

/**
 * Moves each node to the group where modularity gains most, or into one of its own, until no move gains: the local moving of Louvain
 * (Blondel et al. 2008), which visits again only the neighbours of moved nodes (MoveNodesFast of Traag et al. 2019) and stops after
 * three visits a node. Changes `groupOf`, whose groups carry numbers below that of nodes; gives the number of moves.
 */
export function moveNodes(graph: WeightedGraph, groupOf: Int32Array, { resolution, random, check }: CommunityOptions): number {
  const { nodeCount, offsets, neighbours } = graph;
  const groups = new MovingGroups(graph, groupOf, resolution);
  const queue = shuffledOrder(nodeCount, random);
  const isQueued = new Uint8Array(nodeCount).fill(1);
  let head = 0;
  let waiting = nodeCount;
  let moves = 0;
  for (let visits = 0; waiting > 0 && visits < VISITS_PER_NODE * nodeCount; visits++) {
    if (visits % VISITS_PER_CHECK === 0) check();
    const node = queue[head] as number;
    head = head + 1 === nodeCount ? 0 : head + 1;
    waiting--;
    isQueued[node] = 0;
    const best = groups.bestGroup(node);
    if (best === groupOf[node]) continue;
    groups.move(node, best);
    moves++;
    const end = offsets[node + 1] as number;
    for (let entry = offsets[node] as number; entry < end; entry++) {
      const other = neighbours[entry] as number;
      if (isQueued[other] === 1 || groupOf[other] === best) continue;
      isQueued[other] = 1;
      queue[head + waiting < nodeCount ? head + waiting : head + waiting - nodeCount] = other;
      waiting++;
    }
  }
  return moves;
}

/** Groups with their strengths while nodes move between them. */
class MovingGroups {
  private readonly graph: WeightedGraph;
  private readonly groupOf: Int32Array;
  private readonly strengthOf: Float64Array;
  private readonly sizeOf: Uint32Array;
  /** Groups without nodes: the first `emptyCount`. */
  private readonly empty: Int32Array;
  private emptyCount = 0;
  private readonly tally: WeightTally;
  /** Link weight that chance puts between two nodes, per product of their strengths. */
  private readonly expected: number;

  constructor(graph: WeightedGraph, groupOf: Int32Array, resolution: number) {
    this.graph = graph;
    this.groupOf = groupOf;
    this.strengthOf = new Float64Array(graph.nodeCount);
    this.sizeOf = new Uint32Array(graph.nodeCount);
    this.tally = new WeightTally(graph.nodeCount);
    this.expected = graph.total === 0 ? 0 : resolution / graph.total;
    this.empty = new Int32Array(graph.nodeCount);
    for (let node = 0; node < graph.nodeCount; node++) this.count(groupOf[node] as number, graph.strengths[node] as number, 1);
    for (let group = 0; group < graph.nodeCount; group++) if (this.sizeOf[group] === 0) this.empty[this.emptyCount++] = group;
  }

  /** The group in which a node gains most; its own when no other is better. */
  bestGroup(node: number): number {
    const { groupOf, strengthOf, expected } = this;
    const { offsets, neighbours, weights, strengths, total } = this.graph;
    const { sums, groups } = this.tally;
    const own = groupOf[node] as number;
    const strength = strengths[node] as number;
    const end = offsets[node + 1] as number;
    let count = 0;
    for (let entry = offsets[node] as number; entry < end; entry++) {
      const group = groupOf[neighbours[entry] as number] as number;
      const sum = sums[group] as number;
      if (sum === 0) groups[count++] = group;
      sums[group] = sum + (weights[entry] as number);
    }
    let best = own;
    let bestGain = (sums[own] as number) - expected * strength * ((strengthOf[own] as number) - strength) + LEAST_GAIN * total;
    for (let place = 0; place < count; place++) {
      const group = groups[place] as number;
      const sum = sums[group] as number;
      sums[group] = 0;
      if (group === own) continue;
      const gain = sum - expected * strength * (strengthOf[group] as number);
      if (gain <= bestGain) continue;
      best = group;
      bestGain = gain;
    }
    if (bestGain >= 0 || this.sizeOf[own] === 1) return best;
    return this.emptyCount > 0 ? (this.empty[this.emptyCount - 1] as number) : own;
  }

  move(node: number, to: number): void {
    const from = this.groupOf[node] as number;
    const strength = this.graph.strengths[node] as number;
    if (this.emptyCount > 0 && this.empty[this.emptyCount - 1] === to) this.emptyCount--;
    this.count(from, -strength, -1);
    this.count(to, strength, 1);
    if (this.sizeOf[from] === 0) this.empty[this.emptyCount++] = from;
    this.groupOf[node] = to;
  }

  private count(group: number, strength: number, nodes: number): void {
    this.strengthOf[group]! += strength;
    this.sizeOf[group]! += nodes;
  }
}

/** A permutation of 0..count-1 (Fisher & Yates 1938, in place by Durstenfeld 1964). */
export function shuffledOrder(count: number, random: () => number): Uint32Array {
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place++) order[place] = place;
  for (let last = count - 1; last > 0; last--) {
    const place = Math.floor(random() * (last + 1));
    const moved = order[last] as number;
    order[last] = order[place] as number;
    order[place] = moved;
  }
  return order;
}
