import { boxOfPoints } from '../../shared/box.ts';

/** A rectangle; in map units or in pixels of the minimap. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How the map lies on the minimap: minimap = map × scale + offset. */
export interface MinimapPlace {
  scale: number;
  offsetX: number;
  offsetY: number;
}

/** Pixels left free around the map. */
const MARGIN = 6;
const LEAST_FRAME = 10;

/** The place that shows a box whole and in the middle of a minimap of so many pixels. */
export function minimapPlace(box: Rectangle, width: number, height: number): MinimapPlace {
  const scale = Math.min((width - 2 * MARGIN) / Math.max(1, box.width), (height - 2 * MARGIN) / Math.max(1, box.height));
  return { scale, offsetX: width / 2 - (box.x + box.width / 2) * scale, offsetY: height / 2 - (box.y + box.height / 2) * scale };
}

/** The smallest box around some points; null for none. */
export function boxAround(points: Iterable<{ x: number; y: number }>): Rectangle | null {
  const { left, top, right, bottom } = boxOfPoints(points);
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The frame around what is in sight, in pixels of the minimap, inside it and never too small to take hold of. */
export function frameOf(inSight: Rectangle, { scale, offsetX, offsetY }: MinimapPlace, width: number, height: number): Rectangle {
  const left = Math.max(0, Math.min(width - LEAST_FRAME, inSight.x * scale + offsetX));
  const top = Math.max(0, Math.min(height - LEAST_FRAME, inSight.y * scale + offsetY));
  const right = Math.min(width, Math.max(left + LEAST_FRAME, (inSight.x + inSight.width) * scale + offsetX));
  const bottom = Math.min(height, Math.max(top + LEAST_FRAME, (inSight.y + inSight.height) * scale + offsetY));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** True if nothing of a box is out of sight. */
export function isAllInSight(box: Rectangle, inSight: Rectangle): boolean {
  return inSight.x <= box.x && inSight.y <= box.y && inSight.x + inSight.width >= box.x + box.width && inSight.y + inSight.height >= box.y + box.height;
}
