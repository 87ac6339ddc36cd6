import type { SceneGraph, SceneNode } from '../../shared/picture/scene-graph.ts';
import { compareText } from '../../shared/text.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const VECTORS: Record<Direction, { x: number; y: number }> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } };
/** Cosine of the widest angle from the wanted direction: 55 degrees. */
const WIDEST = 0.574;

/**
 * The node that an arrow key leads to: the nearest linked one in that direction, else the nearest of all, where a node
 * off the direction counts as further away; null where there is none.
 */
export function nodeTowards(graph: SceneGraph, from: SceneNode, direction: Direction): SceneNode | null {
  const linked = (graph.linksOf.get(from.id) ?? []).map(({ source, target }) => (source === from ? target : source));
  return nearestTowards(linked, from, direction) ?? nearestTowards(graph.nodes, from, direction);
}

/** What can be walked to: a node, or a topic's bubble. */
export type Place = Pick<SceneNode, 'id' | 'x' | 'y' | 'importance'>;

/** The nearest of some places in a direction, where one off the direction counts as further away; null for none. */
export function nearestTowards<T extends Place>(nodes: Iterable<T>, from: T, direction: Direction): T | null {
  const vector = VECTORS[direction];
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const dx = node.x - from.x;
    const dy = node.y - from.y;
    const distance = Math.hypot(dx, dy);
    if (node === from || distance === 0) continue;
    const cosine = (dx * vector.x + dy * vector.y) / distance;
    if (cosine < WIDEST) continue;
    const cost = distance / cosine;
    if (cost < least || (cost === least && best !== null && node.id < best.id)) {
      best = node;
      least = cost;
    }
  }
  return best;
}

/** The node with the most links, or of the most papers, among some; of equals the first by id. Null for none. */
export function mostLinked<T extends Place>(nodes: Iterable<T>): T | null {
  let best: T | null = null;
  for (const node of nodes) {
    if (!best || node.importance > best.importance || (node.importance === best.importance && compareText(node.id, best.id) < 0)) best = node;
  }
  return best;
}
