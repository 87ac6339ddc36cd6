import type { ElementDefinition } from 'cytoscape';
import type { SceneNode } from './scene-graph.ts';

/** What Cytoscape is told of a node. */
export function elementOf(node: SceneNode): ElementDefinition {
  return { group: 'nodes', data: dataOf(node), position: { x: node.x, y: node.y } };
}

/** The data that styles are drawn from. */
export function dataOf(node: SceneNode): { id: string; kind: SceneNode['kind']; topic: number; size: number } {
  return { id: node.id, kind: node.kind, topic: node.topic ?? -1, size: Math.round(node.radius * 20) / 10 };
}

/** What has to happen to nodes drawn as `before` so that they show `after`. */
export interface ElementChanges {
  removed: string[];
  added: SceneNode[];
  /** Other size, topic or kind. */
  restyled: SceneNode[];
  moved: SceneNode[];
}

/** The differences between two sets of nodes, by id; order as in `after`. */
export function elementChanges(before: ReadonlyMap<string, SceneNode>, after: ReadonlyMap<string, SceneNode>): ElementChanges {
  const changes: ElementChanges = { removed: [], added: [], restyled: [], moved: [] };
  for (const id of before.keys()) if (!after.has(id)) changes.removed.push(id);
  for (const node of after.values()) {
    const known = before.get(node.id);
    if (!known || known.kind !== node.kind) {
      if (known) changes.removed.push(node.id);
      changes.added.push(node);
      continue;
    }
    if (known.radius !== node.radius || known.topic !== node.topic) changes.restyled.push(node);
    if (known.x !== node.x || known.y !== node.y) changes.moved.push(node);
  }
  return changes;
}
