import type { Core } from 'cytoscape';
import { conceptStage } from '../../shared/concept-budget.ts';
import { boxOf, fitCamera, travelCamera, zoomedCamera } from '../../shared/picture/camera.ts';
import { neighbourhood } from '../../shared/picture/emphasis.ts';
import type { Selection } from '../../shared/settings.ts';
import { createCytoscape, markSelected, MOST_MARKED } from './cytoscape-graph.ts';
import { CytoscapeSync } from './cytoscape-sync.ts';
import { fitBeside } from './fit-beside.ts';
import type { GraphEvents, GraphScene, GraphView, MapCovers } from './graph-view-types.ts';
import { MapHands } from './map-hands.ts';
import { MapState } from './map-state.ts';
import { PictureFrames } from './picture-frames.ts';
import { mapStyle } from './style.ts';
import { Viewport } from './viewport.ts';

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
  private readonly hands: MapHands;
  private state: MapState | null = null;
  private covers: MapCovers = { lasting: [], passing: [] };
  private allCovers: MapCovers['lasting'] = [];
  private isDestroyed = false;
  private ahead = 0;
  private readonly cameraListeners = new Set<() => void>();

  constructor(container: HTMLElement, events: GraphEvents) {
    this.container = container;
    this.events = events;
    this.cy = createCytoscape(container);
    this.sync = new CytoscapeSync(this.cy, () => this.markSelected());
    const mayMove = () => this.state?.scene.reducedMotion === false;
    this.frames = new PictureFrames(container, { state: () => this.state, camera: () => (this.port.hasSize() ? this.port.camera() : null), covers: () => this.allCovers, mayMove });
    this.port = new Viewport(this.cy, {
      whole: (width, height) => {
        const box = this.state?.grounds.box;
        return this.state && box ? fitBeside(box, width, height, this.covers.lasting, this.state.graph.nodes) : null;
      },
      mayMove,
      onMove: () => this.cameraMoved(),
      onResize: () => {
        this.frames.renew('all');
        for (const listener of this.cameraListeners) listener();
      },
      onSettled: (place) => {
        this.changeStage();
        this.events.onViewport(place);
      },
    });
    this.hands = new MapHands({ container, cy: this.cy, sync: this.sync, events, port: this.port, frames: this.frames, state: () => this.state, travelTo: (selection) => this.travelTo(selection) });
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
    this.container.toggleAttribute('data-picking', scene.picking !== null);
    this.hands.follow(state, before);
    if (before?.scene.theme !== scene.theme) this.cy.style(mapStyle(scene.theme));
    if (before?.graph !== state.graph) {
      this.sync.show(state.graph);
      this.port.adapt();
    }
    this.leaveDustAlone();
    this.markSelected();
    if (before?.graph !== state.graph) this.workAhead();
    if (before && before.graph !== state.graph) this.frames.renew('all');
    else this.frames.refresh(state.sameGround ? 'upper' : 'all');
  }

  /** Works out, when nobody wants anything, the grounds that zooming in is going to show. */
  private workAhead(): void {
    cancelIdleCallback(this.ahead);
    this.ahead = requestIdleCallback(() => void this.state?.grounds.subtopics);
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

  setCovers(covers: MapCovers): void {
    const sameLasting = areAlike(covers.lasting, this.covers.lasting);
    if (sameLasting && areAlike(covers.passing, this.covers.passing)) return;
    this.covers = covers;
    this.allCovers = [...covers.lasting, ...covers.passing];
    if (!sameLasting) this.port.adapt();
    this.frames.renew('upper');
  }

  focus(): void {
    this.container.focus({ preventScroll: true });
  }

  destroy(): void {
    this.isDestroyed = true;
    cancelIdleCallback(this.ahead);
    this.hands.stop();
    this.sizes.disconnect();
    this.sync.stop();
    this.port.stop();
    this.frames.stop();
    this.cy.destroy();
  }

  private markSelected(): void {
    const selected = this.state?.selected ?? new Set();
    markSelected(this.cy, selected.size > MOST_MARKED ? [] : selected);
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
}

function areAlike(some: MapCovers['lasting'], others: MapCovers['lasting']): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
