import { MAP_COLOURS } from '../palette.ts';
import { screenRadius } from '../screen-radius.ts';
import { isInSight, type Camera } from './camera.ts';
import { ACCENT, type ThemeName } from './colours.ts';
import type { Emphasis } from './emphasis.ts';
import { LIFTED_RADIUS } from './paint-ground.ts';
import type { Pen } from './pen.ts';
import type { SceneNode } from './scene-graph.ts';

/** Rings around more nodes than this would only be a grey mass. */
const MOST_MARKS = 1500;
const NUMBER_RADIUS = 8;
/** Nodes smaller than this show no pin, in pixels. */
const LEAST_PINNED_RADIUS = 3;

/** Marks the papers that were chosen one by one, and draws a path as a strong chain with numbered papers. */
export function paintChosen(pen: Pen, { marked, chain }: Emphasis, camera: Camera, theme: ThemeName): void {
  if (marked.size <= MOST_MARKS) paintMarks(pen, marked, camera, theme);
  if (chain.length > 0) paintChain(pen, chain, camera, theme);
}

function paintMarks(pen: Pen, nodes: Iterable<SceneNode>, camera: Camera, theme: ThemeName): void {
  pen.save();
  pen.strokeStyle = ACCENT[theme];
  pen.lineWidth = 1.75;
  pen.beginPath();
  for (const node of nodes) {
    const { x, y, radius } = onScreen(node, camera);
    if (!isInSight(camera, x, y, radius)) continue;
    pen.moveTo(x + radius + 2, y);
    pen.arc(x, y, radius + 2, 0, 2 * Math.PI);
  }
  pen.stroke();
  pen.restore();
}

function paintChain(pen: Pen, chain: readonly SceneNode[], camera: Camera, theme: ThemeName): void {
  const places = chain.map((node) => onScreen(node, camera));
  pen.save();
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  for (const [colour, width] of [[MAP_COLOURS[theme].ground, 7], [ACCENT[theme], 3]] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    for (const [step, { x, y }] of places.entries()) {
      if (step === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    pen.stroke();
  }
  for (const [step, { x, y }] of places.entries()) paintNumber(pen, step + 1, x, y, theme);
  pen.restore();
}

function paintNumber(pen: Pen, number: number, x: number, y: number, theme: ThemeName): void {
  pen.beginPath();
  pen.arc(x, y, NUMBER_RADIUS, 0, 2 * Math.PI);
  pen.fillStyle = ACCENT[theme];
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = MAP_COLOURS[theme].ground;
  pen.stroke();
  pen.fillStyle = MAP_COLOURS[theme].ground;
  pen.font = "600 11px 'Inter Variable', Inter, system-ui, sans-serif";
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(number), x, y + 0.5);
}

/** Paints where the keyboard stands: a ring apart from the one of what is selected. */
export function paintFocus(pen: Pen, node: SceneNode, camera: Camera, theme: ThemeName): void {
  const { x, y, radius } = onScreen(node, camera);
  pen.save();
  for (const [colour, width] of [[MAP_COLOURS[theme].ground, 5], [ACCENT[theme], 2.5]] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    pen.arc(x, y, radius + 7, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.restore();
}

/** Paints a pinhole into the nodes that stay where the user put them. */
export function paintPins(pen: Pen, nodes: Iterable<SceneNode>, camera: Camera, theme: ThemeName, least = 0): void {
  pen.save();
  pen.fillStyle = MAP_COLOURS[theme].ground;
  pen.beginPath();
  for (const node of nodes) {
    const { x, y } = onScreen(node, camera);
    const radius = Math.max(least, screenRadius(node.radius, camera.zoom));
    if (radius < LEAST_PINNED_RADIUS || !isInSight(camera, x, y, radius)) continue;
    pen.moveTo(x + radius * 0.36, y);
    pen.arc(x, y, radius * 0.36, 0, 2 * Math.PI);
  }
  pen.fill();
  pen.restore();
}

function onScreen(node: SceneNode, camera: Camera): { x: number; y: number; radius: number } {
  return { x: node.x * camera.zoom + camera.panX, y: node.y * camera.zoom + camera.panY, radius: Math.max(LIFTED_RADIUS, screenRadius(node.radius, camera.zoom)) };
}
