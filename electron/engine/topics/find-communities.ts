import { moveNodes, type CommunityOptions } from './move-nodes.ts';
import { refineGroups } from './refine-groups.ts';
import { groupedGraph, numberGroups, type WeightedGraph } from './weighted-graph.ts';

/**
 * Communities of high modularity, by Leiden (Traag, Waltman & van Eck 2019): Louvain whose groups are refined before they become
 * the next level's nodes, so that none falls apart. Runs up to `rounds` times over, each round from the last one's communities, as long as that
 * moves anything. Gives each node's community, numbered from 0 in the order of their first nodes.
 */
export function findCommunities(graph: WeightedGraph, rounds: number, options: CommunityOptions): Int32Array {
  let groupOf: Int32Array = Int32Array.from({ length: graph.nodeCount }, (_, node) => node);
  for (let round = 0; round < rounds; round++) {
    const { moves, groupOf: improved } = runLevels(graph, groupOf, options);
    if (moves === 0) break;
    groupOf = improved;
  }
  return numberGroups(groupOf).groupOf;
}

/** Moving, refining and grouping, level by level, until there is nothing left to group. */
function runLevels(graph: WeightedGraph, start: Int32Array, options: CommunityOptions): { moves: number; groupOf: Int32Array } {
  const nodeOf = Int32Array.from({ length: graph.nodeCount }, (_, node) => node);
  let level = graph;
  let groupOf: Int32Array = start.slice();
  let moves = 0;
  for (;;) {
    moves += moveNodes(level, groupOf, options);
    const { groupOf: partOf, count } = numberGroups(refineGroups(level, groupOf, options));
    if (count === level.nodeCount) break;
    groupOf = groupsOfParts(groupOf, partOf, count);
    for (let node = 0; node < nodeOf.length; node++) nodeOf[node] = partOf[nodeOf[node] ?? 0] ?? 0;
    level = groupedGraph(level, partOf, count);
  }
  return { moves, groupOf: nodeOf.map((node) => groupOf[node] ?? 0) };
}

/** The groups in which the parts lie, each under the number of its first part. */
function groupsOfParts(groupOf: Int32Array, partOf: Int32Array, partCount: number): Int32Array {
  const firstPartOf = new Int32Array(groupOf.length).fill(-1);
  const groupOfPart = new Int32Array(partCount);
  for (let node = 0; node < groupOf.length; node++) {
    const group = groupOf[node] ?? 0;
    const part = partOf[node] ?? 0;
    if ((firstPartOf[group] ?? 0) < 0) firstPartOf[group] = part;
    groupOfPart[part] = firstPartOf[group] ?? 0;
  }
  return groupOfPart;
}
