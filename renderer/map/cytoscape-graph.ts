import cytoscape, { type Core, type EventObjectNode } from 'cytoscape';
import type { SceneNode } from '../../shared/picture/scene-graph.ts';

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
  const cy = cytoscape({ container, elements: [], style: [], layout: { name: 'preset' }, boxSelectionEnabled: false, selectionType: 'single' });
  paintNothing(cy);
  followSelection(cy);
  return cy;
}

/** Keeps Cytoscape from painting its elements, which are transparent: it would take as long as if one saw them. */
function paintNothing(cy: Core): void {
  // The renderer is no part of Cytoscape's types. Without this method Cytoscape still works out styles and where elements are.
  const { renderer } = cy as Core & { renderer?: () => { render?: () => void } | null };
  const canvas = renderer?.call(cy);
  if (canvas?.render) canvas.render = () => undefined;
}

/** Of more nodes than this Cytoscape is told only when it has to know: it works out the style of each anew. */
export const MOST_MARKED = 300;

/** Ids of the nodes that are selected in Cytoscape: finding them by a selector looks at every element. */
const selectedIn = new WeakMap<Core, Set<string>>();

function followSelection(cy: Core): void {
  const ids = new Set<string>();
  selectedIn.set(cy, ids);
  cy.on('select', 'node', ({ target }: EventObjectNode) => void ids.add(target.id()));
  cy.on('unselect remove', 'node', ({ target }: EventObjectNode) => void ids.delete(target.id()));
}

/** Marks as selected in Cytoscape what is selected on the map: it drags those together. */
export function markSelected(cy: Core, nodes: Iterable<SceneNode>): void {
  const wanted = new Set(Array.from(nodes, ({ id }) => id));
  const marked = selectedIn.get(cy) ?? new Set();
  cy.batch(() => {
    for (const id of marked) if (!wanted.has(id)) cy.getElementById(id).unselect();
    for (const id of wanted) if (!marked.has(id)) cy.getElementById(id).select();
  });
}
