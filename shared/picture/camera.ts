import type { Box } from '../box.ts';
import type { SceneNode } from './scene-graph.ts';

/** Where the map stands on screen: screen = map × zoom + pan, in CSS pixels of a canvas of width × height. */
export interface Camera {
  zoom: number;
  panX: number;
  panY: number;
  width: number;
  height: number;
}

/** Room left free around a fitted map, in pixels: names of topics stand above and below their papers. */
const FIT_PADDING = { x: 20, y: 40 };
/** A fitted map is not blown up beyond this. */
const FIT_ZOOM_LIMIT = 3;
const SMALLEST_BOX = 60;
/** Part of its neighbours that travelling to a node brings into sight. */
const PART_IN_SIGHT = 0.75;

/** Smallest rectangle around nodes, their discs included; null for none. */
export function boxOf(nodes: Iterable<Pick<SceneNode, 'x' | 'y' | 'radius'>>): Box | null {
  const box = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY };
  for (const { x, y, radius } of nodes) {
    box.left = Math.min(box.left, x - radius);
    box.top = Math.min(box.top, y - radius);
    box.right = Math.max(box.right, x + radius);
    box.bottom = Math.max(box.bottom, y + radius);
  }
  return box.left > box.right ? null : box;
}

/** Smallest rectangle around boxes; null for none. */
export function boxAround(boxes: Iterable<Box>): Box | null {
  let around: Box | null = null;
  for (const { left, top, right, bottom } of boxes) {
    around = around ? { left: Math.min(around.left, left), top: Math.min(around.top, top), right: Math.max(around.right, right), bottom: Math.max(around.bottom, bottom) } : { left, top, right, bottom };
  }
  return around;
}

/** Room left free at the edges around a fitted map on a canvas, in pixels. */
export function fitPadding(width: number, height: number): { x: number; y: number } {
  return { x: Math.min(FIT_PADDING.x, width / 8), y: Math.min(FIT_PADDING.y, height / 8) };
}

/** The camera that shows a box whole and in the middle, with room for labels around it. */
export function fitCamera(box: Box, width: number, height: number, zoomLimit = FIT_ZOOM_LIMIT): Camera {
  const boxWidth = Math.max(SMALLEST_BOX, box.right - box.left);
  const boxHeight = Math.max(SMALLEST_BOX, box.bottom - box.top);
  const padding = fitPadding(width, height);
  const zoom = Math.min(zoomLimit, (width - 2 * padding.x) / boxWidth, (height - 2 * padding.y) / boxHeight);
  return centredCamera((box.left + box.right) / 2, (box.top + box.bottom) / 2, zoom, width, height);
}

/** The camera with a map point in the middle of the canvas. */
export function centredCamera(x: number, y: number, zoom: number, width: number, height: number): Camera {
  return { zoom, panX: width / 2 - x * zoom, panY: height / 2 - y * zoom, width, height };
}

/** The camera with another zoom that keeps the map point under a screen point where it is. */
export function zoomedCamera(camera: Camera, zoom: number, screenX: number, screenY: number): Camera {
  const ratio = zoom / camera.zoom;
  return { ...camera, zoom, panX: screenX - (screenX - camera.panX) * ratio, panY: screenY - (screenY - camera.panY) * ratio };
}

/**
 * The camera that puts a node in the middle with its surroundings in sight, of far-flung ones the nearer part.
 * Keeps the zoom where that already does it, so that walking from paper to paper does not pump. Zooms are within `limits`.
 */
export function travelCamera(camera: Camera, node: Pick<SceneNode, 'x' | 'y'>, around: Iterable<SceneNode>, limits: { least: number; most: number }): Camera {
  const paddingX = Math.min(FIT_PADDING.x * 3, camera.width / 6);
  const paddingY = Math.min(FIT_PADDING.y, camera.height / 6);
  const zoomFor = ({ x, y, radius }: SceneNode) => Math.min((camera.width / 2 - paddingX) / (Math.abs(x - node.x) + radius), (camera.height / 2 - paddingY) / (Math.abs(y - node.y) + radius));
  const zooms = Array.from(around, zoomFor).sort((a, b) => b - a);
  const showsMost = zooms[Math.floor((zooms.length - 1) * PART_IN_SIGHT)] ?? limits.most;
  const wanted = Math.min(limits.most, Math.max(limits.least, showsMost));
  const zoom = camera.zoom <= wanted * 1.15 && camera.zoom >= wanted * 0.55 ? camera.zoom : wanted;
  return centredCamera(node.x, node.y, zoom, camera.width, camera.height);
}

/** The map between two cameras, `part` of the way (0..1): the middle moves evenly on screen, the zoom evenly in steps of the same ratio. */
export function between(from: Camera, to: Camera, part: number): Camera {
  if (part >= 1) return to;
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const middle = (camera: Camera) => ({ x: (camera.width / 2 - camera.panX) / camera.zoom, y: (camera.height / 2 - camera.panY) / camera.zoom });
  const start = middle(from);
  const end = middle(to);
  const moved = Math.abs(to.zoom - from.zoom) < 1e-9 ? part : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  return centredCamera(start.x + (end.x - start.x) * moved, start.y + (end.y - start.y) * moved, zoom, to.width, to.height);
}

/** Whether a node at a screen point with this radius is on the canvas, or within `margin` pixels of it. */
export function isInSight(camera: Camera, x: number, y: number, margin: number): boolean {
  return x >= -margin && y >= -margin && x <= camera.width + margin && y <= camera.height + margin;
}
