import type { TopicMap } from '../../../shared/topic-map.ts';
import { topicPlaces } from '../../../shared/topic-places.ts';
import type { JournalEntry } from './journal.ts';
import { topicsAfter } from './topics-after.ts';

/**
 * A computed map with the user's edits on it: nodes where they were put, topics named, merged and filled as the user wants them. The computed map stays as it is.
 * `importOf` tells which import brought each paper, so that papers added after a topic was edited don't count against that.
 */
export function applyEdits(map: TopicMap, edits: readonly JournalEntry[], importOf: ReadonlyMap<string, number>): TopicMap {
  const positions = movedPositions(edits);
  const place = <T extends { id: string; x: number; y: number }>(node: T): T => {
    const position = positions.get(node.id);
    return position ? { ...node, ...position } : node;
  };
  const moved = positions.size === 0 ? map : { ...map, papers: map.papers.map(place), concepts: map.concepts.map(place) };
  return topicsAfter(moved, edits, importOf, () => topicPlaces(map));
}

/** Where each moved node is now: its last move counts, unless it was let go after that. */
export function movedPositions(edits: readonly JournalEntry[]): Map<string, { x: number; y: number }> {
  const positions = new Map<string, { x: number; y: number }>();
  for (const { edit } of edits) {
    if (edit.kind === 'move' || edit.kind === 'move-papers') for (const { id, x, y } of edit.nodes ?? []) positions.set(id, { x, y });
    if (edit.kind === 'unpin') for (const id of edit.nodes) positions.delete(id);
  }
  return positions;
}

/** Papers and concepts of a map that stay where the user put them, papers first, in the order of the map. */
export function pinnedNodes(map: TopicMap, edits: readonly JournalEntry[]): string[] {
  const positions = movedPositions(edits);
  return positions.size === 0 ? [] : [...map.papers, ...map.concepts].flatMap(({ id }) => (positions.has(id) ? [id] : []));
}
