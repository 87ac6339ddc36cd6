import cytoscape, { type Core } from 'cytoscape';
import { dataOf, edgesOf, elementChanges, elementOf } from './elements.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';

/** Cytoscape puts a style element with this id into the page, which a strict content security policy refuses; where the id is taken, it does not. */
const INJECTED_STYLE_ID = '__________cytoscape_stylesheet';

/** Cytoscape in a container, empty. It holds the graph, the viewport and the pointer's events; the picture is painted on layers of our own, since its drawing of 2,000 nodes takes four times as long. */
export function createCytoscape(container: HTMLElement): Core {
  const { ownerDocument } = container;
  if (!ownerDocument.getElementById(INJECTED_STYLE_ID)) {
    const placeholder = ownerDocument.createElement('meta');
    placeholder.id = INJECTED_STYLE_ID;
    ownerDocument.head.append(placeholder);
  }
  return cytoscape({ container, elements: [], style: [], layout: { name: 'preset' }, boxSelectionEnabled: false, selectionType: 'single' });
}

/** Brings Cytoscape's elements from one graph to another: only what differs is touched. */
export function applyGraph(cy: Core, before: SceneGraph | null, after: SceneGraph): void {
  const known: ReadonlyMap<string, SceneNode> = before?.byId ?? new Map();
  const changes = elementChanges(known, after.byId);
  const edges = edgesOf(after);
  const wanted = new Set(edges.map(({ data }) => data.id));
  cy.batch(() => {
    for (const id of changes.removed) cy.getElementById(id).remove();
    cy.edges().filter((edge) => !wanted.has(edge.id())).remove();
    cy.add(changes.added.map(elementOf));
    for (const node of changes.restyled) cy.getElementById(node.id).data(dataOf(node));
    for (const node of changes.moved) cy.getElementById(node.id).position({ x: node.x, y: node.y });
    cy.add(edges.filter(({ data }) => cy.getElementById(data.id ?? '').empty()));
  });
}

/** Marks as selected in Cytoscape what is selected on the map. */
export function markSelected(cy: Core, nodes: Iterable<SceneNode>): void {
  cy.batch(() => {
    cy.elements(':selected').unselect();
    for (const { id } of nodes) cy.getElementById(id).select();
  });
}
