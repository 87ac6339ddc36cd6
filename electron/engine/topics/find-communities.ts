import { moveNodes, type CommunityOptions } from './move-nodes.ts';
import { refineGroups } from './refine-groups.ts';
import { groupedGraph, numberGroups, type WeightedGraph } from './weighted-graph.ts';

/** What a search for communities may cost. */
export interface Effort {
  /** Rounds at most, each from the communities of the last. */
  rounds: number;
  /** Whether groups are refined before they become nodes (Leiden) or become nodes as they are (Louvain). */
  refine: boolean;
}

/**
 * Communities of high modularity: Louvain (Blondel et al. 2008), or Leiden (Traag, Waltman & van Eck 2019), whose groups are refined
 * before they become the next level's nodes, so that none falls apart. Each further round starts from the last one's communities, as
 * long as that moves anything. Gives each node's community, numbered from 0 in the order of their first nodes.
 */
export function findCommunities(graph: WeightedGraph, { rounds, refine }: Effort, options: CommunityOptions): Int32Array {
  let groupOf: Int32Array = oneByOne(graph.nodeCount);
  for (let round = 0; round < rounds; round++) {
    const { moves, groupOf: improved } = runLevels(graph, groupOf, refine, options);
    if (moves === 0) break;
    groupOf = improved;
  }
  return numberGroups(groupOf).groupOf;
}

/** Moving and grouping, level by level, until there is nothing left to group. */
function runLevels(graph: WeightedGraph, start: Int32Array, refine: boolean, options: CommunityOptions): { moves: number; groupOf: Int32Array } {
  const nodeOf = oneByOne(graph.nodeCount);
  let level = graph;
  let groupOf: Int32Array = start.slice();
  let moves = 0;
  for (;;) {
    moves += moveNodes(level, groupOf, options);
    const { groupOf: partOf, count } = numberGroups(refine ? refineGroups(level, groupOf, options) : groupOf);
    if (count === level.nodeCount) break;
    groupOf = groupsOfParts(groupOf, partOf, count);
    for (let node = 0; node < nodeOf.length; node++) nodeOf[node] = partOf[nodeOf[node] as number] as number;
    level = groupedGraph(level, partOf, count);
  }
  for (let node = 0; node < nodeOf.length; node++) nodeOf[node] = groupOf[nodeOf[node] as number] as number;
  return { moves, groupOf: nodeOf };
}

/** Each node under its own number. */
function oneByOne(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let node = 0; node < count; node++) numbers[node] = node;
  return numbers;
}

/** The groups in which the parts lie, each under the number of its first part. */
function groupsOfParts(groupOf: Int32Array, partOf: Int32Array, partCount: number): Int32Array {
  const firstPartOf = new Int32Array(groupOf.length).fill(-1);
  const groupOfPart = new Int32Array(partCount);
  for (let node = 0; node < groupOf.length; node++) {
    const group = groupOf[node] as number;
    const part = partOf[node] as number;
    if ((firstPartOf[group] as number) < 0) firstPartOf[group] = part;
    groupOfPart[part] = firstPartOf[group] as number;
  }
  return groupOfPart;
}
