import type { Point } from '../../shared/hull.ts';
import { isInSight } from '../../shared/picture/camera.ts';
import type { SceneLink, SceneNode } from '../../shared/picture/scene-graph.ts';
import type { Selection } from '../../shared/settings.ts';
import { markSelected, MOST_MARKED } from './cytoscape-graph.ts';
import type { GraphEvents } from './graph-view-types.ts';
import type { MapKey } from './keys.ts';
import { pointsInside } from './lasso.ts';
import { listenToInput, type MapPoint } from './map-input.ts';
import { MapKeyboard } from './map-keyboard.ts';
import type { MapState } from './map-state.ts';
import { Marquee } from './marquee.ts';
import { NodeCarry } from './node-carry.ts';
import { NodeDrag, type DragContext } from './node-drag.ts';
import { pressInOverview } from './overview-keyboard.ts';
import type { PictureFrames } from './picture-frames.ts';
import type { Viewport } from './viewport.ts';

/** The map that the hands are on. */
export interface HandsContext extends DragContext {
  travelTo(selection: Selection): void;
}

/** The pointer has to rest on a node this long before the map answers: sweeping across does not flicker. */
const HOVER_MS = 45;
const DOUBLE_TAP_FACTOR = 2;

/** What mouse, touch and keyboard do on the map: says what was chosen, moves the viewport, shows what is pointed at. */
export class MapHands {
  private readonly context: HandsContext;
  private readonly container: HTMLElement;
  private readonly events: GraphEvents;
  private readonly port: Viewport;
  private readonly frames: PictureFrames;
  private readonly keyboard: MapKeyboard;
  private readonly marquee: Marquee;
  private readonly drag: NodeDrag;
  private readonly carry: NodeCarry;
  private readonly stopListening: () => void;
  private hoverTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: HandsContext) {
    this.context = context;
    this.container = context.container;
    this.events = context.events;
    this.port = context.port;
    this.frames = context.frames;
    this.drag = new NodeDrag(context);
    this.carry = new NodeCarry(context);
    this.marquee = this.makeMarquee();
    this.keyboard = this.makeKeyboard();
    this.stopListening = this.listen();
  }

  /** Goes along with what the map shows next. */
  follow(state: MapState, before: MapState | null): void {
    if (before?.scene.selection !== state.scene.selection) this.keyboard.follow(state.scene.selection, before?.scene.selection ?? null);
    this.carry.follow(state, before);
    if (before?.scene.picking && !state.scene.picking) state.hoveredBubble = null;
    state.focused = this.shownFocus(state);
  }

  stop(): void {
    this.stopListening();
    this.marquee.stop();
    this.drag.stop();
    clearTimeout(this.hoverTimer);
  }

  private get state(): MapState | null {
    return this.context.state();
  }

  private listen(): () => void {
    return listenToInput(this.context.cy, this.container, {
      press: (at, inWindow) => {
        this.tellCytoscape(at);
        this.drag.press(inWindow);
      },
      tap: (at, joins) => this.tap(at, joins),
      tapEdge: (source, target) => this.chooseEdge(source, target),
      doubleTap: (at) => this.doubleTap(at),
      menu: (at, inWindow) => this.openMenu(at, inWindow),
      point: (at) => this.point(at),
      wheel: (factor, x, y, stepwise) => this.port.glide(factor, x, y, stepwise),
      key: (key) => {
        const used = this.state !== null && (this.carry.press(key, this.state) || this.pressInOverview(key, this.state) || this.keyboard.press(key, this.state));
        this.showFocus();
        return used;
      },
      focusChanged: () => this.showFocus(),
      panned: () => this.port.touched(),
      dragged: (id, x, y) => this.drag.dragged(id, x, y),
      dropped: (nodes) => this.drag.dropped(nodes),
    });
  }

  /** In the overview only what is selected may be dragged, what else is grabbed there is the map; elsewhere all. Before it may drag one of very many selected nodes, Cytoscape has to know of all of them. */
  private tellCytoscape({ x, y }: Point): void {
    const { state } = this;
    const { cy } = this.context;
    if (!state) return;
    const camera = this.port.camera();
    const node = state.graph.byId.get(state.pointAt(camera, x, y).node ?? '');
    const isSelected = node !== undefined && state.selected.has(node);
    const isMap = state.isOverview(camera) && !isSelected;
    cy.autoungrabify(isMap);
    const element = cy.getElementById(node?.id ?? '');
    if (isMap) element.panify();
    else element.unpanify();
    if (isSelected && state.selected.size > MOST_MARKED) markSelected(cy, state.selected);
  }

  private makeKeyboard(): MapKeyboard {
    const { port, events } = this;
    return new MapKeyboard({
      select: (selection) => {
        this.hover(null);
        events.onSelect(selection);
      },
      selectMany: (papers, mode) => events.onSelectMany(papers, mode),
      focus: (id) => {
        events.onFocus(id);
        this.hover(id);
      },
      menu: (node) => this.openMenuAtNode(node),
      zoomBy: (factor) => port.zoomBy(factor),
      panBy: (dx, dy) => port.panBy(dx, dy),
      fit: () => port.fit(),
      travelTo: (selection) => this.context.travelTo(selection),
      isWellInSight: (node, margin) => this.isWellInSight(node, margin),
      cancelDrag: () => this.marquee.cancel(),
    });
  }

  private pressInOverview(key: MapKey, state: MapState): boolean {
    if (!state.isOverview(this.port.camera())) return false;
    return pressInOverview(key, state, {
      select: (selection) => this.events.onSelect(selection),
      open: (selection) => this.context.travelTo(selection),
      point: (bubble) => {
        state.hoveredBubble = bubble;
        this.frames.schedule('upper');
        this.events.onFocus(bubble.id);
      },
      menu: (bubble) => this.openMenuAt({ kind: 'topic', id: bubble.id }, bubble),
      isWellInSight: (bubble) => this.isWellInSight(bubble, 0),
    });
  }

  private makeMarquee(): Marquee {
    const within = (outline: readonly Point[]) => {
      const { zoom, panX, panY } = this.port.camera();
      const papers = this.state?.graph.nodes.filter(({ kind }) => kind === 'paper') ?? [];
      return pointsInside(papers, outline.map(({ x, y }) => ({ x: (x - panX) / zoom, y: (y - panY) / zoom })));
    };
    return new Marquee(this.container, {
      tool: () => (this.state && this.state.scene.tool !== 'carry' ? this.state.scene.tool : 'hand'),
      drawn: (outline) => within(outline).length,
      chosen: (outline, mode) => this.events.onSelectMany(within(outline).map(({ id }) => id), mode),
      clicked: ({ x, y }, joins) => this.state && this.tap(this.state.pointAt(this.port.camera(), x, y), joins),
    });
  }

  /** Names what a question waits for; where only papers answer it, a bubble is opened to get at them. */
  private pick(at: MapPoint, state: MapState): void {
    const camera = this.port.camera();
    const picked = state.pickAt(camera, at);
    if (picked) this.events.onSelect(picked);
    else if (state.bubbleAt(camera, at)) this.doubleTap(at);
  }

  private tap(at: MapPoint, joins: boolean): void {
    if (this.state?.scene.picking) return this.pick(at, this.state);
    const selection = this.state?.selectionAt(this.port.camera(), at) ?? null;
    if (!joins) {
      this.keyboard.endCollecting();
      this.events.onSelect(selection);
      return;
    }
    if (selection?.kind !== 'paper') return;
    const chosen = this.state?.scene.selection;
    const isChosen = (chosen?.kind === 'papers' && chosen.ids.includes(selection.id)) || (chosen?.kind === 'paper' && chosen.id === selection.id);
    this.events.onSelectMany([selection.id], isChosen ? 'remove' : 'add');
  }

  private doubleTap(at: MapPoint): void {
    const topic = this.state?.topicAt(this.port.camera(), at);
    if (topic) this.context.travelTo(topic);
    else this.port.zoomBy(DOUBLE_TAP_FACTOR, at.x, at.y);
  }

  private openMenu({ x, y }: { x: number; y: number }, inWindow: { x: number; y: number }): void {
    const { state } = this;
    if (!state) return;
    const camera = this.port.camera();
    const at = state.pointAt(camera, x, y);
    this.events.onMenu(state.selectionAt(camera, at) ?? state.topicAt(camera, at), inWindow);
  }

  private openMenuAtNode(node: SceneNode | null): void {
    this.openMenuAt(node ? { kind: node.kind, id: node.id } : (this.state?.scene.selection ?? null), node);
  }

  /** Opens the menu of a selection at a point of the map, or in the middle where that is out of sight. */
  private openMenuAt(selection: Selection | null, node: Point | null): void {
    const { left, top, width, height } = this.container.getBoundingClientRect();
    const { zoom, panX, panY } = this.port.camera();
    const at = node && this.isWellInSight(node, 0) ? { x: left + node.x * zoom + panX, y: top + node.y * zoom + panY } : { x: left + width / 2, y: top + height / 2 };
    this.events.onMenu(selection, at);
  }

  private chooseEdge(source: string, target: string): void {
    if (this.state?.scene.picking) return;
    const link = this.state?.graph.linksOf.get(source)?.find((candidate) => candidate.source.id === source && candidate.target.id === target);
    if (this.state && link) this.events.onSelect(this.state.selectionOf(link));
  }

  private point(at: MapPoint | null): void {
    const { state } = this;
    if (!state) return;
    clearTimeout(this.hoverTimer);
    const camera = this.port.camera();
    const node = at && state.nodeUnder(camera, at);
    if (node !== state.hovered) this.hoverTimer = setTimeout(() => this.hover(node), HOVER_MS);
    this.container.toggleAttribute('data-over', at !== null && (state.scene.picking ? state.pickAt(camera, at) : state.selectionAt(camera, at)) !== null);
    const link: SceneLink | null = at ? state.linkUnder(camera, at) : null;
    const bubble = at && state.bubbleAt(camera, at);
    if (link === state.hoveredLink && bubble === state.hoveredBubble) return;
    state.hoveredLink = link;
    state.hoveredBubble = bubble;
    this.frames.schedule('upper');
  }

  private hover(id: string | null): void {
    if (!this.state?.hover(id)) return;
    this.frames.refresh('upper');
    this.events.onHover(id);
  }

  /** The node to show the keyboard's focus on: only while the map has it, and not from the pointer. */
  private shownFocus(state: MapState): SceneNode | null {
    const { container } = this;
    const hasFocus = container.ownerDocument.activeElement === container && !('pointer' in container.dataset);
    return hasFocus && this.port.hasSize() && !state.isOverview(this.port.camera()) ? this.keyboard.node(state) : null;
  }

  private showFocus(): void {
    const { state } = this;
    const focused = state && this.shownFocus(state);
    if (!state || state.focused === focused) return;
    state.focused = focused;
    this.frames.schedule('upper');
    if (focused) return;
    this.events.onFocus(null);
    this.hover(null);
  }

  private isWellInSight({ x, y }: Point, margin: number): boolean {
    const camera = this.port.camera();
    return isInSight(camera, x * camera.zoom + camera.panX, y * camera.zoom + camera.panY, -margin);
  }
}
