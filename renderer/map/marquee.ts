import type { Point } from '../../shared/hull.ts';
import type { MapTool, SelectionMode } from './graph-view-types.ts';
import { boxOutline, extendedLasso } from './lasso.ts';

/** What a box or lasso does to the map. Points are pixels of the canvas. */
export interface MarqueeHandlers {
  tool(): Exclude<MapTool, 'carry'>;
  /** The outline so far; gives the number of papers in it. */
  drawn(outline: readonly Point[]): number;
  chosen(outline: readonly Point[], mode: SelectionMode): void;
  /** It was a click and no drag; `joins` where it adds or removes one. */
  clicked(at: Point, joins: boolean): void;
}

interface Drag {
  tool: 'box' | 'lasso';
  pointer: number;
  from: Point;
  outline: readonly Point[];
  hasMoved: boolean;
}

/** A press that moves less than this is a click, in pixels. */
const CLICK_PIXELS = 4;
const SVG = 'http://www.w3.org/2000/svg';

/** Draws boxes and lassos over the map: by their tools, and a box by dragging with Shift. Takes the pointer before Cytoscape does. */
export class Marquee {
  private readonly container: HTMLElement;
  private readonly handlers: MarqueeHandlers;
  private readonly picture: SVGSVGElement;
  private readonly path: SVGPathElement;
  private readonly count: HTMLElement;
  private readonly listening = new AbortController();
  private drag: Drag | null = null;

  constructor(container: HTMLElement, handlers: MarqueeHandlers) {
    this.container = container;
    this.handlers = handlers;
    const { ownerDocument } = container;
    this.picture = ownerDocument.createElementNS(SVG, 'svg');
    this.picture.setAttribute('class', 'marquee');
    this.picture.setAttribute('aria-hidden', 'true');
    this.path = ownerDocument.createElementNS(SVG, 'path');
    this.picture.append(this.path);
    this.count = ownerDocument.createElement('div');
    this.count.className = 'marquee-count';
    this.count.setAttribute('aria-hidden', 'true');
    const options = { capture: true, signal: this.listening.signal };
    container.addEventListener('pointerdown', (event) => this.begin(event), options);
    container.addEventListener('pointermove', (event) => this.move(event), options);
    container.addEventListener('pointerup', (event) => this.end(event), options);
    container.addEventListener('pointercancel', () => this.cancel(), options);
    for (const kind of ['mousedown', 'touchstart', 'touchmove'] as const) container.addEventListener(kind, (event) => this.drag && event.stopImmediatePropagation(), { ...options, passive: true });
  }

  /** Ends what is being drawn without choosing anything; gives whether there was something. */
  cancel(): boolean {
    const { drag } = this;
    if (!drag) return false;
    this.drag = null;
    this.picture.remove();
    this.count.remove();
    if (this.container.hasPointerCapture(drag.pointer)) this.container.releasePointerCapture(drag.pointer);
    return true;
  }

  stop(): void {
    this.cancel();
    this.listening.abort();
  }

  private begin(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const tool = this.handlers.tool();
    if (tool === 'hand' && !event.shiftKey) return;
    // Keeps the browser from making mouse events of it, which Cytoscape would take for a drag of the map.
    event.preventDefault();
    event.stopImmediatePropagation();
    const from = this.pointOf(event);
    this.drag = { tool: tool === 'hand' ? 'box' : tool, pointer: event.pointerId, from, outline: [from], hasMoved: false };
    this.container.setPointerCapture(event.pointerId);
    this.container.focus({ preventScroll: true });
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (!drag || event.pointerId !== drag.pointer) return;
    event.stopImmediatePropagation();
    const at = this.pointOf(event);
    if (!drag.hasMoved) {
      if (Math.hypot(at.x - drag.from.x, at.y - drag.from.y) < CLICK_PIXELS) return;
      drag.hasMoved = true;
      this.container.append(this.picture, this.count);
    }
    drag.outline = drag.tool === 'box' ? boxOutline(drag.from, at) : extendedLasso(drag.outline, at);
    this.draw(drag, at);
  }

  private draw({ outline }: Drag, at: Point): void {
    this.path.setAttribute('d', `M${outline.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`);
    const papers = this.handlers.drawn(outline);
    this.count.textContent = `${papers.toLocaleString('en')} ${papers === 1 ? 'paper' : 'papers'}`;
    this.count.style.transform = `translate(${at.x + 14}px, ${at.y + 14}px)`;
  }

  private end(event: PointerEvent): void {
    const { drag } = this;
    if (!drag || event.pointerId !== drag.pointer) return;
    event.stopImmediatePropagation();
    this.cancel();
    const mode = modeOf(event, drag.tool === this.handlers.tool());
    if (drag.hasMoved) this.handlers.chosen(drag.outline, mode);
    else this.handlers.clicked(drag.from, mode !== 'replace' || event.shiftKey);
  }

  private pointOf({ clientX, clientY }: PointerEvent): Point {
    const { left, top } = this.container.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}

/** Control or Command adds, Alt takes away; so does Shift add, where it is not what made the drag a box. */
function modeOf({ ctrlKey, metaKey, altKey, shiftKey }: PointerEvent, hasTool: boolean): SelectionMode {
  if (altKey) return 'remove';
  return ctrlKey || metaKey || (hasTool && shiftKey) ? 'add' : 'replace';
}
