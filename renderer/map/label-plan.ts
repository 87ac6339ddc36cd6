import { placeLabels, type Disc, type LabelRequest } from '../../shared/place-labels.ts';
import { textWidth, wrapText } from '../../shared/text-width.ts';
import { isInSight, screenRadius, type Camera } from './camera.ts';
import type { Emphasis } from './emphasis.ts';
import type { SceneGraph, SceneNode } from './scene-graph.ts';
import type { TopicArea } from './topic-areas.ts';

export type LabelRole = 'topic' | 'node' | 'selected' | 'card';

/** A text on the map: bound to a map point, drawn in screen pixels. */
export interface MapLabel {
  /** Of the topic or node that it names. */
  id: string;
  role: LabelRole;
  lines: string[];
  fontSize: number;
  fontWeight: 400 | 600;
  /** Index of the topic whose colour it takes. */
  topic: number | null;
  /** The map point that it moves with, and its left upper corner from there in pixels. */
  anchorX: number;
  anchorY: number;
  offsetX: number;
  offsetY: number;
  width: number;
  height: number;
  faded: boolean;
}

/** What labels depend on. */
export interface LabelScene {
  graph: SceneGraph;
  areas: readonly TopicArea[];
  camera: Camera;
  emphasis: Emphasis | null;
  selected: ReadonlySet<SceneNode>;
  hovered: string | null;
}

/** Distance of lines as a multiple of the font size. */
export const LINE_HEIGHT = 1.22;
export const CARD_PADDING = { x: 9, y: 6 } as const;

const TEXTS = {
  topic: { fontSize: 15, fontWeight: 600, width: 190, lines: 2 },
  smallTopic: { fontSize: 12, fontWeight: 600, width: 120, lines: 2 },
  node: { fontSize: 11.5, fontWeight: 400, width: 158, lines: 2 },
  selected: { fontSize: 12.5, fontWeight: 600, width: 220, lines: 2 },
  card: { fontSize: 12.5, fontWeight: 600, width: 280, lines: 3 },
} as const;

/** Square pixels of the canvas for each title: a calm page has no more. */
const AREA_PER_TITLE = 11_000;
/** Titles tried, most important first. */
const CANDIDATES = 260;
const EDGE = 4;
/** Part of a small node's radius that a title must leave free: its rim may be touched, not its middle. */
const CLEAR_PART = 0.8;

const wrapped = new WeakMap<SceneNode, string[]>();

/** The labels to draw, none over another: the pointer's and the selected titles, topics' names, then titles by importance as far as there is room. */
export function planLabels(scene: LabelScene): MapLabel[] {
  const drafts = [...nodeDrafts(firstNodes(scene), scene), ...topicDrafts(scene), ...nodeDrafts(otherNodes(scene), scene)];
  const { camera } = scene;
  const bounds = { left: EDGE, top: EDGE, right: camera.width - EDGE, bottom: camera.height - EDGE };
  const byKey = new Map(drafts.map((draft) => [draft.request.id, draft]));
  const placed = placeLabels(drafts.map(({ request }) => request), obstacles(scene), bounds);
  let titles = Math.max(8, Math.round((camera.width * camera.height) / AREA_PER_TITLE));
  return placed.flatMap(({ id, left, top }) => {
    const label = byKey.get(id)?.label;
    if (!label || (label.role === 'node' && titles-- <= 0)) return [];
    return [{ ...label, offsetX: left - (label.anchorX * camera.zoom + camera.panX), offsetY: top - (label.anchorY * camera.zoom + camera.panY) }];
  });
}

interface Draft {
  label: MapLabel;
  request: LabelRequest;
}

function firstNodes({ graph, hovered, selected }: LabelScene): SceneNode[] {
  const pointed = hovered === null ? undefined : graph.byId.get(hovered);
  const rest = [...selected].filter((node) => node !== pointed).slice(0, 2);
  return pointed ? [pointed, ...rest] : rest;
}

function otherNodes(scene: LabelScene): SceneNode[] {
  const { graph, emphasis, camera } = scene;
  const first = new Set(firstNodes(scene));
  const candidates: SceneNode[] = [];
  for (const node of emphasis ? byImportance([...emphasis.nodes]) : rankedNodes(graph)) {
    if (first.has(node)) continue;
    if (!isInSight(camera, node.x * camera.zoom + camera.panX, node.y * camera.zoom + camera.panY, 0)) continue;
    candidates.push(node);
    if (candidates.length === CANDIDATES) break;
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
  const { camera } = scene;
  return nodes.map((node) => {
    const role: LabelRole = node.id === scene.hovered ? 'card' : scene.selected.has(node) ? 'selected' : 'node';
    const text = TEXTS[role];
    const lines = role === 'node' ? titleLines(node) : wrapText(node.label, text.width, text.fontSize, text.lines, text.fontWeight);
    const padding = role === 'card' ? CARD_PADDING : { x: 0, y: 0 };
    const size = sizeOf(lines, text.fontSize, text.fontWeight, padding);
    const x = node.x * camera.zoom + camera.panX;
    const y = node.y * camera.zoom + camera.panY;
    const key = `node ${node.id}`;
    const radius = screenRadius(node.radius, camera.zoom) + (role === 'node' ? 0 : 4);
    return {
      label: { id: node.id, role, lines, fontSize: text.fontSize, fontWeight: text.fontWeight, topic: node.topic, anchorX: node.x, anchorY: node.y, offsetX: 0, offsetY: 0, ...size, faded: false },
      request: { id: key, x, y, radius, ...size, overNodes: role !== 'node' },
    };
  });
}

function titleLines(node: SceneNode): string[] {
  const { width, fontSize, lines } = TEXTS.node;
  const known = wrapped.get(node) ?? wrapText(node.label, width, fontSize, lines);
  wrapped.set(node, known);
  return known;
}

function sizeOf(lines: readonly string[], fontSize: number, fontWeight: 400 | 600, padding: { x: number; y: number }): { width: number; height: number } {
  const width = Math.max(0, ...lines.map((line) => textWidth(line, fontSize, fontWeight)));
  return { width: Math.ceil(width) + 2 + 2 * padding.x, height: Math.ceil(lines.length * fontSize * LINE_HEIGHT) + 2 * padding.y };
}

/** Names of topics in sight; those for which the first try leaves no room are set smaller. */
function topicDrafts(scene: LabelScene): Draft[] {
  const { camera } = scene;
  const wanted = scene.areas.flatMap((area) => topicDraft(area, scene, TEXTS.topic) ?? []);
  const bounds = { left: EDGE, top: EDGE, right: camera.width - EDGE, bottom: camera.height - EDGE };
  const roomFor = new Set(placeLabels(wanted.map(({ request }) => request), [], bounds).map(({ id }) => id));
  const small = scene.areas.filter(({ topic }) => !roomFor.has(topicKey(scene, topic))).flatMap((area) => topicDraft(area, scene, TEXTS.smallTopic) ?? []);
  return [...wanted.filter(({ request }) => roomFor.has(request.id)), ...small];
}

function topicKey({ graph }: LabelScene, topic: number): string {
  return `topic ${graph.map.topics[topic]?.id ?? ''}`;
}

/** The name of a topic stands over the part of its area that is in sight. */
function topicDraft({ topic, box }: TopicArea, scene: LabelScene, text: typeof TEXTS.topic | typeof TEXTS.smallTopic): Draft | null {
  const { camera, emphasis } = scene;
  const left = Math.max(0, box.left * camera.zoom + camera.panX);
  const right = Math.min(camera.width, box.right * camera.zoom + camera.panX);
  const top = Math.max(0, box.top * camera.zoom + camera.panY);
  const bottom = Math.min(camera.height, box.bottom * camera.zoom + camera.panY);
  if (right - left < 24 || bottom - top < 24) return null;
  const lines = wrapText(scene.graph.map.topics[topic]?.label ?? '', text.width, text.fontSize, text.lines, text.fontWeight);
  if (lines.length === 0) return null;
  const size = sizeOf(lines, text.fontSize, text.fontWeight, { x: 0, y: 0 });
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  const key = topicKey(scene, topic);
  return {
    label: {
      id: scene.graph.map.topics[topic]?.id ?? '',
      role: 'topic',
      lines,
      fontSize: text.fontSize,
      fontWeight: text.fontWeight,
      topic,
      anchorX: (x - camera.panX) / camera.zoom,
      anchorY: (y - camera.panY) / camera.zoom,
      offsetX: 0,
      offsetY: 0,
      ...size,
      faded: emphasis !== null && emphasis.topic !== topic && ![...emphasis.nodes].some((node) => node.topic === topic),
    },
    request: { id: key, x, y, radius: Math.max(0, (bottom - top) / 2 - size.height * 0.6), ...size, overNodes: true },
  };
}

/** What titles keep clear of: the nodes in sight, of dimmed ones nothing. */
function obstacles({ graph, camera, emphasis }: LabelScene): Disc[] {
  const discs: Disc[] = [];
  for (const node of emphasis ? emphasis.nodes : graph.nodes) {
    const x = node.x * camera.zoom + camera.panX;
    const y = node.y * camera.zoom + camera.panY;
    const radius = screenRadius(node.radius, camera.zoom);
    if (isInSight(camera, x, y, radius)) discs.push({ x, y, radius: radius * CLEAR_PART });
  }
  return discs;
}
