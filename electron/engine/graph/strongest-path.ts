import { UndirectedGraph } from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra.js';
import type { MapLink } from '../../../shared/topic-map.ts';

/**
 * The strongest chain of links between two papers: the one whose weights have the largest product
 * (Dijkstra 1959 on −log weight, by graphology-shortest-path). Gives the links in walking order,
 * an empty chain where both ends are one paper, or null where no chain joins them.
 */
export function strongestPath(links: readonly MapLink[], from: string, to: string): MapLink[] | null {
  if (from === to) return [];
  const graph = new UndirectedGraph<object, { link: MapLink; cost: number }>();
  for (const link of links) {
    const cost = 1e-6 - Math.log(Math.max(1e-9, Math.min(1, link.weight)));
    graph.mergeEdge(link.source, link.target, { link, cost });
  }
  if (!graph.hasNode(from) || !graph.hasNode(to)) return null;
  const path: string[] | null = dijkstra.bidirectional(graph, from, to, 'cost');
  if (!path) return null;
  return path.slice(1).flatMap((id, step) => {
    const link = graph.getEdgeAttribute(graph.edge(path[step], id), 'link');
    return [link];
  });
}
