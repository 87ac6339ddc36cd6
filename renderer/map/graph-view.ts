import type { Core } from 'cytoscape';
import type { Point } from '../../shared/hull.ts';
import type { Selection } from '../../shared/settings.ts';
import { topicPlaces } from '../../shared/topic-places.ts';
import { boxOf, fitCamera, isInSight, travelCamera, zoomedCamera } from './camera.ts';
import { conceptStage } from './concept-budget.ts';
import { createCytoscape, markSelected } from './cytoscape-graph.ts';
import { CytoscapeSync } from './cytoscape-sync.ts';
import { neighbourhood } from './emphasis.ts';
import type { GraphEvents, GraphScene, GraphView } from './graph-view-types.ts';
import { pointsInside } from './lasso.ts';
import { listenToInput, type MapPoint } from './map-input.ts';
import type { MapKey } from './keys.ts';
import { MapKeyboard } from './map-keyboard.ts';
import { MapState } from './map-state.ts';
import { Marquee } from './marquee.ts';
import { pressInOverview } from './overview-keyboard.ts';
import { PictureFrames } from './picture-frames.ts';
import type { SceneLink, SceneNode } from './scene-graph.ts';
import { mapStyle } from './style.ts';
import { Viewport } from './viewport.ts';

/** The pointer has to rest on a node this long before the map answers: sweeping across does not flicker. */
const HOVER_MS = 45;
const DOUBLE_TAP_FACTOR = 2;
const FONTS = ["400 12px 'Inter Variable'", "600 12px 'Inter Variable'"];

/** Draws the map into the container, which is not static and has a size or gets one, and reports what the user does there. */
export function createGraphView(container: HTMLElement, events: GraphEvents): GraphView {
  return new MapView(container, events);
}

class MapView implements GraphView {
  private readonly container: HTMLElement;
  private readonly events: GraphEvents;
  private readonly cy: Core;
  private readonly sync: CytoscapeSync;
  private readonly port: Viewport;
  private readonly frames: PictureFrames;
  private readonly sizes: ResizeObserver;
  private readonly keyboard: MapKeyboard;
  private readonly marquee: Marquee;
  private readonly stopListening: () => void;
  private state: MapState | null = null;
  private isDestroyed = false;
  private readonly cameraListeners = new Set<() => void>();
  private hoverTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, events: GraphEvents) {
    this.container = container;
    this.events = events;
    this.cy = createCytoscape(container);
    this.sync = new CytoscapeSync(this.cy, () => this.state && markSelected(this.cy, this.state.selected));
    const mayMove = () => this.state?.scene.reducedMotion === false;
    this.frames = new PictureFrames(container, { state: () => this.state, camera: () => (this.port.hasSize() ? this.port.camera() : null), mayMove });
    this.port = new Viewport(this.cy, {
      wholeBox: () => this.state && boxOf(this.state.graph.nodes),
      mayMove,
      onMove: () => this.cameraMoved(),
      onResize: () => {
        this.frames.refresh('all');
        for (const listener of this.cameraListeners) listener();
      },
      onSettled: (place) => {
        this.changeStage();
        this.events.onViewport(place);
      },
    });
    this.marquee = this.makeMarquee();
    this.keyboard = this.makeKeyboard();
    this.stopListening = this.listen();
    this.sizes = new ResizeObserver(() => this.cy.resize());
    this.sizes.observe(container);
    void Promise.all(FONTS.map((font) => document.fonts.load(font))).then(() => !this.isDestroyed && this.frames.fontChanged());
    this.port.measure();
  }

  show(scene: GraphScene): void {
    const before = this.state;
    if (before?.scene === scene) return;
    this.showState(new MapState(scene, before, before?.conceptStage ?? 0), before);
  }

  /** Draws more concepts, or fewer, once the map rests at another stage of zoom. */
  private changeStage(): void {
    const { state } = this;
    if (!state || !this.port.hasSize() || state.scene.view === 'papers') return;
    const camera = this.port.camera();
    const stage = conceptStage(camera.zoom, state.grounds.fitZoom(camera));
    if (stage !== state.conceptStage) this.showState(new MapState(state.scene, state, stage), state);
  }

  private showState(state: MapState, before: MapState | null): void {
    const { scene } = state;
    this.state = state;
    this.container.dataset['tool'] = scene.tool;
    if (before?.scene.selection !== scene.selection) this.keyboard.follow(scene.selection, before?.scene.selection ?? null);
    state.focused = this.shownFocus(state);
    if (before?.scene.theme !== scene.theme || before.scene.map !== scene.map) this.cy.style(mapStyle(scene.theme, new Set(topicPlaces(scene.map).values())));
    if (before?.graph !== state.graph) {
      this.sync.show(state.graph);
      this.port.adapt();
    }
    this.leaveDustAlone();
    markSelected(this.cy, state.selected);
    this.frames.refresh(state.sameGround ? 'upper' : 'all');
  }

  fit(): void {
    this.port.fit();
  }

  zoomBy(factor: number): void {
    this.port.zoomBy(factor);
  }

  panBy(dx: number, dy: number): void {
    this.port.panBy(dx, dy);
  }

  travelTo(selection: Selection): void {
    const { state } = this;
    const chosen = state?.nodesOf(selection) ?? [];
    this.port.travel((camera, limits) => {
      const [only] = chosen;
      if (!state || !only) return null;
      const zooms = state.grounds.zooms(camera);
      if (chosen.length === 1) return travelCamera(camera, only, neighbourhood(state.graph, only).nodes, { least: Math.max(limits.least, zooms.nodes), most: Math.max(limits.most, zooms.nodes) });
      const box = boxOf(chosen);
      const fitted = box && fitCamera(box, camera.width, camera.height, limits.most);
      const isOpened = selection.kind !== 'topic' || !fitted || fitted.zoom >= zooms.subtopics;
      return isOpened ? fitted : zoomedCamera(fitted, zooms.subtopics, camera.width / 2, camera.height / 2);
    });
  }

  viewport(): { zoom: number; x: number; y: number } {
    return this.port.place();
  }

  setViewport(viewport: { zoom: number; x: number; y: number }): void {
    this.port.show(viewport);
  }

  window(): { x: number; y: number; width: number; height: number } {
    const { zoom, panX, panY, width, height } = this.port.camera();
    return { x: -panX / zoom, y: -panY / zoom, width: width / zoom, height: height / zoom };
  }

  onCamera(listener: () => void): () => void {
    this.cameraListeners.add(listener);
    return () => this.cameraListeners.delete(listener);
  }

  focus(): void {
    this.container.focus({ preventScroll: true });
  }

  destroy(): void {
    this.isDestroyed = true;
    this.stopListening();
    this.marquee.stop();
    this.sizes.disconnect();
    this.sync.stop();
    this.port.stop();
    this.frames.stop();
    clearTimeout(this.hoverTimer);
    this.cy.destroy();
  }

  private cameraMoved(): void {
    this.frames.cameraMoved();
    for (const listener of this.cameraListeners) listener();
    this.leaveDustAlone();
  }

  /** In the overview papers are not dragged: what one grabs there is the map. */
  private leaveDustAlone(): void {
    const isOverview = this.port.hasSize() && this.state?.isOverview(this.port.camera()) === true;
    if (this.cy.autoungrabify() !== isOverview) this.cy.autoungrabify(isOverview);
  }

  private listen(): () => void {
    return listenToInput(this.cy, this.container, {
      tap: (at, joins) => this.tap(at, joins),
      tapEdge: (source, target) => this.chooseEdge(source, target),
      doubleTap: (at) => this.doubleTap(at),
      menu: (at, inWindow) => this.openMenu(at, inWindow),
      point: (at) => this.point(at),
      wheel: (factor, x, y, stepwise) => this.port.glide(factor, x, y, stepwise),
      key: (key) => {
        const used = this.state !== null && (this.pressInOverview(key, this.state) || this.keyboard.press(key, this.state));
        this.showFocus();
        return used;
      },
      focusChanged: () => this.showFocus(),
      panned: () => this.port.touched(),
      dragged: (id, x, y) => this.dragged(id, x, y),
      dropped: (nodes) => this.dropped(nodes),
    });
  }

  private makeKeyboard(): MapKeyboard {
    const { port, events } = this;
    return new MapKeyboard({
      select: (selection) => events.onSelect(selection),
      selectMany: (papers, mode) => events.onSelectMany(papers, mode),
      focus: (id) => events.onFocus(id),
      menu: (node) => this.openMenuAtNode(node),
      zoomBy: (factor) => port.zoomBy(factor),
      panBy: (dx, dy) => port.panBy(dx, dy),
      fit: () => port.fit(),
      travelTo: (selection) => this.travelTo(selection),
      isWellInSight: (node, margin) => this.isWellInSight(node, margin),
      cancelDrag: () => this.marquee.cancel(),
    });
  }

  private pressInOverview(key: MapKey, state: MapState): boolean {
    if (!state.isOverview(this.port.camera())) return false;
    return pressInOverview(key, state, {
      select: (selection) => this.events.onSelect(selection),
      open: (selection) => this.travelTo(selection),
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
      tool: () => this.state?.scene.tool ?? 'hand',
      drawn: (outline) => within(outline).length,
      chosen: (outline, mode) => this.events.onSelectMany(within(outline).map(({ id }) => id), mode),
      clicked: ({ x, y }, joins) => this.state && this.tap(this.state.pointAt(this.port.camera(), x, y), joins),
    });
  }

  private tap(at: MapPoint, joins: boolean): void {
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
    if (topic) this.travelTo(topic);
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
    this.container.toggleAttribute('data-over', at !== null && state.selectionAt(camera, at) !== null);
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

  private dragged(id: string, x: number, y: number): void {
    this.state?.move(id, x, y);
    this.sync.dragged(id, x, y);
    this.frames.nodesMoved();
  }

  private dropped(nodes: { id: string; x: number; y: number }[]): void {
    this.state?.renewAreas();
    this.frames.refresh('all');
    this.events.onMove(nodes);
  }

  /** The node to show the keyboard's focus on: only while the map has it, and not from the pointer. */
  private shownFocus(state: MapState): SceneNode | null {
    const { container } = this;
    return container.ownerDocument.activeElement === container && !('pointer' in container.dataset) ? this.keyboard.node(state) : null;
  }

  private showFocus(): void {
    const { state } = this;
    const focused = state && this.shownFocus(state);
    if (!state || state.focused === focused) return;
    state.focused = focused;
    this.frames.schedule('upper');
    if (!focused) this.events.onFocus(null);
  }

  private isWellInSight({ x, y }: Point, margin: number): boolean {
    const camera = this.port.camera();
    return isInSight(camera, x * camera.zoom + camera.panX, y * camera.zoom + camera.panY, -margin);
  }
}
