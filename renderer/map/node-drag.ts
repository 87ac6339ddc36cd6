import type { Core } from 'cytoscape';
import type { CytoscapeSync } from './cytoscape-sync.ts';
import type { DraggedNodes, GraphEvents } from './graph-view-types.ts';
import type { MapState } from './map-state.ts';
import type { PictureFrames } from './picture-frames.ts';
import { putBack, type NodePlace } from './place-nodes.ts';
import type { Viewport } from './viewport.ts';

/** The map that nodes are dragged on. */
export interface DragContext {
  container: HTMLElement;
  cy: Core;
  sync: CytoscapeSync;
  events: GraphEvents;
  port: Viewport;
  frames: PictureFrames;
  /** Null before the first scene. */
  state(): MapState | null;
}

/** Dragging nodes over the map: the ground of a topic that they could be moved to lights up, Escape puts them back. */
export class NodeDrag {
  private readonly context: DragContext;
  private readonly nodes = new Map<string, NodePlace>();
  private progress: 'none' | 'dragging' | 'cancelled' = 'none';
  /** Where the pointer is in the window, in CSS pixels. */
  private at = { x: 0, y: 0 };
  private places: DraggedNodes['places'] = 'or moves';
  /** The ground on which the drag began, until it has been left: whoever only shifts a paper a little wants no other topic. */
  private origin: number | null = null;
  private listening: AbortController | null = null;

  constructor(context: DragContext) {
    this.context = context;
  }

  /** The button has gone down: from here on the pointer is followed, wherever it goes. */
  press(at: { x: number; y: number }): void {
    this.stop();
    this.listening = new AbortController();
    const options = { capture: true, signal: this.listening.signal };
    this.follow(at.x, at.y, false);
    this.origin = this.topicUnder();
    window.addEventListener('pointermove', ({ clientX, clientY, altKey }) => this.follow(clientX, clientY, altKey), options);
    window.addEventListener(
      'pointerup',
      ({ clientX, clientY, altKey }) => {
        this.follow(clientX, clientY, altKey);
        if (this.progress === 'none') this.stop();
      },
      options,
    );
    window.addEventListener('keydown', (event) => this.pressKey(event, true), options);
    window.addEventListener('keyup', (event) => this.pressKey(event, false), options);
  }

  /** Cytoscape has moved a node under the pointer. */
  dragged(id: string, x: number, y: number): void {
    if (this.progress === 'cancelled') return;
    this.progress = 'dragging';
    this.nodes.set(id, { id, x, y });
    this.state?.move(id, x, y);
    this.context.sync.dragged(id, x, y);
    this.context.frames.nodesMoved();
    this.tell();
  }

  /** The nodes were let go. */
  dropped(nodes: NodePlace[]): void {
    const { frames, events } = this.context;
    const drag = this.drag();
    const isCancelled = this.progress === 'cancelled';
    this.end();
    if (isCancelled || events.onMove(nodes, drag) === 'return') putBack(this.context, nodes.map(({ id }) => id));
    this.state?.renewAreas();
    frames.refresh('all');
  }

  /** Ends a drag that is under way, where it is. */
  stop(): void {
    this.end();
  }

  private get state(): MapState | null {
    return this.context.state();
  }

  private end(): void {
    const { frames, events } = this.context;
    this.listening?.abort();
    if (this.progress === 'dragging') events.onDrag(null);
    this.progress = 'none';
    this.nodes.clear();
    const now = this.state;
    if (!now || now.dropTopic === null) return;
    now.dropTopic = null;
    frames.schedule('upper');
  }

  private pressKey(event: KeyboardEvent, isDown: boolean): void {
    if (this.progress !== 'dragging') return;
    if (event.key === 'Escape' && isDown) this.cancel();
    else if (event.key === 'Alt') this.follow(this.at.x, this.at.y, isDown);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private cancel(): void {
    const nodes = [...this.nodes.keys()];
    this.end();
    this.progress = 'cancelled';
    putBack(this.context, nodes);
    this.context.frames.refresh('all');
  }

  private follow(x: number, y: number, isAlt: boolean): void {
    this.at = { x, y };
    this.places = isAlt ? 'only' : 'or moves';
    if (this.progress === 'dragging') this.tell();
  }

  /** Tells where the nodes would go, and lights up the ground there. */
  private tell(): void {
    const { frames, events } = this.context;
    const now = this.state;
    if (!now) return;
    const under = this.topicUnder();
    if (under !== this.origin) this.origin = null;
    const lit = events.onDrag(this.drag()) === 'map' ? under : null;
    if (now.dropTopic === lit) return;
    now.dropTopic = lit;
    frames.schedule('upper');
  }

  private drag(): DraggedNodes {
    const under = this.topicUnder();
    const topic = under === null || under === this.origin ? null : this.state?.scene.map.topics[under]?.id;
    return { nodes: [...this.nodes.keys()], topic: topic ?? null, at: this.at, isOverMap: this.canvasPoint() !== null, places: this.places };
  }

  private topicUnder(): number | null {
    const point = this.canvasPoint();
    return point && (this.state?.topicUnder(this.context.port.camera(), point.x, point.y) ?? null);
  }

  /** The pointer on the canvas; null outside of it. */
  private canvasPoint(): { x: number; y: number } | null {
    const { left, top, right, bottom } = this.context.container.getBoundingClientRect();
    const { x, y } = this.at;
    return x < left || y < top || x > right || y > bottom ? null : { x: x - left, y: y - top };
  }
}
