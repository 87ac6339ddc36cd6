import type { Core } from 'cytoscape';
import type { Selection } from '../../shared/settings.ts';
import { boxOf, centredCamera, fitCamera, isInSight, travelCamera, zoomedCamera, type Camera } from './camera.ts';
import { applyGraph, createCytoscape, markSelected } from './cytoscape-graph.ts';
import { neighbourhood, selectedNodes } from './emphasis.ts';
import type { GraphEvents, GraphScene, GraphView } from './graph-view-types.ts';
import type { MapKey } from './keys.ts';
import { listenToInput, type MapPoint } from './map-input.ts';
import { MapPicture, type PictureChange, type PictureState } from './map-picture.ts';
import { MapState } from './map-state.ts';
import { Motion } from './motion.ts';
import { labelAt } from './paint-labels.ts';
import type { SceneNode } from './scene-graph.ts';
import { mapStyle } from './style.ts';
import { mostLinked, nodeTowards } from './walk.ts';

const TRAVEL_MS = 340;
const ZOOM_MS = 180;
/** Labels are placed anew this long after the viewport has begun to move, and again while it moves. */
const REPLAN_MS = 90;
/** The map is at rest this long after the viewport's last move. */
const REST_MS = 110;
const REPORT_MS = 200;
const CHANGES: readonly PictureChange[] = ['camera', 'upper', 'all'];
/** The pointer has to rest on a node this long before the map answers: sweeping across does not flicker. */
const HOVER_MS = 45;
const LIFT_MS = 120;
const LINK_TOLERANCE = 5;
const DOUBLE_TAP_FACTOR = 2;
const LEAST_ZOOM_OF_FIT = 0.4;
const MOST_ZOOM = 7;
/** Travelling to a node or topic does not zoom in further than this. */
const TRAVEL_ZOOM = 2.4;
/** A node closer to the edge than this is brought into sight when the keyboard goes to it. */
const SIGHT_MARGIN = 60;
const FONTS = ["400 12px 'Inter Variable'", "600 12px 'Inter Variable'"];

/** Draws the map into the container, which is not static and has a size or gets one, and reports what the user does there. */
export function createGraphView(container: HTMLElement, events: GraphEvents): GraphView {
  return new MapView(container, events);
}

class MapView implements GraphView {
  private readonly container: HTMLElement;
  private readonly events: GraphEvents;
  private readonly cy: Core;
  private readonly picture: MapPicture;
  private readonly motion: Motion;
  private readonly ending = new AbortController();
  private readonly sizes: ResizeObserver;
  private state: MapState | null = null;
  /** What dims away after its cause has gone. */
  private lifted: MapState['emphasis'] = null;
  private lift = 0;
  private size = { width: 0, height: 0 };
  /** Whether the whole map is shown because nobody has moved it. */
  private fitted = true;
  private userHasMoved = false;
  /** A viewport to show as soon as the container has a size. */
  private waiting: { viewport: Parameters<GraphView['setViewport']>[0] } | null = null;
  private frame = 0;
  private change: PictureChange = 'camera';
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private lastFrameAt = 0;
  private replanTimer: ReturnType<typeof setTimeout> | undefined;
  private reportTimer: ReturnType<typeof setTimeout> | undefined;
  private hoverTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, events: GraphEvents) {
    this.container = container;
    this.events = events;
    this.cy = createCytoscape(container);
    this.picture = new MapPicture(container);
    this.motion = new Motion({ camera: () => this.camera(), apply: (camera) => this.apply(camera) });
    this.cy.on('viewport', () => this.cameraMoved());
    this.cy.on('resize', () => this.resized());
    this.sizes = new ResizeObserver(() => this.cy.resize());
    this.sizes.observe(container);
    this.ending.signal.addEventListener('abort', listenToInput(this.cy, container, {
      tap: (at) => this.tap(at),
      tapEdge: (source, target) => this.events.onSelect({ kind: 'link', source, target }),
      doubleTap: ({ x, y }) => this.zoomAt(DOUBLE_TAP_FACTOR, x, y),
      point: (at) => this.point(at),
      wheel: (factor, x, y, stepwise) => this.glide(factor, x, y, stepwise),
      key: (key) => this.press(key),
      panned: () => this.touched(),
      dragged: (id, x, y) => this.dragged(id, x, y),
      dropped: (nodes) => this.dropped(nodes),
    }));
    void Promise.all(FONTS.map((font) => document.fonts.load(font))).then(() => !this.ending.signal.aborted && this.fontArrived());
    this.resized();
  }

  show(scene: GraphScene): void {
    const before = this.state;
    if (before?.scene === scene) return;
    const state = new MapState(scene, before);
    this.state = state;
    if (before?.scene.theme !== scene.theme || before.scene.map.topics.length !== scene.map.topics.length) this.cy.style(mapStyle(scene.theme, scene.map.topics.length));
    if (before?.graph !== state.graph) {
      applyGraph(this.cy, before?.graph ?? null, state.graph);
      this.limitZoom();
      if (this.fitted) this.fitNow();
    }
    markSelected(this.cy, state.selected);
    this.refresh();
  }

  fit(): void {
    const wasFitted = this.fitted;
    this.fitted = true;
    this.waiting = null;
    const camera = this.wholeMap();
    if (!camera) return;
    this.motion.travel(camera, wasFitted ? 0 : this.duration(TRAVEL_MS));
    if (!wasFitted) this.report();
  }

  zoomBy(factor: number): void {
    this.zoomAt(factor, this.size.width / 2, this.size.height / 2);
  }

  panBy(dx: number, dy: number): void {
    this.motion.stop();
    this.touched();
    this.cy.panBy({ x: dx, y: dy });
  }

  travelTo(selection: Selection): void {
    const camera = this.cameraFor(selection);
    if (!camera) return;
    this.touched();
    this.motion.travel(camera, this.duration(TRAVEL_MS));
  }

  viewport(): { zoom: number; x: number; y: number } {
    const { zoom, panX, panY, width, height } = this.camera();
    return { zoom, x: (width / 2 - panX) / zoom, y: (height / 2 - panY) / zoom };
  }

  setViewport(viewport: { zoom: number; x: number; y: number }): void {
    this.fitted = false;
    this.motion.stop();
    if (this.size.width === 0) {
      this.waiting = { viewport };
      return;
    }
    this.apply(centredCamera(viewport.x, viewport.y, viewport.zoom, this.size.width, this.size.height));
  }

  window(): { x: number; y: number; width: number; height: number } {
    const { zoom, panX, panY, width, height } = this.camera();
    return { x: -panX / zoom, y: -panY / zoom, width: width / zoom, height: height / zoom };
  }

  focus(): void {
    this.container.focus({ preventScroll: true });
  }

  destroy(): void {
    this.ending.abort();
    this.motion.stop();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    for (const timer of [this.replanTimer, this.reportTimer, this.hoverTimer, this.restTimer]) clearTimeout(timer);
    this.picture.remove();
    this.cy.destroy();
  }

  private camera(): Camera {
    const { x, y } = this.cy.pan();
    return { zoom: this.cy.zoom(), panX: x, panY: y, ...this.size };
  }

  private apply(camera: Camera): void {
    const zoom = Math.min(this.cy.maxZoom(), Math.max(this.cy.minZoom(), camera.zoom));
    const { panX, panY } = zoom === camera.zoom ? camera : zoomedCamera(camera, zoom, this.size.width / 2, this.size.height / 2);
    this.cy.viewport({ zoom, pan: { x: panX, y: panY } });
  }

  private duration(ms: number): number {
    return this.state?.scene.reducedMotion === false ? ms : 0;
  }

  private wholeMap(): Camera | null {
    const box = this.state && boxOf(this.state.graph.nodes);
    return box && this.size.width > 0 ? fitCamera(box, this.size.width, this.size.height) : null;
  }

  private fitNow(): void {
    const camera = this.wholeMap();
    if (camera) this.motion.travel(camera, 0);
  }

  private limitZoom(): void {
    const whole = this.wholeMap();
    if (!whole) return;
    this.cy.minZoom(Math.min(whole.zoom, 1) * LEAST_ZOOM_OF_FIT);
    this.cy.maxZoom(Math.max(MOST_ZOOM, whole.zoom));
  }

  /** Where travelling to a selection ends; null for what is not on this view. */
  private cameraFor(selection: Selection): Camera | null {
    const { state, size } = this;
    if (!state || size.width === 0) return null;
    const whole = this.wholeMap()?.zoom ?? 1;
    const limits = { least: Math.min(TRAVEL_ZOOM, whole * 1.25), most: Math.max(TRAVEL_ZOOM, whole) };
    const chosen = selection.kind === 'topic' ? (state.graph.members[state.scene.map.topics.findIndex(({ id }) => id === selection.id)] ?? []) : selectedNodes(state.graph, selection);
    const [only] = chosen;
    if (chosen.length === 1 && only) return travelCamera(this.camera(), only, neighbourhood(state.graph, only).nodes, limits);
    const box = boxOf(chosen);
    return box && fitCamera(box, size.width, size.height, limits.most);
  }

  private zoomAt(factor: number, x: number, y: number): void {
    this.touched();
    const zoom = Math.min(this.cy.maxZoom(), Math.max(this.cy.minZoom(), this.cy.zoom() * factor));
    this.motion.travel(zoomedCamera(this.camera(), zoom, x, y), this.duration(ZOOM_MS));
  }

  private glide(factor: number, x: number, y: number, stepwise: boolean): void {
    this.touched();
    this.motion.glide(factor, x, y, { least: this.cy.minZoom(), most: this.cy.maxZoom() }, stepwise && this.duration(1) > 0);
  }

  private touched(): void {
    this.fitted = false;
    this.userHasMoved = true;
    this.waiting = null;
    this.report();
  }

  private report(): void {
    clearTimeout(this.reportTimer);
    this.reportTimer = setTimeout(() => {
      if (this.motion.isMoving()) this.report();
      else this.events.onViewport(this.viewport());
    }, REPORT_MS);
  }

  private resized(): void {
    const before = this.size;
    this.size = { width: this.cy.width(), height: this.cy.height() };
    if (this.size.width === 0 || (this.size.width === before.width && this.size.height === before.height)) return;
    this.limitZoom();
    if (this.waiting) this.setViewport(this.waiting.viewport);
    else if (this.fitted) this.fitNow();
    else if (before.width > 0) this.cy.panBy({ x: (this.size.width - before.width) / 2, y: (this.size.height - before.height) / 2 });
    this.waiting = null;
    this.refresh();
  }

  private cameraMoved(): void {
    this.schedule('camera');
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => {
      this.restTimer = undefined;
      this.schedule('upper');
    }, REST_MS);
    if (this.userHasMoved && !this.fitted) this.report();
    this.replanSoon();
  }

  private replanSoon(): void {
    this.replanTimer ??= setTimeout(() => {
      this.replanTimer = undefined;
      this.state?.plan(this.camera());
      this.schedule('upper');
    }, REPLAN_MS);
  }

  /** Labels at once, and a new picture with the next frame. */
  private refresh(): void {
    if (this.size.width > 0) this.state?.plan(this.camera());
    this.schedule('all');
  }

  private fontArrived(): void {
    this.picture.fontChanged();
    this.schedule('upper');
  }

  private schedule(change: PictureChange): void {
    if (CHANGES.indexOf(change) > CHANGES.indexOf(this.change)) this.change = change;
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      this.fade(now);
      const state = this.pictureState();
      if (state && this.size.width > 0) this.picture.show(state, this.change, this.restTimer === undefined);
      this.change = 'camera';
      if (this.lift !== (this.state?.emphasis ? 1 : 0)) this.schedule('upper');
    });
  }

  /** Brings the lift of what stands out a step nearer to where it belongs. */
  private fade(now: number): void {
    const wanted = this.state?.emphasis ?? null;
    if (wanted) this.lifted = wanted;
    const goal = wanted ? 1 : 0;
    const step = this.duration(LIFT_MS) === 0 ? 1 : Math.min(1, Math.min(34, now - this.lastFrameAt) / LIFT_MS);
    this.lastFrameAt = now;
    this.lift = goal > this.lift ? Math.min(goal, this.lift + step) : Math.max(goal, this.lift - step);
    if (this.lift === 0) this.lifted = null;
  }

  private pictureState(): PictureState | null {
    const { state } = this;
    if (!state) return null;
    const camera = this.camera();
    const { graph, areas, scene, selected, hoveredLink, labels } = state;
    return { camera, graph, areas, links: state.restingLinks(camera), theme: scene.theme, emphasis: this.lifted, lift: this.lift, selected, hoveredLink, labels };
  }

  private tap({ x, y, node }: MapPoint): void {
    const { state } = this;
    if (!state) return;
    const camera = this.camera();
    const label = node === null ? labelAt(state.labels, camera, x, y) : undefined;
    if (label?.role === 'topic') {
      this.events.onSelect({ kind: 'topic', id: label.id });
      return;
    }
    const chosen = state.graph.byId.get(node ?? label?.id ?? '');
    const link = chosen ? null : state.linkNear(camera, x, y, LINK_TOLERANCE);
    if (chosen) this.events.onSelect({ kind: chosen.kind, id: chosen.id });
    else if (link) this.chooseLink(link);
    else this.events.onSelect(null);
  }

  /** A line between two papers says why they are related; other lines lead to their concept. */
  private chooseLink({ source, target, kind }: { source: SceneNode; target: SceneNode; kind: string }): void {
    if (kind === 'paper') this.events.onSelect({ kind: 'link', source: source.id, target: target.id });
    else this.events.onSelect({ kind: target.kind, id: target.id });
  }

  private point(at: MapPoint | null): void {
    const { state } = this;
    if (!state) return;
    clearTimeout(this.hoverTimer);
    const node = at?.node ?? null;
    if (node !== state.hovered) this.hoverTimer = setTimeout(() => this.hover(node), HOVER_MS);
    const camera = this.camera();
    const label = at && node === null ? labelAt(state.labels, camera, at.x, at.y) : undefined;
    const link = at && node === null && !label ? state.linkNear(camera, at.x, at.y, LINK_TOLERANCE) : null;
    this.container.style.cursor = node !== null || label || link ? 'pointer' : '';
    if (link === state.hoveredLink) return;
    state.hoveredLink = link;
    this.schedule('upper');
  }

  private hover(id: string | null): void {
    if (!this.state?.hover(id)) return;
    this.state.plan(this.camera());
    this.schedule('upper');
    this.events.onHover(id);
  }

  private dragged(id: string, x: number, y: number): void {
    this.state?.move(id, x, y);
    this.schedule('all');
    this.replanSoon();
  }

  private dropped(nodes: { id: string; x: number; y: number }[]): void {
    if (!this.state) return;
    this.state.renewAreas();
    this.refresh();
    this.events.onMove(nodes);
  }

  private press(key: MapKey): boolean {
    const { state } = this;
    if (!state) return false;
    switch (key.kind) {
      case 'zoom':
        this.zoomBy(key.factor);
        return true;
      case 'fit':
        this.fit();
        return true;
      case 'pan':
        this.panBy(key.dx, key.dy);
        return true;
      case 'clear':
        if (!state.scene.selection) return false;
        this.events.onSelect(null);
        return true;
      case 'home':
        return this.chooseNode(mostLinked(state.graph.nodes));
      case 'choose':
        return this.chooseNode(this.currentNode() ?? this.startingNode());
      case 'walk': {
        const from = this.currentNode();
        this.chooseNode(from ? nodeTowards(state.graph, from, key.direction) : this.startingNode());
        return true;
      }
      default:
        return false;
    }
  }

  /** Where the keyboard stands: the selected node, the first end of a link, the most linked paper of a topic. */
  private currentNode(): SceneNode | null {
    const { state } = this;
    const selection = state?.scene.selection;
    if (!state || !selection) return null;
    if (selection.kind === 'topic') return mostLinked(state.graph.members[state.scene.map.topics.findIndex(({ id }) => id === selection.id)] ?? []);
    return [...state.selected][0] ?? null;
  }

  private startingNode(): SceneNode | null {
    const { state } = this;
    const camera = this.camera();
    const inSight = state?.graph.nodes.filter(({ x, y }) => isInSight(camera, x * camera.zoom + camera.panX, y * camera.zoom + camera.panY, 0)) ?? [];
    return mostLinked(inSight) ?? mostLinked(state?.graph.nodes ?? []);
  }

  private chooseNode(node: SceneNode | null): boolean {
    if (!node) return false;
    this.events.onSelect({ kind: node.kind, id: node.id });
    const camera = this.camera();
    const x = node.x * camera.zoom + camera.panX;
    const y = node.y * camera.zoom + camera.panY;
    if (!isInSight(camera, x, y, -SIGHT_MARGIN)) this.travelTo({ kind: node.kind, id: node.id });
    return true;
  }
}
