import cytoscape from 'cytoscape';
import { elementChanges, elementOf, dataOf } from './elements.ts';
import type { GraphEvents, GraphScene, GraphView } from './graph-view-types.ts';
import { sceneGraph, type SceneGraph } from './scene-graph.ts';
import { mapStyle } from './style.ts';

/** Draws the map into the container and reports what the user does there. First version: nodes only. */
export function createGraphView(container: HTMLElement, events: GraphEvents): GraphView {
  const cy = cytoscape({ container, elements: [], style: [], layout: { name: 'preset' }, boxSelectionEnabled: false, minZoom: 0.02, maxZoom: 8 });
  let graph: SceneGraph | null = null;
  let shown: GraphScene | null = null;
  cy.on('tap', (event) => {
    if (event.target === cy) events.onSelect(null);
    else {
      const node = graph?.byId.get(String(event.target.id()));
      if (node) events.onSelect({ kind: node.kind, id: node.id });
    }
  });
  const fit = () => {
    cy.fit(undefined, 40);
  };
  return {
    show(scene) {
      const next = sceneGraph(scene.map, scene.view, scene.hiddenTopics);
      const changes = elementChanges(graph?.byId ?? new Map(), next.byId);
      cy.batch(() => {
        for (const id of changes.removed) cy.getElementById(id).remove();
        cy.add(changes.added.map(elementOf));
        for (const node of changes.restyled) cy.getElementById(node.id).data(dataOf(node));
        for (const node of changes.moved) cy.getElementById(node.id).position({ x: node.x, y: node.y });
      });
      if (scene.theme !== shown?.theme || scene.map.topics.length !== shown.map.topics.length) cy.style(mapStyle(scene.theme, scene.map.topics.length));
      if (!graph) fit();
      graph = next;
      shown = scene;
    },
    fit,
    zoomBy(factor) {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    panBy(dx, dy) {
      cy.panBy({ x: dx, y: dy });
    },
    travelTo(selection) {
      if (selection.kind === 'topic' || selection.kind === 'link') return;
      cy.center(cy.getElementById(selection.id));
    },
    viewport() {
      const { x1, y1, w, h } = cy.extent();
      return { zoom: cy.zoom(), x: x1 + w / 2, y: y1 + h / 2 };
    },
    setViewport({ zoom, x, y }) {
      cy.viewport({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } });
    },
    window() {
      const { x1, y1, w, h } = cy.extent();
      return { x: x1, y: y1, width: w, height: h };
    },
    focus() {
      container.focus({ preventScroll: true });
    },
    destroy() {
      cy.destroy();
    },
  };
}
