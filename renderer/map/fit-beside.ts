import type { Box } from '../../shared/box.ts';
import { centredCamera, fitCamera, fitPadding, type Camera } from '../../shared/picture/camera.ts';
import type { SceneNode } from '../../shared/picture/scene-graph.ts';
import { screenRadius } from '../../shared/screen-radius.ts';

/** A rectangle of the canvas that something lies over, in pixels from its left upper corner. */
export type Cover = Box;

/** Parts of the size that a map would have with nothing over it, tried one after the other. */
const PARTS = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6];
/** Places tried across and down for each size: parts of the room that is left, from the middle outwards. */
const SHIFTS = [0.5, 0.33, 0.67, 0.17, 0.83, 0, 1];
const PLACES = SHIFTS.flatMap((across) => SHIFTS.map((down) => ({ across, down }))).sort((a, b) => Math.hypot(a.across - 0.5, a.down - 0.5) - Math.hypot(b.across - 0.5, b.down - 0.5));
/** Of more nodes than this some stand for the others. */
const MOST_LOOKED_AT = 1200;

type Disc = Pick<SceneNode, 'x' | 'y' | 'radius'>;

/**
 * The camera that shows a box whole with no node beneath a cover: the largest, and of these the one that moves the map least from the
 * middle. Where there is none, the one with the fewest nodes beneath.
 */
export function fitBeside(box: Box, width: number, height: number, covers: readonly Cover[], nodes: readonly Disc[]): Camera {
  const plain = fitCamera(box, width, height);
  const stride = Math.ceil(nodes.length / MOST_LOOKED_AT);
  const looked = nodes.filter((_, place) => place % stride === 0);
  let best = { camera: plain, hidden: nodesBeneath(plain, covers, looked, Number.POSITIVE_INFINITY) };
  for (const part of PARTS) {
    for (const place of PLACES) {
      if (best.hidden === 0) return best.camera;
      const camera = shifted(box, { ...plain, zoom: plain.zoom * part }, place);
      const hidden = nodesBeneath(camera, covers, looked, best.hidden);
      if (hidden < best.hidden) best = { camera, hidden };
    }
  }
  return best.camera;
}

/** The camera that shows a box at its zoom, a part of the room that is left before it. */
function shifted(box: Box, { zoom, width, height }: Camera, { across, down }: { across: number; down: number }): Camera {
  const { x, y } = fitPadding(width, height);
  const roomX = Math.max(0, width - 2 * x - (box.right - box.left) * zoom);
  const roomY = Math.max(0, height - 2 * y - (box.bottom - box.top) * zoom);
  const { panX, panY } = centredCamera((box.left + box.right) / 2, (box.top + box.bottom) / 2, zoom, width, height);
  return { zoom, panX: panX + (across - 0.5) * roomX, panY: panY + (down - 0.5) * roomY, width, height };
}

/** Number of nodes beneath the covers; `enough` is where counting ends. */
function nodesBeneath(camera: Camera, covers: readonly Cover[], nodes: readonly Disc[], enough: number): number {
  let count = 0;
  for (const node of nodes) {
    const x = node.x * camera.zoom + camera.panX;
    const y = node.y * camera.zoom + camera.panY;
    const radius = screenRadius(node.radius, camera.zoom);
    if (covers.some(({ left, top, right, bottom }) => x > left - radius && x < right + radius && y > top - radius && y < bottom + radius) && ++count >= enough) break;
  }
  return count;
}
