import type { DragContext } from './node-drag.ts';

/** A node and where it is, in map units. */
export interface NodePlace {
  id: string;
  x: number;
  y: number;
}

/** Moves nodes on the map and in Cytoscape, until the next map says where they are. */
export function placeNodes(context: DragContext, places: readonly NodePlace[]): void {
  const { cy, sync } = context;
  const now = context.state();
  cy.batch(() => {
    for (const { id, x, y } of places) {
      now?.move(id, x, y);
      sync.dragged(id, x, y);
      cy.getElementById(id).position({ x, y });
    }
  });
}

/** Nodes go back to where the map has them. */
export function putBack(context: DragContext, nodes: Iterable<string>): void {
  const ids = new Set(nodes);
  const map = context.state()?.scene.map;
  if (map) placeNodes(context, [...map.papers, ...map.concepts].filter(({ id }) => ids.has(id)));
}
