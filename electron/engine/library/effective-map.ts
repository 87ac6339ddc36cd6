import type { MapTopic, TopicMap } from '../../../shared/topic-map.ts';
import { topicOfMembers } from './bound-topics.ts';
import type { JournalEntry } from './journal.ts';

/**
 * A computed map with the user's edits on it: nodes where they were put, topics named as they were named. The computed map stays as it is.
 * `importOf` tells which import brought each paper, so that papers added after a topic was named don't count against its name.
 */
export function applyEdits(map: TopicMap, edits: readonly JournalEntry[], importOf: ReadonlyMap<string, number>): TopicMap {
  const positions = movedPositions(edits);
  const labels = topicLabels(map, edits, importOf);
  const place = <T extends { id: string; x: number; y: number }>(node: T): T => {
    const position = positions.get(node.id);
    return position ? { ...node, ...position } : node;
  };
  const name = (topic: MapTopic): MapTopic => ({ ...topic, label: labels.get(topic.id) ?? topic.label });
  return { ...map, papers: map.papers.map(place), concepts: map.concepts.map(place), topics: map.topics.map(name) };
}

/** Where each moved node is now: its last move counts. */
export function movedPositions(edits: readonly JournalEntry[]): Map<string, { x: number; y: number }> {
  const positions = new Map<string, { x: number; y: number }>();
  for (const { edit } of edits) {
    if (edit.kind !== 'move') continue;
    for (const { id, x, y } of edit.nodes) positions.set(id, { x, y });
  }
  return positions;
}

function topicLabels(map: TopicMap, edits: readonly JournalEntry[], importOf: ReadonlyMap<string, number>): Map<string, string> {
  const labels = new Map<string, string>();
  for (const entry of edits) {
    if (entry.edit.kind !== 'rename-topic') continue;
    const topic = topicOfMembers(map, entry.edit.members, (paper) => (importOf.get(paper) ?? 0) <= entry.afterImport);
    if (topic !== null) labels.set(topic, entry.edit.label);
  }
  return labels;
}
