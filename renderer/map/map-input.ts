import type { Core, EventObject, NodeSingular, SingularElementArgument } from 'cytoscape';
import { mapKey, type MapKey } from './keys.ts';
import { wheelFactor } from './wheel.ts';

/** A point on the map's canvas in pixels, and the node there. */
export interface MapPoint {
  x: number;
  y: number;
  node: string | null;
}

/** What the user's hands do. */
export interface InputHandlers {
  /** `joins` where Control or Command was held, which adds or removes one. */
  tap(at: MapPoint, joins: boolean): void;
  /** A button goes down at a point of the canvas, and where in the window that is, before Cytoscape hears of it. */
  press(at: { x: number; y: number }, inWindow: { x: number; y: number }): void;
  /** The context menu was asked for by the pointer at a point of the canvas, and where in the window that is. */
  menu(at: { x: number; y: number }, inWindow: { x: number; y: number }): void;
  /** The map has got the keyboard's focus, lost it, or shows or hides it. */
  focusChanged(): void;
  /** A link was chosen through Cytoscape itself. */
  tapEdge(source: string, target: string): void;
  doubleTap(at: MapPoint): void;
  /** The pointer, while no button is held; null when it has left. */
  point(at: MapPoint | null): void;
  /** `stepwise` for a mouse's wheel, whose large steps want smoothing. */
  wheel(factor: number, x: number, y: number, stepwise: boolean): void;
  /** Gives whether the key was used. */
  key(key: MapKey): boolean;
  /** The user has moved the viewport by dragging or pinching. */
  panned(): void;
  dragged(node: string, x: number, y: number): void;
  dropped(nodes: { id: string; x: number; y: number }[]): void;
}

const STEPWISE_PIXELS = 40;

/** Listens to mouse, touch and keys on the map until the function it gives is called. Cytoscape tells nodes and drags; wheel and keys are ours. */
export function listenToInput(cy: Core, container: HTMLElement, handlers: InputHandlers): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  listenToCytoscape(cy, container, handlers);
  listenToFocus(container, handlers, signal);
  container.addEventListener(
    'pointerdown',
    (event) => {
      const { left, top } = container.getBoundingClientRect();
      handlers.press({ x: event.clientX - left, y: event.clientY - top }, { x: event.clientX, y: event.clientY });
    },
    { capture: true, signal },
  );
  container.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault();
      container.focus({ preventScroll: true });
      const { left, top } = container.getBoundingClientRect();
      handlers.menu({ x: event.clientX - left, y: event.clientY - top }, { x: event.clientX, y: event.clientY });
    },
    { capture: true, signal },
  );
  container.addEventListener('mouseleave', () => handlers.point(null), { signal });
  container.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      const { left, top } = container.getBoundingClientRect();
      const stepwise = !event.ctrlKey && (event.deltaMode !== 0 || Math.abs(event.deltaY) >= STEPWISE_PIXELS);
      handlers.wheel(wheelFactor(event), event.clientX - left, event.clientY - top, stepwise);
    },
    { capture: true, passive: false, signal },
  );
  container.addEventListener(
    'keydown',
    (event) => {
      const key = mapKey(event);
      if (key && handlers.key(key)) event.preventDefault();
    },
    { signal },
  );
  return () => listening.abort();
}

/** Marks the container while it has its focus from the pointer, which no focus ring shows. */
function listenToFocus(container: HTMLElement, handlers: InputHandlers, signal: AbortSignal): void {
  const forget = () => {
    delete container.dataset['pointer'];
    handlers.focusChanged();
  };
  const note = () => {
    container.dataset['pointer'] = '';
    handlers.focusChanged();
  };
  container.addEventListener('pointerdown', note, { capture: true, signal });
  container.addEventListener('focus', () => handlers.focusChanged(), { signal });
  container.addEventListener('keydown', forget, { signal });
  container.addEventListener('blur', forget, { signal });
}

function listenToCytoscape(cy: Core, container: HTMLElement, handlers: InputHandlers): void {
  let dropped: { id: string; x: number; y: number }[] = [];
  cy.on('tap', (event) => {
    container.focus({ preventScroll: true });
    const edge = elementUnder(cy, event);
    if (edge?.isEdge()) handlers.tapEdge(String(edge.data('source')), String(edge.data('target')));
    else handlers.tap(pointOf(cy, event), event.originalEvent.ctrlKey || event.originalEvent.metaKey);
  });
  cy.on('dbltap', (event) => handlers.doubleTap(pointOf(cy, event)));
  cy.on('mousemove', (event) => {
    if (event.originalEvent.buttons === 0) handlers.point(pointOf(cy, event));
  });
  cy.on('dragpan pinchzoom', () => handlers.panned());
  cy.on('drag', 'node', (event) => {
    const node: NodeSingular = event.target;
    handlers.dragged(node.id(), node.position('x'), node.position('y'));
  });
  cy.on('dragfree', 'node', (event) => {
    const node: NodeSingular = event.target;
    dropped.push({ id: node.id(), x: rounded(node.position('x')), y: rounded(node.position('y')) });
    if (dropped.length > 1) return;
    queueMicrotask(() => {
      handlers.dropped(dropped);
      dropped = [];
    });
  });
}

function elementUnder(cy: Core, event: EventObject): SingularElementArgument | null {
  const target: Core | SingularElementArgument = event.target;
  return target === cy || !('isNode' in target) ? null : target;
}

function pointOf(cy: Core, event: EventObject): MapPoint {
  const element = elementUnder(cy, event);
  const { x, y } = event.renderedPosition ?? (element?.isNode() ? element.renderedPosition() : { x: 0, y: 0 });
  return { x, y, node: element?.isNode() ? element.id() : null };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
