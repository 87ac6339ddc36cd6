import type { Backdrop } from '../../shared/settings.ts';
import type { Camera } from './camera.ts';
import { AREA_OPACITY, VEIL_OPACITY, type ThemeName, type Tint } from './colours.ts';
import { drawingHardware } from './drawing-hardware.ts';
import type { Emphasis } from './emphasis.ts';
import type { Detail } from './level-of-detail.ts';
import type { MapGrounds } from './map-grounds.ts';
import type { TopicBubble } from './overview.ts';
import type { MapLabel } from './label-plan.ts';
import { LIFTED_RADIUS, paintAreas, paintDropArea, paintLinks, paintNodes, paintOutlines, paintRing } from './paint-ground.ts';
import { paintChosen, paintFocus, paintPins } from './paint-choice.ts';
import { DensityPainter } from './paint-density.ts';
import { paintLiftedBubbles, paintOverview } from './paint-overview.ts';
import { LabelPainter } from './paint-labels.ts';
import { paintBubbleStars, paintStars } from './paint-stars.ts';
import type { SceneGraph, SceneLink, SceneNode } from './scene-graph.ts';
import { Sheet } from './sheet.ts';

/** All that the picture of the map is drawn from. */
export interface PictureState {
  camera: Camera;
  graph: SceneGraph;
  grounds: MapGrounds;
  /** What is to be seen at this zoom. */
  detail: Detail;
  /** Links drawn at rest. */
  links: readonly SceneLink[];
  theme: ThemeName;
  tint: Tint;
  backdrop: Backdrop;
  /** Whether bubbles are filled. */
  isShaded: boolean;
  emphasis: Emphasis | null;
  /** How far what is lifted out stands out, 0..1. */
  lift: number;
  selected: ReadonlySet<SceneNode>;
  hoveredLink: SceneLink | null;
  hoveredBubble: TopicBubble | null;
  /** The topic that papers would be moved to if they were dropped now; null for none. */
  dropTopic: number | null;
  /** Where the keyboard stands, while the map has it; null otherwise. */
  focused: SceneNode | null;
  /** Nodes that stay where the user put them. */
  pinned: readonly SceneNode[];
  /** Papers and concepts that have a star. */
  starred: ReadonlySet<SceneNode>;
  /** Topics that have one, as indices in map.topics. */
  starredTopics: ReadonlySet<number>;
  labels: readonly MapLabel[];
}

/** What has changed since the last picture: the camera only, what is lifted out and labelled, or anything. */
export type PictureChange = 'camera' | 'upper' | 'all';

/** Selections of more nodes than this are shown by lifting alone. */
const MOST_RINGS = 2;
const LOWER_MARGIN = 160;
const UPPER_MARGIN = 64;
/** Nodes and lines that are painted in every frame while the map moves; more follow as a picture until it rests. */
const LIGHT_PICTURE = 700;
/** Lines are drawn where at least so much of the nodes is to be seen; nodes whose colours tell something are never fainter than this. */
const LINKED_FROM = 0.3;
const COLOURED_DUST = 0.75;
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
      this.lower.paint(camera, (context, whole) => this.paintLower(context, state, whole, !this.lacksLinks));
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

  /** Lines are most of the work: those of large maps are left out while the map moves. */
  private paintLower(context: CanvasRenderingContext2D, { grounds, detail, theme, tint, isShaded, backdrop, links, graph, pinned, starred, starredTopics }: PictureState, camera: Camera, withLinks: boolean): void {
    const paintAllNodes = () => paintNodes(context, graph.nodes, camera, theme, false, isShaded ? detail.nodes : Math.max(detail.nodes, COLOURED_DUST));
    if (backdrop === 'density') this.density.paint(context, graph, camera, theme);
    else paintAreas(context, grounds.topics.areas, camera, theme, tint);
    if (detail.subtopics > 0) paintOutlines(context, grounds.subtopics.areas, camera, theme, tint, detail.subtopics);
    if (withLinks && detail.nodes > LINKED_FROM) paintLinks(context, links, camera, theme, tint, false, detail.nodes * detail.nodes);
    if (isShaded) paintAllNodes();
    if (detail.topics > 0) paintOverview(context, grounds.overview, camera, theme, isShaded ? 'topics' : 'neutral', detail.topics);
    if (!isShaded) paintAllNodes();
    if (detail.nodes > LINKED_FROM) paintPins(context, pinned, camera, theme);
    paintStars(context, starred, camera, theme);
    if (detail.topics > 0) paintBubbleStars(context, grounds.overview.bubbles.filter(({ topic }) => starredTopics.has(topic)), camera, theme, detail.topics);
  }

  private paintUpper(context: CanvasRenderingContext2D, state: PictureState, camera: Camera, pixelRatio: number): void {
    paintLifted(context, state, camera);
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

function paintLifted(context: CanvasRenderingContext2D, { emphasis, lift, grounds, detail, theme, tint, selected, hoveredLink, hoveredBubble, dropTopic, focused, pinned, starred, starredTopics }: PictureState, camera: Camera): void {
  if (dropTopic !== null) paintDropGround(context, grounds, dropTopic, detail.topics > 0.5, camera, theme);
  const bubbleStars = (isLifted: (topic: number) => boolean) => paintBubbleStars(context, grounds.overview.bubbles.filter(({ topic }) => starredTopics.has(topic) && isLifted(topic)), camera, theme, 1);
  if (emphasis && lift > 0 && emphasis.topics.size > 0 && detail.topics > 0.5) {
    paintLiftedBubbles(context, grounds.overview, emphasis.topics, camera, theme, lift);
    bubbleStars((topic) => emphasis.topics.has(topic));
  } else if (emphasis && lift > 0) {
    paintAreas(context, grounds.topics.areas.filter(({ topic }) => emphasis.topics.has(topic)), camera, theme, tint, AREA_OPACITY[theme] * lift);
    paintLinks(context, emphasis.links, camera, theme, tint, true);
    paintNodes(context, emphasis.nodes, camera, theme, true);
    paintPins(context, pinned.filter((node) => emphasis.nodes.has(node)), camera, theme, LIFTED_RADIUS);
    paintChosen(context, emphasis, camera, theme);
    paintStars(context, [...starred].filter((node) => emphasis.nodes.has(node)), camera, theme, LIFTED_RADIUS);
  }
  if (hoveredBubble && detail.topics > 0.5) {
    paintLiftedBubbles(context, grounds.overview, new Set([hoveredBubble.topic]), camera, theme, 1);
    bubbleStars((topic) => topic === hoveredBubble.topic);
  }
  if (hoveredLink) paintLinks(context, [hoveredLink], camera, theme, tint, true);
  if (hoveredLink) paintNodes(context, [hoveredLink.source, hoveredLink.target], camera, theme, true);
  if (selected.size <= MOST_RINGS) for (const node of selected) paintRing(context, node, camera, theme);
  if (focused) paintFocus(context, focused, camera, theme);
}
