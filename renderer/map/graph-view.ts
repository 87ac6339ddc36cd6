import type { Core } from 'cytoscape';
import type { Selection } from '../../shared/settings.ts';
import { paletteSize } from '../../shared/topic-map.ts';
import { boxOf, fitCamera, isInSight, travelCamera } from './camera.ts';
import { applyGraph, createCytoscape, markSelected } from './cytoscape-graph.ts';
import { neighbourhood } from './emphasis.ts';
import type { GraphEvents, GraphScene, GraphView } from './graph-view-types.ts';
import type { MapKey } from './keys.ts';
import { listenToInput, type MapPoint } from './map-input.ts';
import { MapState } from './map-state.ts';
import { PictureFrames } from './picture-frames.ts';
import type { SceneLink, SceneNode } from './scene-graph.ts';
import { mapStyle } from './style.ts';
import { Viewport } from './viewport.ts';
import { mostLinked, nodeTowards } from './walk.ts';

/** The pointer has to rest on a node this long before the map answers: sweeping across does not flicker. */
const HOVER_MS = 45;
const DOUBLE_TAP_FACTOR = 2;
/** A node closer to the edge than this many pixels is brought into sight when the keyboard goes to it. */
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
  private readonly port: Viewport;
  private readonly frames: PictureFrames;
  private readonly sizes: ResizeObserver;
  private readonly stopListening: () => void;
  private state: MapState | null = null;
  private isDestroyed = false;
  private hoverTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, events: GraphEvents) {
    this.container = container;
    this.events = events;
    this.cy = createCytoscape(container);
    const mayMove = () => this.state?.scene.reducedMotion === false;
    this.frames = new PictureFrames(container, { state: () => this.state, camera: () => (this.port.hasSize() ? this.port.camera() : null), mayMove });
    this.port = new Viewport(this.cy, {
      wholeBox: () => this.state && boxOf(this.state.graph.nodes),
      mayMove,
      onMove: () => this.frames.cameraMoved(),
      onResize: () => this.frames.refresh('all'),
      onSettled: (place) => this.events.onViewport(place),
    });
    this.stopListening = this.listen();
    this.sizes = new ResizeObserver(() => this.cy.resize());
    this.sizes.observe(container);
    void Promise.all(FONTS.map((font) => document.fonts.load(font))).then(() => !this.isDestroyed && this.frames.fontChanged());
    this.port.measure();
  }

  show(scene: GraphScene): void {
    const before = this.state;
    if (before?.scene === scene) return;
    const state = new MapState(scene, before);
    this.state = state;
    if (before?.scene.theme !== scene.theme || paletteSize(before.scene.map) !== paletteSize(scene.map)) this.cy.style(mapStyle(scene.theme, paletteSize(scene.map)));
    if (before?.graph !== state.graph) {
      applyGraph(this.cy, before?.graph ?? null, state.graph);
      this.port.adapt();
    }
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
      if (state && only && chosen.length === 1) return travelCamera(camera, only, neighbourhood(state.graph, only).nodes, limits);
      const box = boxOf(chosen);
      return box && fitCamera(box, camera.width, camera.height, limits.most);
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

  focus(): void {
    this.container.focus({ preventScroll: true });
  }

  destroy(): void {
    this.isDestroyed = true;
    this.stopListening();
    this.sizes.disconnect();
    this.port.stop();
    this.frames.stop();
    clearTimeout(this.hoverTimer);
    this.cy.destroy();
  }

  private listen(): () => void {
    return listenToInput(this.cy, this.container, {
      tap: (at) => this.events.onSelect(this.state?.selectionAt(this.port.camera(), at) ?? null),
      tapEdge: (source, target) => this.chooseEdge(source, target),
      doubleTap: ({ x, y }) => this.port.zoomBy(DOUBLE_TAP_FACTOR, x, y),
      point: (at) => this.point(at),
      wheel: (factor, x, y, stepwise) => this.port.glide(factor, x, y, stepwise),
      key: (key) => this.press(key),
      panned: () => this.port.touched(),
      dragged: (id, x, y) => this.dragged(id, x, y),
      dropped: (nodes) => this.dropped(nodes),
    });
  }

  private chooseEdge(source: string, target: string): void {
    const link = this.state?.graph.linksOf.get(source)?.find((candidate) => candidate.source.id === source && candidate.target.id === target);
    if (this.state && link) this.events.onSelect(this.state.selectionOf(link));
  }

  private point(at: MapPoint | null): void {
    const { state } = this;
    if (!state) return;
    clearTimeout(this.hoverTimer);
    const node = at?.node ?? null;
    if (node !== state.hovered) this.hoverTimer = setTimeout(() => this.hover(node), HOVER_MS);
    const camera = this.port.camera();
    this.container.style.cursor = at && state.selectionAt(camera, at) ? 'pointer' : '';
    const link: SceneLink | null = at ? state.linkUnder(camera, at) : null;
    if (link === state.hoveredLink) return;
    state.hoveredLink = link;
    this.frames.schedule('upper');
  }

  private hover(id: string | null): void {
    if (!this.state?.hover(id)) return;
    this.frames.refresh('upper');
    this.events.onHover(id);
  }

  private dragged(id: string, x: number, y: number): void {
    this.state?.move(id, x, y);
    this.frames.nodesMoved();
  }

  private dropped(nodes: { id: string; x: number; y: number }[]): void {
    this.state?.renewAreas();
    this.frames.refresh('all');
    this.events.onMove(nodes);
  }

  /** Does what a key means; gives whether it was used. */
  private press(key: MapKey): boolean {
    const { state } = this;
    if (!state) return false;
    switch (key.kind) {
      case 'zoom':
        this.port.zoomBy(key.factor);
        return true;
      case 'fit':
        this.port.fit();
        return true;
      case 'pan':
        this.port.panBy(key.dx, key.dy);
        return true;
      case 'clear':
        if (!state.scene.selection) return false;
        this.events.onSelect(null);
        return true;
      case 'home':
        return this.choose(mostLinked(state.graph.nodes));
      case 'choose':
        return this.choose(state.keyboardNode() ?? this.startingNode(state));
      case 'walk': {
        const from = state.keyboardNode();
        this.choose(from ? nodeTowards(state.graph, from, key.direction) : this.startingNode(state));
        return true;
      }
      default:
        return false;
    }
  }

  /** Where the keyboard begins: the most linked node in sight. */
  private startingNode(state: MapState): SceneNode | null {
    return mostLinked(state.graph.nodes.filter((node) => this.isWellInSight(node, 0))) ?? mostLinked(state.graph.nodes);
  }

  private choose(node: SceneNode | null): boolean {
    if (!node) return false;
    const selection = { kind: node.kind, id: node.id };
    this.events.onSelect(selection);
    if (!this.isWellInSight(node, SIGHT_MARGIN)) this.travelTo(selection);
    return true;
  }

  private isWellInSight({ x, y }: SceneNode, margin: number): boolean {
    const camera = this.port.camera();
    return isInSight(camera, x * camera.zoom + camera.panX, y * camera.zoom + camera.panY, -margin);
  }
}
