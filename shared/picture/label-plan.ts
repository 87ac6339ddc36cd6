import { labelText, subtopicText, topicTexts, withStarRoom, type LabelLine, type LabelText } from '../label-text.ts';
import { placeLabels, type Disc, type LabelRequest } from '../place-labels.ts';
import { namedArea, placeTopicNames, type Box, type CoveredNode } from '../place-topic-names.ts';
import { screenRadius } from '../screen-radius.ts';
import { CLEAR_PART, conceptsNamedOn, LABEL_EDGE, TITLE_CANDIDATES, titlesOn, TITLE_STYLE } from '../title-room.ts';
import { topicPlaces } from '../topic-places.ts';
import { placeBubbleNames } from './bubble-names.ts';
import { isInSight, type Camera } from './camera.ts';
import type { Tint } from './colours.ts';
import type { Emphasis } from './emphasis.ts';
import type { Detail } from './level-of-detail.ts';
import type { MapGrounds } from './map-grounds.ts';
import { starPlace } from './paint-stars.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';
import type { TopicArea } from './topic-areas.ts';

export type LabelRole = 'topic' | 'node' | 'selected' | 'card';

/** A text on the map: bound to a map point, drawn in screen pixels. */
export interface MapLabel {
  /** Of the topic or node that it names. */
  id: string;
  role: LabelRole;
  lines: LabelLine[];
  /** Place in the palette of the topic whose colour it takes. */
  topic: number | null;
  /** The map point that it moves with, and its left upper corner from there in pixels. */
  anchorX: number;
  anchorY: number;
  offsetX: number;
  offsetY: number;
  width: number;
  height: number;
  faded: boolean;
  /** 0..1, as far as its kind is to be seen at this zoom. */
  opacity: number;
  /** Without a halo: inside a bubble. */
  isPlain: boolean;
  /** With a star before its first line. */
  isStarred: boolean;
}

/** The name of a topic or sub-topic on the screen: left upper corner in pixels. */
export interface TopicName {
  topic: number;
  text: LabelText;
  left: number;
  top: number;
  opacity: number;
  isPlain: boolean;
  isStarred: boolean;
}

/** What labels depend on. */
export interface LabelScene {
  graph: SceneGraph;
  /** Where the names of topics stand for this camera. */
  names: readonly TopicName[];
  /** What lies over the canvas, of which labels keep clear. */
  covers: readonly Box[];
  camera: Camera;
  tint: Tint;
  detail: Detail;
  emphasis: Emphasis | null;
  selected: ReadonlySet<SceneNode>;
  /** What has a star, which titles leave free. */
  starred: ReadonlySet<SceneNode>;
  hovered: string | null;
}

/** Room between the edge of a card and its text, in pixels. */
export const CARD_PADDING = { x: 9, y: 6 } as const;

const STYLES = {
  node: TITLE_STYLE,
  selected: { fontSize: 12.5, fontWeight: 600, width: 220, lines: 2 },
  card: { fontSize: 12.5, fontWeight: 600, width: 280, lines: 3 },
} as const;

/** Papers are titled where at least so much of them is to be seen. */
const TITLED_FROM = 0.7;
/** In the overview more papers than this that are lifted out tell by where they lie, not by their titles. */
const MOST_TITLED_FAR = 24;
/** Titles of a selection of more papers than this look as the others do. */
const MOST_STANDING_OUT = 2;
const CARD_GAP = 4;

const titles = new WeakMap<SceneNode, LabelText>();

/**
 * The labels to draw: topics' names, which stand where they stand whatever is lifted out; the card of the node under the pointer,
 * above all; the selected titles, then the others by importance as far as there is room, none over another.
 */
export function planLabels(scene: LabelScene): MapLabel[] {
  const { camera } = scene;
  const drafts = [...topicDrafts(scene), ...nodeDrafts(firstNodes(scene), scene), ...nodeDrafts(otherNodes(scene), scene)];
  const byKey = new Map(drafts.map((draft) => [draft.request.id, draft]));
  const placed = placeLabels(drafts.map(({ request }) => request), obstacles(scene), boundsOf(camera), scene.covers);
  let titlesLeft = titlesOn(camera.width, camera.height);
  return placed.flatMap(({ id, left, top }) => {
    const label = byKey.get(id)?.label;
    if (!label || (label.role === 'node' && titlesLeft-- <= 0)) return [];
    return [{ ...label, offsetX: left - (label.anchorX * camera.zoom + camera.panX), offsetY: top - (label.anchorY * camera.zoom + camera.panY) }];
  });
}

interface Draft {
  label: MapLabel;
  request: LabelRequest;
}

function firstNodes({ graph, hovered, selected }: LabelScene): SceneNode[] {
  const pointed = hovered === null ? undefined : graph.byId.get(hovered);
  const rest = selected.size <= MOST_STANDING_OUT ? [...selected].filter((node) => node !== pointed) : [];
  return pointed ? [pointed, ...rest] : rest;
}

function otherNodes(scene: LabelScene): SceneNode[] {
  const { graph, emphasis, camera, detail } = scene;
  // In the overview a topic is lifted out as a bubble, its papers are not to be seen.
  if (detail.nodes < TITLED_FROM && (!emphasis || (emphasis.topics.size > 0 && detail.topics > 0.5))) return [];
  if (detail.topics > 0.5 && emphasis && emphasis.nodes.size > MOST_TITLED_FAR) return [];
  const first = new Set(firstNodes(scene));
  const candidates: SceneNode[] = [];
  for (const node of emphasis ? byImportance([...emphasis.nodes]) : rankedNodes(graph)) {
    if (first.has(node)) continue;
    if (!isInSight(camera, node.x * camera.zoom + camera.panX, node.y * camera.zoom + camera.panY, 0)) continue;
    candidates.push(node);
    if (candidates.length === TITLE_CANDIDATES) break;
  }
  return candidates;
}

const ranked = new WeakMap<SceneGraph, SceneNode[]>();

function rankedNodes(graph: SceneGraph): SceneNode[] {
  const known = ranked.get(graph) ?? byImportance([...graph.nodes]);
  ranked.set(graph, known);
  return known;
}

function byImportance(nodes: SceneNode[]): SceneNode[] {
  return nodes.sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1));
}

function nodeDrafts(nodes: readonly SceneNode[], scene: LabelScene): Draft[] {
  const concepts = namedAnyway(nodes, scene);
  return nodes.map((node) => {
    const role = node.id === scene.hovered ? 'card' : scene.selected.size <= MOST_STANDING_OUT && scene.selected.has(node) ? 'selected' : 'node';
    const text = role === 'node' ? titleOf(node) : styledText(node, role);
    const padding = role === 'card' ? CARD_PADDING : { x: 0, y: 0 };
    const size = { width: text.width + 2 * padding.x, height: text.height + 2 * padding.y };
    const radius = screenRadius(node.radius, scene.camera.zoom) + (role === 'node' ? 0 : 4);
    const point = { x: node.x * scene.camera.zoom + scene.camera.panX, y: node.y * scene.camera.zoom + scene.camera.panY };
    const at = role === 'card' ? cardPlace(point, radius, size, scene.camera) : point;
    return {
      label: { id: node.id, role, lines: text.lines, topic: node.colour, anchorX: node.x, anchorY: node.y, offsetX: 0, offsetY: 0, ...size, faded: false, opacity: 1, isPlain: false, isStarred: false },
      request: { id: `node ${node.id}`, ...at, radius, ...size, overNodes: role !== 'node' || concepts.has(node), ...(role === 'card' && { fixed: true }) },
    };
  });
}

/** The most common concepts in sight are named even where their names cover lesser nodes: they lie in the thick of their topics. */
function namedAnyway(nodes: readonly SceneNode[], { camera, emphasis }: LabelScene): ReadonlySet<SceneNode> {
  const limit = emphasis ? 0 : conceptsNamedOn(camera.width, camera.height);
  return new Set(nodes.filter(({ kind }) => kind === 'concept').slice(0, limit));
}

function titleOf(node: SceneNode): LabelText {
  const known = titles.get(node) ?? styledText(node, 'node');
  titles.set(node, known);
  return known;
}

function styledText(node: SceneNode, role: keyof typeof STYLES): LabelText {
  const { fontSize, fontWeight, width, lines } = STYLES[role];
  return labelText(node.label, fontSize, fontWeight, width, lines);
}

/** The middle of a card: below its node, above where there is no room below, inside the canvas. */
function cardPlace(node: { x: number; y: number }, radius: number, { width, height }: { width: number; height: number }, camera: Camera): { x: number; y: number } {
  const distance = radius + CARD_GAP + height / 2;
  const y = node.y + distance + height / 2 > camera.height - LABEL_EDGE ? node.y - distance : node.y + distance;
  const least = LABEL_EDGE + width / 2;
  return { x: Math.max(least, Math.min(camera.width - least, node.x)), y };
}

/** How names look. */
export interface NameLook {
  /** Bubbles are filled, so that names in them need no halo. */
  isShaded: boolean;
  /** Topics with a star, as indices in map.topics: it stands before the name, in the overview on the bubble. */
  starred: ReadonlySet<number>;
  /** What lies over the canvas, of which names keep clear. */
  covers: readonly Box[];
}

const PLAIN_NAMES: NameLook = { isShaded: true, starred: new Set(), covers: [] };

/** Where the names of topics and sub-topics in sight stand, whatever is lifted out. `detail` is what is to be seen. */
export function planNames(graph: SceneGraph, grounds: MapGrounds, camera: Camera, { isShaded, starred, covers }: NameLook = PLAIN_NAMES, detail: Detail = grounds.detail(camera)): TopicName[] {
  if (detail.topics > 0.5) {
    return placeBubbleNames(grounds.overview, camera, covers).map(({ bubble, text, left, top, isInside }) => ({ topic: bubble.topic, text, left, top, opacity: 2 * detail.topics - 1, isPlain: isInside && isShaded, isStarred: false }));
  }
  const nodes = nodesInSight(graph.nodes, camera);
  const bounds = boundsOf(camera);
  const onMap = (topicAt: (x: number, y: number) => number | null) => (x: number, y: number) => topicAt((x - camera.panX) / camera.zoom, (y - camera.panY) / camera.zoom);
  const nameOf = (topic: number) => graph.map.topics[topic]?.label ?? '';
  const textsOf = (topic: number, texts: LabelText[]) => (starred.has(topic) ? texts.map(withStarRoom) : texts);
  const named = (areas: readonly TopicArea[], texts: (topic: number) => LabelText[], topicAt: MapGrounds['topics']['topicAt'], opacity: number, kept: readonly Box[]) =>
    placeTopicNames(areas.flatMap((area) => namedArea(area.topic, area.parts, texts(area.topic), camera) ?? []), nodes, bounds, onMap(topicAt), kept).flatMap(({ topic, left, top, size }): TopicName[] => {
      const text = texts(topic)[size];
      return text ? [{ topic, text, left, top, opacity, isPlain: false, isStarred: starred.has(topic) }] : [];
    });
  const topics = named(grounds.topics.areas, (topic) => textsOf(topic, topicTexts(nameOf(topic))), grounds.topics.topicAt, 1 - 2 * detail.topics, covers);
  if (detail.subtopics === 0) return topics;
  const kept = [...covers, ...topics.map(({ text, left, top }) => ({ left, top, right: left + text.width, bottom: top + text.height }))];
  return [...topics, ...named(grounds.subtopics.areas, (topic) => textsOf(topic, [subtopicText(nameOf(topic))]), grounds.subtopics.topicAt, detail.subtopics, kept)];
}

function topicDrafts({ graph, names, camera, tint, emphasis }: LabelScene): Draft[] {
  const isDotted = emphasis !== null && emphasis.topics.size === 0;
  const lifted = emphasis && new Set([...emphasis.nodes].flatMap(({ topic, subtopic }) => [topic, subtopic]));
  return names.map(({ topic, text, left, top, opacity, isPlain, isStarred }) => {
    const { id = '' } = graph.map.topics[topic] ?? {};
    const { lines, width, height } = text;
    const x = left + width / 2;
    const y = top + height / 2;
    const anchor = { anchorX: (x - camera.panX) / camera.zoom, anchorY: (y - camera.panY) / camera.zoom };
    const faded = lifted !== null && emphasis?.topics.has(topic) !== true && !lifted.has(topic);
    return {
      label: { id, role: 'topic', lines, topic: tint === 'topics' ? (topicPlaces(graph.map).get(id) ?? null) : null, ...anchor, offsetX: 0, offsetY: 0, width, height, faded, opacity, isPlain: isPlain && !isDotted, isStarred },
      request: { id: `topic ${id}`, x, y, radius: 0, width, height, overNodes: true, fixed: true },
    };
  });
}

function boundsOf({ width, height }: Camera) {
  return { left: LABEL_EDGE, top: LABEL_EDGE, right: width - LABEL_EDGE, bottom: height - LABEL_EDGE };
}

/** What titles keep clear of: the nodes in sight and their stars, of dimmed ones nothing. */
function obstacles({ graph, camera, emphasis, starred }: LabelScene): Disc[] {
  const discs = nodesInSight(emphasis ? emphasis.nodes : graph.nodes, camera).map(({ x, y, radius }) => ({ x, y, radius: radius * CLEAR_PART }));
  return [...discs, ...[...starred].filter((node) => !emphasis || emphasis.nodes.has(node)).map((node) => starPlace(node, camera))];
}

function nodesInSight(nodes: Iterable<SceneNode>, camera: Camera): CoveredNode[] {
  const inSight: CoveredNode[] = [];
  for (const node of nodes) {
    const x = node.x * camera.zoom + camera.panX;
    const y = node.y * camera.zoom + camera.panY;
    const radius = screenRadius(node.radius, camera.zoom);
    if (isInSight(camera, x, y, radius)) inSight.push({ x, y, radius, topic: node.topic });
  }
  return inSight;
}
