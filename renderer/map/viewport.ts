import type { Core } from 'cytoscape';
import { centredCamera, zoomedCamera, type Camera } from '../../shared/picture/camera.ts';
import { Motion } from './motion.ts';

/** A place on the map: zoom, and the map point in the middle of the canvas. */
export interface Place {
  zoom: number;
  x: number;
  y: number;
}

/** What a viewport needs to know, and tells. */
export interface ViewportContext {
  /** The camera that shows all on a canvas of so many pixels; null for nothing. */
  whole(width: number, height: number): Camera | null;
  /** Whether motion is wanted. */
  mayMove(): boolean;
  /** The camera has moved. */
  onMove(): void;
  /** The canvas has got another size. */
  onResize(): void;
  /** The user's moves have come to an end. */
  onSettled(place: Place): void;
}

const TRAVEL_MS = 340;
const ZOOM_MS = 180;
const SETTLED_MS = 200;
const LEAST_ZOOM_OF_FIT = 0.4;
const MOST_ZOOM = 7;
/** Travelling does not zoom in further than this, unless the fitted map does. */
const TRAVEL_ZOOM = 2.4;
/** Travelling to a node shows a part of the map, not all of it. */
const CLOSER_THAN_FIT = 1.25;

/** Where the map stands on its canvas. A map that nobody has moved stays fitted, whatever the size; a moved one keeps its middle. */
export class Viewport {
  private readonly cy: Core;
  private readonly context: ViewportContext;
  private readonly motion: Motion;
  private size = { width: 0, height: 0 };
  private isFitted = true;
  private userHasMoved = false;
  /** Shown as soon as the canvas has a size. */
  private waiting: Place | null = null;
  private settledTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(cy: Core, context: ViewportContext) {
    this.cy = cy;
    this.context = context;
    this.motion = new Motion({ camera: () => this.camera(), apply: (camera) => this.apply(camera) });
    cy.on('viewport', () => {
      if (this.userHasMoved && !this.isFitted) this.settleLater();
      context.onMove();
    });
    cy.on('resize', () => this.measure());
  }

  /** Takes the size of the canvas. */
  measure(): void {
    const before = this.size;
    this.size = { width: this.cy.width(), height: this.cy.height() };
    if (this.size.width === 0 || (this.size.width === before.width && this.size.height === before.height)) return;
    this.adapt();
    if (this.waiting) this.show(this.waiting);
    else if (!this.isFitted && before.width > 0) this.cy.panBy({ x: (this.size.width - before.width) / 2, y: (this.size.height - before.height) / 2 });
    this.waiting = null;
    this.context.onResize();
  }

  /** Adapts the limits of zoom, and a fitted map's place, to what is shown now. */
  adapt(): void {
    const whole = this.wholeMap();
    if (!whole) return;
    this.cy.minZoom(Math.min(whole.zoom, 1) * LEAST_ZOOM_OF_FIT);
    this.cy.maxZoom(Math.max(MOST_ZOOM, whole.zoom));
    if (this.isFitted) this.motion.travel(whole, 0);
  }

  hasSize(): boolean {
    return this.size.width > 0;
  }

  camera(): Camera {
    const { x, y } = this.cy.pan();
    return { zoom: this.cy.zoom(), panX: x, panY: y, ...this.size };
  }

  place(): Place {
    const { zoom, panX, panY, width, height } = this.camera();
    return { zoom, x: (width / 2 - panX) / zoom, y: (height / 2 - panY) / zoom };
  }

  /** Shows a place at once. */
  show(place: Place): void {
    this.isFitted = false;
    this.motion.stop();
    if (this.hasSize()) this.apply(centredCamera(place.x, place.y, place.zoom, this.size.width, this.size.height));
    else this.waiting = place;
  }

  /** Shows the whole map, and keeps to it until the user moves it. */
  fit(): void {
    const wasFitted = this.isFitted;
    this.isFitted = true;
    this.waiting = null;
    const whole = this.wholeMap();
    if (whole) this.motion.travel(whole, wasFitted ? 0 : this.duration(TRAVEL_MS));
    if (!wasFitted) this.settleLater();
  }

  /** Goes to where `target` says for the camera as it is and the limits of zoom for travelling. */
  travel(target: (camera: Camera, limits: { least: number; most: number }) => Camera | null): void {
    const whole = this.wholeMap();
    const camera = whole && target(this.camera(), { least: Math.min(TRAVEL_ZOOM, whole.zoom * CLOSER_THAN_FIT), most: Math.max(TRAVEL_ZOOM, whole.zoom) });
    if (!camera) return;
    this.touched();
    this.motion.travel(camera, this.duration(TRAVEL_MS));
  }

  /** Zooms about a point of the canvas, by default its middle. */
  zoomBy(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    this.touched();
    const { least, most } = this.zoomLimits();
    const zoom = Math.min(most, Math.max(least, this.cy.zoom() * factor));
    this.motion.travel(zoomedCamera(this.camera(), zoom, x, y), this.duration(ZOOM_MS));
  }

  /** Zooms as a wheel turns. `stepwise` smooths large steps. */
  glide(factor: number, x: number, y: number, stepwise: boolean): void {
    this.touched();
    this.motion.glide(factor, x, y, this.zoomLimits(), stepwise && this.context.mayMove());
  }

  panBy(x: number, y: number): void {
    this.motion.stop();
    this.touched();
    this.cy.panBy({ x, y });
  }

  /** The user has moved the map: it is no longer fitted. */
  touched(): void {
    this.isFitted = false;
    this.userHasMoved = true;
    this.waiting = null;
    this.settleLater();
  }

  stop(): void {
    this.motion.stop();
    clearTimeout(this.settledTimer);
  }

  private zoomLimits(): { least: number; most: number } {
    return { least: this.cy.minZoom(), most: this.cy.maxZoom() };
  }

  private duration(ms: number): number {
    return this.context.mayMove() ? ms : 0;
  }

  private wholeMap(): Camera | null {
    return this.hasSize() ? this.context.whole(this.size.width, this.size.height) : null;
  }

  private apply(camera: Camera): void {
    const { least, most } = this.zoomLimits();
    const zoom = Math.min(most, Math.max(least, camera.zoom));
    const { panX, panY } = zoom === camera.zoom ? camera : zoomedCamera(camera, zoom, this.size.width / 2, this.size.height / 2);
    this.cy.viewport({ zoom, pan: { x: panX, y: panY } });
  }

  private settleLater(): void {
    clearTimeout(this.settledTimer);
    this.settledTimer = setTimeout(() => {
      if (this.motion.isMoving()) this.settleLater();
      else this.context.onSettled(this.place());
    }, SETTLED_MS);
  }
}
