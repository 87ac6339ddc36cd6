import { MAP_COLOURS, topicColour } from '../palette.ts';
import { screenRadius } from '../screen-radius.ts';
import { isInSight, type Camera } from './camera.ts';
import { AREA_OPACITY, OUTLINE_OPACITY, type ThemeName, type Tint } from './colours.ts';
import type { Pen } from './pen.ts';
import type { SceneLink, SceneNode } from './scene-graph.ts';
import { traceArea, type TopicArea } from './topic-areas.ts';

/** How lines are drawn that share a colour and a strength: one path for all of them, which is what makes many links cheap. */
interface LineStyle {
  colour: string;
  opacity: number;
  width: number;
}

const STRENGTHS = 3;
/** More than topics have colours: batches are numbered by strength and colour. */
const COLOURS = 65_536;
/** Nodes of this radius and more are large. */
const RIM_RADIUS = 3.4;
const CONCEPT_SIDE = 1.75;
const END_MARGIN = 12;
/** What is lifted out is at least this large, in pixels. */
export const LIFTED_RADIUS = 4.2;

/** Paints the soft areas of topics. */
export function paintAreas(pen: Pen, areas: Iterable<TopicArea>, camera: Camera, theme: ThemeName, tint: Tint, opacity: number = AREA_OPACITY[theme]): void {
  pen.save();
  pen.translate(camera.panX, camera.panY);
  pen.scale(camera.zoom, camera.zoom);
  pen.globalAlpha = opacity;
  for (const area of areas) {
    pen.fillStyle = tint === 'topics' ? topicColour(area.colour, theme) : MAP_COLOURS[theme].faint;
    pen.beginPath();
    traceArea(pen, area);
    pen.fill('evenodd');
  }
  pen.restore();
}

/** Paints a topic's ground so that it stands out: papers can be dropped there. */
export function paintDropArea(pen: Pen, area: TopicArea, camera: Camera, theme: ThemeName): void {
  pen.save();
  pen.translate(camera.panX, camera.panY);
  pen.scale(camera.zoom, camera.zoom);
  pen.beginPath();
  traceArea(pen, area);
  pen.globalAlpha = 2 * AREA_OPACITY[theme];
  pen.fillStyle = topicColour(area.colour, theme);
  pen.fill('evenodd');
  pen.globalAlpha = 1;
  pen.lineWidth = 2.5 / camera.zoom;
  pen.strokeStyle = topicColour(area.colour, theme);
  pen.stroke();
  pen.restore();
}

/** Paints soft outlines around sub-topics. */
export function paintOutlines(pen: Pen, areas: Iterable<TopicArea>, camera: Camera, theme: ThemeName, tint: Tint, opacity: number): void {
  if (opacity <= 0) return;
  pen.save();
  pen.translate(camera.panX, camera.panY);
  pen.scale(camera.zoom, camera.zoom);
  pen.globalAlpha = OUTLINE_OPACITY[theme] * opacity;
  pen.lineWidth = 1 / camera.zoom;
  for (const area of areas) {
    pen.strokeStyle = tint === 'topics' ? topicColour(area.colour, theme) : MAP_COLOURS[theme].faint;
    pen.beginPath();
    traceArea(pen, area);
    pen.stroke();
  }
  pen.restore();
}

/** Paths of so many lines each: the time that a path takes grows faster than its lines. */
const LINES_PER_PATH = 256;

/** Lines between topics cross the whole map: with more of them than this each gets fainter, so that together they stay a backdrop. */
const CALM_CROSSINGS = 350;

/** Of more lifted links than this each gets fainter, down to a part, so that the papers of a topic are not lost among them. */
const CALM_LIFTED = 60;
const LEAST_CALM = 0.34;

/** Paints links in batches of one colour and strength each, leaving out those with no end on the canvas, which lead from nowhere to nowhere. `lifted` draws them stronger, wherever they lead. */
export function paintLinks(pen: Pen, links: Iterable<SceneLink>, camera: Camera, theme: ThemeName, tint: Tint, lifted: boolean, opacity = 1): void {
  const batches = new Map<number, { style: LineStyle; links: SceneLink[] }>();
  for (const link of links) {
    const strength = Math.min(STRENGTHS - 1, Math.floor(link.weight * STRENGTHS));
    const inside = link.source.topic !== null && link.source.topic === link.target.topic ? (link.source.colour ?? -1) : -1;
    const key = strength * COLOURS + inside + 1;
    const batch = batches.get(key);
    if (batch) batch.links.push(link);
    else batches.set(key, { style: lineStyle(inside, strength, theme, tint, lifted), links: [link] });
  }
  const { zoom, panX, panY } = camera;
  const crossings = [...batches].reduce((sum, [key, batch]) => sum + (key % COLOURS === 0 ? batch.links.length : 0), 0);
  const count = [...batches.values()].reduce((sum, batch) => sum + batch.links.length, 0);
  const calm = lifted ? 1 : Math.min(1, Math.sqrt(CALM_CROSSINGS / crossings));
  const together = lifted ? Math.max(LEAST_CALM, Math.min(1, Math.sqrt(CALM_LIFTED / count))) : 1;
  pen.save();
  pen.lineCap = 'round';
  for (const key of [...batches.keys()].sort((a, b) => a - b)) {
    const batch = batches.get(key);
    if (!batch) continue;
    pen.strokeStyle = batch.style.colour;
    pen.globalAlpha = opacity * together * batch.style.opacity * (key % COLOURS === 0 ? calm : 1);
    pen.lineWidth = batch.style.width;
    pen.beginPath();
    let traced = 0;
    for (const { source, target } of batch.links) {
      const x1 = source.x * zoom + panX;
      const y1 = source.y * zoom + panY;
      const x2 = target.x * zoom + panX;
      const y2 = target.y * zoom + panY;
      if (!lifted && !isInSight(camera, x1, y1, END_MARGIN) && !isInSight(camera, x2, y2, END_MARGIN)) continue;
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
      if (++traced % LINES_PER_PATH !== 0) continue;
      pen.stroke();
      pen.beginPath();
    }
    pen.stroke();
  }
  pen.restore();
}

/** Lines at rest are at most a pixel wide and are told apart by opacity: without a GPU thousands of wider ones take ten times as long. */
function lineStyle(inside: number, strength: number, theme: ThemeName, tint: Tint, lifted: boolean): LineStyle {
  const colour = inside < 0 || tint === 'neutral' ? MAP_COLOURS[theme].line : topicColour(inside, theme);
  if (lifted) return { colour, opacity: 0.55 + 0.15 * strength, width: 1.2 + 0.6 * strength };
  return { colour, opacity: (inside < 0 ? 0.2 : 0.24) + 0.15 * strength, width: 0.8 + 0.1 * strength };
}

/** Which nodes have a rim in the colour of the ground: the larger, which is quick, or all, which keeps dots apart that lie on each other. */
export type Rims = 'large' | 'all';

/** Paints nodes, those of a colour as one path: papers as discs, concepts as rounded squares. `lifted` keeps them from getting too small. */
export function paintNodes(pen: Pen, nodes: Iterable<SceneNode>, camera: Camera, theme: ThemeName, lifted: boolean, opacity = 1, rims: Rims = 'large'): void {
  const batches = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    const batch = batches.get(node.fill);
    if (batch) batch.push(node);
    else batches.set(node.fill, [node]);
  }
  pen.save();
  pen.globalAlpha = opacity;
  pen.strokeStyle = MAP_COLOURS[theme].ground;
  pen.lineWidth = Math.min(1.5, 0.6 + camera.zoom * 0.4);
  for (const [fill, batch] of batches) {
    pen.fillStyle = fill;
    pen.beginPath();
    let largest = 0;
    for (const node of batch) largest = Math.max(largest, traceNode(pen, node, camera, 0, lifted ? LIFTED_RADIUS : 0));
    if (rims === 'all' || largest >= RIM_RADIUS) pen.stroke();
    pen.fill();
  }
  pen.restore();
}

/** Paints a ring around a node: what is selected. */
export function paintRing(pen: Pen, node: SceneNode, camera: Camera, theme: ThemeName): void {
  pen.save();
  pen.strokeStyle = MAP_COLOURS[theme].ground;
  pen.lineWidth = 6;
  pen.beginPath();
  traceNode(pen, node, camera, 3, LIFTED_RADIUS);
  pen.stroke();
  pen.strokeStyle = MAP_COLOURS[theme].ink;
  pen.lineWidth = 2;
  pen.stroke();
  pen.restore();
}

/** Adds a node's shape to the path, of a least radius and grown by some pixels; gives its radius in pixels, 0 for one off the canvas. */
function traceNode(pen: Pen, node: SceneNode, camera: Camera, grown: number, least: number): number {
  const x = node.x * camera.zoom + camera.panX;
  const y = node.y * camera.zoom + camera.panY;
  const radius = Math.max(least, screenRadius(node.radius, camera.zoom));
  const reach = radius + grown;
  if (x < -reach || y < -reach || x > camera.width + reach || y > camera.height + reach) return 0;
  if (node.kind === 'paper') {
    pen.moveTo(x + reach, y);
    pen.arc(x, y, reach, 0, 2 * Math.PI);
    return radius;
  }
  const side = radius * CONCEPT_SIDE + 2 * grown;
  pen.roundRect(x - side / 2, y - side / 2, side, side, side * 0.28);
  return radius;
}
