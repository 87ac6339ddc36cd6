import type { Backdrop } from '../settings.ts';
import type { Camera } from './camera.ts';
import { AREA_OPACITY, type ThemeName, type Tint } from './colours.ts';
import type { Emphasis } from './emphasis.ts';
import type { Detail } from './level-of-detail.ts';
import type { MapGrounds } from './map-grounds.ts';
import { paintChosen, paintPins } from './paint-choice.ts';
import type { DensityPainter } from './paint-density.ts';
import { LIFTED_RADIUS, paintAreas, paintLinks, paintNodes, paintOutlines, paintRing, type Rims } from './paint-ground.ts';
import { paintLiftedBubbles, paintOverview } from './paint-overview.ts';
import { paintBubbleStars, paintStars } from './paint-stars.ts';
import type { Pen } from './pen.ts';
import type { SceneGraph, SceneLink, SceneNode } from './scene-graph.ts';

/** What the picture of a map is painted from, on the screen and in figures. */
export interface Picture {
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
  rims: Rims;
  emphasis: Emphasis | null;
  selected: ReadonlySet<SceneNode>;
  /** Nodes that stay where the user put them. */
  pinned: readonly SceneNode[];
  /** Papers and concepts that have a star. */
  starred: ReadonlySet<SceneNode>;
  /** Topics that have one, as indices in map.topics. */
  starredTopics: ReadonlySet<number>;
}

/** Selections of more nodes than this are shown by lifting alone. */
const MOST_RINGS = 2;
/** Lines are drawn where at least so much of the nodes is to be seen; nodes whose colours tell something are never fainter than this. */
const LINKED_FROM = 0.3;
const COLOURED_DUST = 0.75;

/** Paints what dims when something is lifted out: grounds, links, nodes, bubbles and their stars. Lines are most of the work: `withLinks` leaves them out. */
export function paintLower(pen: Pen, picture: Picture, camera: Camera, density: DensityPainter, withLinks = true): void {
  const { grounds, detail, theme, tint, isShaded, rims, backdrop, links, graph, pinned, starred } = picture;
  const paintAllNodes = () => paintNodes(pen, graph.nodes, camera, theme, false, isShaded ? detail.nodes : Math.max(detail.nodes, COLOURED_DUST), rims);
  if (backdrop === 'density') density.paint(pen, graph, camera, theme);
  else paintAreas(pen, grounds.topics.areas, camera, theme, tint);
  if (detail.subtopics > 0) paintOutlines(pen, grounds.subtopics.areas, camera, theme, tint, detail.subtopics);
  if (withLinks && detail.nodes > LINKED_FROM) paintLinks(pen, links, camera, theme, tint, false, detail.nodes * detail.nodes);
  if (isShaded) paintAllNodes();
  if (detail.topics > 0) paintOverview(pen, grounds.overview, camera, theme, isShaded ? 'topics' : 'neutral', detail.topics);
  if (!isShaded) paintAllNodes();
  if (detail.nodes > LINKED_FROM) paintPins(pen, pinned, camera, theme);
  paintStars(pen, starred, camera, theme);
  if (detail.topics > 0) paintStarsOfTopics(pen, picture, camera, () => true, detail.topics);
}

/** Paints what is lifted out, `lift` of the way (0..1). */
export function paintLifted(pen: Pen, picture: Picture, camera: Camera, lift: number): void {
  const { emphasis, grounds, detail, theme, tint, pinned, starred } = picture;
  if (emphasis && lift > 0 && emphasis.topics.size > 0 && detail.topics > 0.5) {
    paintLiftedBubbles(pen, grounds.overview, emphasis.topics, camera, theme, lift);
    paintStarsOfTopics(pen, picture, camera, (topic) => emphasis.topics.has(topic), 1);
  } else if (emphasis && lift > 0) {
    paintAreas(pen, grounds.topics.areas.filter(({ topic }) => emphasis.topics.has(topic)), camera, theme, tint, AREA_OPACITY[theme] * lift);
    paintLinks(pen, emphasis.links, camera, theme, tint, true);
    paintNodes(pen, emphasis.nodes, camera, theme, true);
    paintPins(pen, pinned.filter((node) => emphasis.nodes.has(node)), camera, theme, LIFTED_RADIUS);
    paintChosen(pen, emphasis, camera, theme);
    paintStars(pen, [...starred].filter((node) => emphasis.nodes.has(node)), camera, theme, LIFTED_RADIUS);
  }
}

/** Paints rings around what is selected. */
export function paintRings(pen: Pen, { selected, theme }: Picture, camera: Camera): void {
  if (selected.size <= MOST_RINGS) for (const node of selected) paintRing(pen, node, camera, theme);
}

/** Paints the stars of topics that meet a condition on the rims of their bubbles. */
export function paintStarsOfTopics(pen: Pen, { grounds, starredTopics, theme }: Picture, camera: Camera, isMeant: (topic: number) => boolean, opacity: number): void {
  paintBubbleStars(pen, grounds.overview.bubbles.filter(({ topic }) => starredTopics.has(topic) && isMeant(topic)), camera, theme, opacity);
}
