import type { Camera } from '../../shared/picture/camera.ts';
import type { Cover } from './fit-beside.ts';
import { isLight, MapPicture, type PictureChange } from './map-picture.ts';
import type { MapState } from './map-state.ts';

const LIFT_MS = 120;
/** Labels are placed anew this long after the map has begun to move, and again while it moves. */
const REPLAN_MS = 90;
/** Placing labels while the map moves takes at most one part in so many of the time, however slow the machine. */
const PLAN_SHARE = 8;
/** The map is at rest this long after its last move. */
const REST_MS = 110;
const LONGEST_FRAME_MS = 34;
const CHANGES: readonly PictureChange[] = ['camera', 'upper', 'all'];

/** What the frames show. */
export interface FrameSource {
  state(): MapState | null;
  /** Null while the canvas has no size. */
  camera(): Camera | null;
  /** What lies over the canvas. */
  covers(): readonly Cover[];
  mayMove(): boolean;
}

/** Paints the map's picture at most once a frame, places labels again as it moves, and fades what is lifted out in and out. */
export class PictureFrames {
  private readonly picture: MapPicture;
  private readonly source: FrameSource;
  private frame = 0;
  private change: PictureChange = 'camera';
  private lastFrameAt = 0;
  private planMs = 0;
  private isPlanned = true;
  private lift = 0;
  /** What is lifted out, or dims away after its cause has gone. */
  private lifted: MapState['emphasis'] = null;
  private planTimer: ReturnType<typeof setTimeout> | undefined;
  private replanTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is painted anew once labels are placed. */
  private replanned: PictureChange = 'upper';
  private restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, source: FrameSource) {
    this.picture = new MapPicture(container);
    this.source = source;
  }

  /** Something has changed: places labels at once and paints with the next frame. */
  refresh(change: PictureChange): void {
    this.plan();
    this.schedule(change);
  }

  /** Much has changed: what changed it, placing labels and painting are three tasks. */
  renew(change: PictureChange): void {
    this.isPlanned = false;
    this.note(change);
    this.planTimer ??= setTimeout(() => {
      this.planTimer = undefined;
      if (!this.isPlanned) this.plan();
      this.schedule('camera');
    });
  }

  /** Paints with the next frame, labels where they are. */
  schedule(change: PictureChange): void {
    this.note(change);
    if (this.frame === 0) this.frame = requestAnimationFrame((now) => this.paint(now));
  }

  /** The camera has moved. */
  cameraMoved(): void {
    this.schedule('camera');
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.comeToRest(), REST_MS);
    this.replanSoon('upper');
  }

  /** Nodes are being dragged: a small map shows it at once, of a large one what is lifted out does, and the rest now and then. */
  nodesMoved(): void {
    const state = this.source.state();
    this.schedule(state && isLight(state.graph.nodes, state.graph.strongLinks) ? 'all' : 'upper');
    this.replanSoon('all');
  }

  /** The font of labels has come. */
  fontChanged(): void {
    this.picture.fontChanged();
    this.schedule('upper');
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.planTimer);
    clearTimeout(this.replanTimer);
    clearTimeout(this.restTimer);
    this.picture.remove();
  }

  private note(change: PictureChange): void {
    if (CHANGES.indexOf(change) > CHANGES.indexOf(this.change)) this.change = change;
  }

  private plan(): void {
    const camera = this.source.camera();
    const startedAt = performance.now();
    if (camera) this.source.state()?.plan(camera, this.source.covers());
    this.isPlanned = true;
    this.planMs = performance.now() - startedAt;
  }

  /** What stands still is painted with all care, and need not wait long for its labels. */
  private comeToRest(): void {
    this.restTimer = undefined;
    this.schedule('upper');
    if (this.replanTimer === undefined) return;
    clearTimeout(this.replanTimer);
    this.replanAfter(REPLAN_MS);
  }

  private replanSoon(change: PictureChange): void {
    if (CHANGES.indexOf(change) > CHANGES.indexOf(this.replanned)) this.replanned = change;
    if (this.replanTimer === undefined) this.replanAfter(Math.max(REPLAN_MS, PLAN_SHARE * this.planMs));
  }

  private replanAfter(delayMs: number): void {
    this.replanTimer = setTimeout(() => {
      this.replanTimer = undefined;
      this.refresh(this.replanned);
      this.replanned = 'upper';
    }, delayMs);
  }

  private paint(now: number): void {
    this.frame = 0;
    const state = this.source.state();
    const camera = this.source.camera();
    if (!state || !camera) return;
    if (!this.isPlanned) this.plan();
    this.fade(state, now);
    const { graph, grounds, scene, selected, hoveredLink, hoveredBubble, focused, dropTopic, pinned, starred, starredTopics, labels } = state;
    const picture = { camera, graph, grounds, detail: grounds.detail(camera), links: state.restingLinks(camera), theme: scene.theme, tint: state.tint, backdrop: scene.look.backdrop, isShaded: state.isShaded, rims: 'large' as const, emphasis: this.lifted, lift: this.lift, selected, hoveredLink, hoveredBubble, focused, dropTopic, pinned, starred, starredTopics, labels };
    this.picture.show(picture, this.change, this.restTimer === undefined);
    this.change = 'camera';
    if (this.lift !== (state.emphasis ? 1 : 0)) this.schedule('upper');
  }

  /** Brings the lift of what stands out a step nearer to where it belongs. */
  private fade({ emphasis }: MapState, now: number): void {
    if (emphasis) this.lifted = emphasis;
    const step = this.source.mayMove() ? Math.min(LONGEST_FRAME_MS, now - this.lastFrameAt) / LIFT_MS : 1;
    this.lastFrameAt = now;
    this.lift = emphasis ? Math.min(1, this.lift + step) : Math.max(0, this.lift - step);
    if (this.lift === 0) this.lifted = null;
  }
}
