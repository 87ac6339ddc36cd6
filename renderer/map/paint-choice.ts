import { screenRadius } from '../../shared/screen-radius.ts';
import { MAP_COLOURS } from '../../shared/palette.ts';
import { isInSight, type Camera } from './camera.ts';
import { ACCENT, type ThemeName } from './colours.ts';
import type { Emphasis } from './emphasis.ts';
import { LIFTED_RADIUS } from './paint-ground.ts';
import type { SceneNode } from './scene-graph.ts';

type Context = CanvasRenderingContext2D;

/** Rings around more nodes than this would only be a grey mass. */
const MOST_MARKS = 1500;
const NUMBER_RADIUS = 8;
/** Nodes smaller than this show no pin, in pixels. */
const LEAST_PINNED_RADIUS = 3;

/** Marks the papers that were chosen one by one, and draws a path as a strong chain with numbered papers. */
export function paintChosen(context: Context, { marked, chain }: Emphasis, camera: Camera, theme: ThemeName): void {
  if (marked.size <= MOST_MARKS) paintMarks(context, marked, camera, theme);
  if (chain.length > 0) paintChain(context, chain, camera, theme);
}

function paintMarks(context: Context, nodes: Iterable<SceneNode>, camera: Camera, theme: ThemeName): void {
  context.save();
  context.strokeStyle = ACCENT[theme];
  context.lineWidth = 1.75;
  context.beginPath();
  for (const node of nodes) {
    const { x, y, radius } = onScreen(node, camera);
    if (!isInSight(camera, x, y, radius)) continue;
    context.moveTo(x + radius + 2, y);
    context.arc(x, y, radius + 2, 0, 2 * Math.PI);
  }
  context.stroke();
  context.restore();
}

function paintChain(context: Context, chain: readonly SceneNode[], camera: Camera, theme: ThemeName): void {
  const places = chain.map((node) => onScreen(node, camera));
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const [colour, width] of [[MAP_COLOURS[theme].ground, 7], [ACCENT[theme], 3]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const [step, { x, y }] of places.entries()) {
      if (step === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.stroke();
  }
  for (const [step, { x, y }] of places.entries()) paintNumber(context, step + 1, x, y, theme);
  context.restore();
}

function paintNumber(context: Context, number: number, x: number, y: number, theme: ThemeName): void {
  context.beginPath();
  context.arc(x, y, NUMBER_RADIUS, 0, 2 * Math.PI);
  context.fillStyle = ACCENT[theme];
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = MAP_COLOURS[theme].ground;
  context.stroke();
  context.fillStyle = MAP_COLOURS[theme].ground;
  context.font = "600 11px 'Inter Variable', Inter, system-ui, sans-serif";
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(number), x, y + 0.5);
}

/** Paints where the keyboard stands: a ring apart from the one of what is selected. */
export function paintFocus(context: Context, node: SceneNode, camera: Camera, theme: ThemeName): void {
  const { x, y, radius } = onScreen(node, camera);
  context.save();
  for (const [colour, width] of [[MAP_COLOURS[theme].ground, 5], [ACCENT[theme], 2.5]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.arc(x, y, radius + 7, 0, 2 * Math.PI);
    context.stroke();
  }
  context.restore();
}

/** Paints a pinhole into the nodes that stay where the user put them. */
export function paintPins(context: Context, nodes: Iterable<SceneNode>, camera: Camera, theme: ThemeName, least = 0): void {
  context.save();
  context.fillStyle = MAP_COLOURS[theme].ground;
  context.beginPath();
  for (const node of nodes) {
    const { x, y } = onScreen(node, camera);
    const radius = Math.max(least, screenRadius(node.radius, camera.zoom));
    if (radius < LEAST_PINNED_RADIUS || !isInSight(camera, x, y, radius)) continue;
    context.moveTo(x + radius * 0.36, y);
    context.arc(x, y, radius * 0.36, 0, 2 * Math.PI);
  }
  context.fill();
  context.restore();
}

function onScreen(node: SceneNode, camera: Camera): { x: number; y: number; radius: number } {
  return { x: node.x * camera.zoom + camera.panX, y: node.y * camera.zoom + camera.panY, radius: Math.max(LIFTED_RADIUS, screenRadius(node.radius, camera.zoom)) };
}
