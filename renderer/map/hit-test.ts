import { type Camera } from '../../shared/picture/camera.ts';
import type { MapLabel } from '../../shared/picture/label-plan.ts';
import type { SceneLink, SceneNode } from '../../shared/picture/scene-graph.ts';
import { screenRadius } from '../../shared/screen-radius.ts';

/** Small nodes are hit from this many pixels away. */
const NODE_TOLERANCE = 2;

/** The node at a screen point, of several the one whose middle is nearest; null for none. */
export function nodeAt(nodes: Iterable<SceneNode>, camera: Camera, screenX: number, screenY: number): SceneNode | null {
  let nearest: SceneNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const distance = Math.hypot(node.x * camera.zoom + camera.panX - screenX, node.y * camera.zoom + camera.panY - screenY);
    if (distance >= least || distance > screenRadius(node.radius, camera.zoom) + NODE_TOLERANCE) continue;
    nearest = node;
    least = distance;
  }
  return nearest;
}

/** The link whose line passes nearest to a screen point, within `tolerance` pixels; null for none. Of equally near ones the strongest. */
export function linkAt(links: Iterable<SceneLink>, camera: Camera, screenX: number, screenY: number, tolerance: number): SceneLink | null {
  const x = (screenX - camera.panX) / camera.zoom;
  const y = (screenY - camera.panY) / camera.zoom;
  let nearest: SceneLink | null = null;
  let least = (tolerance / camera.zoom) ** 2;
  for (const link of links) {
    const distance = squaredDistance(x, y, link);
    if (distance < least || (distance === least && nearest !== null && link.weight > nearest.weight)) {
      nearest = link;
      least = distance;
    }
  }
  return nearest;
}

function squaredDistance(x: number, y: number, { source, target }: SceneLink): number {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - source.x) * dx + (y - source.y) * dy) / length));
  const offX = source.x + along * dx - x;
  const offY = source.y + along * dy - y;
  return offX * offX + offY * offY;
}

/** Left upper corner of a label on the canvas, in pixels. */
export function labelCorner(label: MapLabel, camera: Camera): { left: number; top: number } {
  return { left: label.anchorX * camera.zoom + camera.panX + label.offsetX, top: label.anchorY * camera.zoom + camera.panY + label.offsetY };
}

/** The label under a screen point, a card before what it covers; undefined for none. */
export function labelAt(labels: readonly MapLabel[], camera: Camera, screenX: number, screenY: number): MapLabel | undefined {
  const isHit = (label: MapLabel) => {
    const { left, top } = labelCorner(label, camera);
    return screenX >= left && screenY >= top && screenX <= left + label.width && screenY <= top + label.height;
  };
  return labels.find((label) => label.role === 'card' && isHit(label)) ?? labels.find(isHit);
}
