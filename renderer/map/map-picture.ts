import type { Camera } from '../../shared/picture/camera.ts';
import { VEIL_OPACITY, type ThemeName } from '../../shared/picture/colours.ts';
import type { MapLabel } from '../../shared/picture/label-plan.ts';
import type { Detail } from '../../shared/picture/level-of-detail.ts';
import type { MapGrounds } from '../../shared/picture/map-grounds.ts';
import type { TopicBubble } from '../../shared/picture/overview.ts';
import { paintFocus } from '../../shared/picture/paint-choice.ts';
import { DensityPainter } from '../../shared/picture/paint-density.ts';
import { paintDropArea, paintLinks, paintNodes } from '../../shared/picture/paint-ground.ts';
import { paintLiftedBubbles } from '../../shared/picture/paint-overview.ts';
import { paintLifted, paintLower, paintRings, paintStarsOfTopics, type Picture } from '../../shared/picture/paint-picture.ts';
import type { SceneLink, SceneNode } from '../../shared/picture/scene-graph.ts';
import { drawingHardware } from './drawing-hardware.ts';
import { LabelPainter } from './paint-labels.ts';
import { Sheet } from './sheet.ts';

/** All that the picture of the map is drawn from on the screen. */
export interface PictureState extends Picture {
  camera: Camera;
  /** How far what is lifted out stands out, 0..1. */
  lift: number;
  hoveredLink: SceneLink | null;
  hoveredBubble: TopicBubble | null;
  /** The topic that papers would be moved to if they were dropped now; null for none. */
  dropTopic: number | null;
  /** Where the keyboard stands, while the map has it; null otherwise. */
  focused: SceneNode | null;
  labels: readonly MapLabel[];
}

/** What has changed since the last picture: the camera only, what is lifted out and labelled, or anything. */
export type PictureChange = 'camera' | 'upper' | 'all';

const LOWER_MARGIN = 160;
const UPPER_MARGIN = 64;
/** Nodes and lines that are painted in every frame while the map moves; more follow as a picture until it rests. */
const LIGHT_PICTURE = 700;
/** While a large map moves it is painted anew at most this often, should its picture not reach. */
const REPAINT_MS = 160;
/** While things fade in or out it is painted anew at most this often, and for no smaller step. */
const FADE_MS = 120;
const FADE_STEP = 0.18;
/** A processor draws after the painting was told, where the clock does not see it: a large map is painted anew at most this often while it moves. */
const PROCESSOR_REPAINT_MS = 450;
/** Painting while the map moves takes at most one part in so many of the time, however slow the machine. */
const PAINT_SHARE = 6;

/**
 * The picture of the map on two sheets, beneath and above Cytoscape's canvases. The lower one holds areas, links and nodes,
 * and dims when something is lifted out; the upper one holds what is lifted out, and labels: hovering and selecting repaint that one only.
 */
export class MapPicture {
  private readonly lower: Sheet;
  private readonly upper: Sheet;
  private readonly texts = new LabelPainter();
  private readonly density = new DensityPainter();
  private grounds: MapGrounds | null = null;
  private lowerPaintedAt = 0;
  private lowerPaintMs = 0;
  private paintedDetail: Detail | null = null;
  /** Whether the picture was painted without its lines, since the map moved. */
  private lacksLinks = false;

  constructor(container: HTMLElement) {
    this.lower = new Sheet(container, 'beneath', LOWER_MARGIN);
    this.upper = new Sheet(container, 'above', UPPER_MARGIN);
  }

  /** Brings the picture up to date, with as little painting as the change allows. `isResting`: the camera does not move now. */
  show(state: PictureState, change: PictureChange, isResting: boolean): void {
    const { camera } = state;
    if (this.grounds !== state.grounds) this.density.reset();
    this.grounds = state.grounds;
    this.lower.setOpacity(1 - VEIL_OPACITY[state.theme] * state.lift);
    if (change === 'all' || this.lowerIsStale(state, isResting)) {
      const startedAt = performance.now();
      this.lacksLinks = !isResting && !isLight(state.graph.nodes, state.links);
      this.lower.paint(camera, (context, whole) => paintLower(context, state, whole, this.density, !this.lacksLinks));
      this.lowerPaintedAt = performance.now();
      this.lowerPaintMs = this.lowerPaintedAt - startedAt;
      this.paintedDetail = state.detail;
    }
    const isPan = change === 'camera' && this.upper.paintedZoom() === camera.zoom;
    if (!isPan || !this.upper.follow(camera)) this.upper.paint(camera, (context, whole, pixelRatio) => this.paintUpper(context, state, whole, pixelRatio));
  }

  /** Draws texts anew: the font has come. */
  fontChanged(): void {
    this.texts.reset();
  }

  remove(): void {
    this.lower.remove();
    this.upper.remove();
  }

  private lowerIsStale({ camera, graph, links, detail }: PictureState, isResting: boolean): boolean {
    if (this.lower.isPaintedFor(camera)) return isResting && this.lacksLinks;
    if (isResting || isLight(graph.nodes, links)) return true;
    const isFading = this.paintedDetail === null || detailDifference(this.paintedDetail, detail) > FADE_STEP;
    const sinceMs = performance.now() - this.lowerPaintedAt;
    const leastMs = Math.max(PAINT_SHARE * this.lowerPaintMs, drawingHardware() === 'processor' ? PROCESSOR_REPAINT_MS : 0);
    return (!this.lower.follow(camera) && sinceMs > Math.max(REPAINT_MS, leastMs)) || (isFading && sinceMs > Math.max(FADE_MS, leastMs));
  }

  private paintUpper(context: CanvasRenderingContext2D, state: PictureState, camera: Camera, pixelRatio: number): void {
    paintUnderHand(context, state, camera);
    this.texts.paint(context, state.labels, camera, state.theme, pixelRatio);
  }
}

/** Whether so many nodes and lines are few enough to paint in every frame. */
export function isLight(nodes: readonly SceneNode[], links: readonly SceneLink[]): boolean {
  return nodes.length + links.length <= LIGHT_PICTURE;
}

function detailDifference(before: Detail, after: Detail): number {
  return Math.max(Math.abs(before.topics - after.topics), Math.abs(before.subtopics - after.subtopics), Math.abs(before.nodes - after.nodes));
}

/** Lights up the bubble or ground that papers could be dropped on. */
function paintDropGround(context: CanvasRenderingContext2D, grounds: MapGrounds, topic: number, isBubble: boolean, camera: Camera, theme: ThemeName): void {
  if (isBubble) paintLiftedBubbles(context, grounds.overview, new Set([topic]), camera, theme, 1);
  const area = grounds.topics.areas.find((each) => each.topic === topic);
  if (area && !isBubble) paintDropArea(context, area, camera, theme);
}

/** Paints what is lifted out and, above it, what pointer and keyboard are on. */
function paintUnderHand(context: CanvasRenderingContext2D, state: PictureState, camera: Camera): void {
  const { grounds, detail, theme, tint, lift, hoveredLink, hoveredBubble, dropTopic, focused } = state;
  if (dropTopic !== null) paintDropGround(context, grounds, dropTopic, detail.topics > 0.5, camera, theme);
  paintLifted(context, state, camera, lift);
  if (hoveredBubble && detail.topics > 0.5) {
    paintLiftedBubbles(context, grounds.overview, new Set([hoveredBubble.topic]), camera, theme, 1);
    paintStarsOfTopics(context, state, camera, (topic) => topic === hoveredBubble.topic, 1);
  }
  if (hoveredLink) paintLinks(context, [hoveredLink], camera, theme, tint, true);
  if (hoveredLink) paintNodes(context, [hoveredLink.source, hoveredLink.target], camera, theme, true);
  paintRings(context, state, camera);
  if (focused) paintFocus(context, focused, camera, theme);
}
