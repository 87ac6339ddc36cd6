import type { ElementDefinition } from 'cytoscape';
import type { SceneGraph, SceneLink, SceneNode } from '../../shared/picture/scene-graph.ts';

/** Building an edge costs Cytoscape a seventh of a millisecond: larger maps get their strong links only, the largest none. Lines are painted and hit without edges. */
const MOST_EDGES = 1500;

/** What Cytoscape knows of a node; the node itself may be moved since. */
export type KnownNode = Pick<SceneNode, 'id' | 'kind' | 'radius' | 'colour' | 'label' | 'x' | 'y'>;

/** What Cytoscape is told of a node. */
export function elementOf(node: SceneNode): ElementDefinition {
  return { group: 'nodes', data: dataOf(node), position: { x: node.x, y: node.y } };
}

/** The data of a node that its style is drawn from: size in map units, place of its topic's colour in the palette or -1. */
export function dataOf(node: SceneNode): { id: string; kind: SceneNode['kind']; label: string; topic: number; size: number } {
  return { id: node.id, kind: node.kind, label: node.label, topic: node.colour ?? -1, size: sizeOf(node) };
}

function sizeOf({ radius }: Pick<SceneNode, 'radius'>): number {
  return Math.round(radius * 20) / 10;
}

/** The links that Cytoscape is told of, as far as it can bear them. */
export function edgesOf(graph: SceneGraph): ElementDefinition[] {
  const links = [graph.links, graph.strongLinks].find(({ length }) => length <= MOST_EDGES) ?? [];
  return links.map((link) => ({ group: 'edges', data: { id: edgeId(link), source: link.source.id, target: link.target.id, weight: link.weight } }));
}

function edgeId({ source, target }: SceneLink): string {
  return `link ${source.id} ${target.id}`;
}

/** What has to happen to nodes drawn as `before` so that they show `after`. */
export interface ElementChanges {
  removed: string[];
  added: SceneNode[];
  /** Other size, colour or text. */
  restyled: SceneNode[];
  moved: SceneNode[];
}

/** The differences between two sets of nodes, by id; order as in `after`. */
export function elementChanges(before: ReadonlyMap<string, KnownNode>, after: ReadonlyMap<string, SceneNode>): ElementChanges {
  const changes: ElementChanges = { removed: [], added: [], restyled: [], moved: [] };
  for (const id of before.keys()) if (!after.has(id)) changes.removed.push(id);
  for (const node of after.values()) {
    const known = before.get(node.id);
    if (!known || known.kind !== node.kind) {
      if (known) changes.removed.push(node.id);
      changes.added.push(node);
      continue;
    }
    if (sizeOf(known) !== sizeOf(node) || known.colour !== node.colour || known.label !== node.label) changes.restyled.push(node);
    if (known.x !== node.x || known.y !== node.y) changes.moved.push(node);
  }
  return changes;
}
