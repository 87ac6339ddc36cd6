import type { Camera } from './camera.ts';
import type { SceneLink } from './scene-graph.ts';

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
