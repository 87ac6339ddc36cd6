import { MAP_COLOURS } from '../palette.ts';
import { screenRadius } from '../screen-radius.ts';
import { starCorners, starOfDisc, STAR_COLOUR } from '../star.ts';
import { isInSight, type Camera } from './camera.ts';
import type { ThemeName } from './colours.ts';
import type { TopicBubble } from './overview.ts';
import type { Pen } from './pen.ts';
import type { SceneNode } from './scene-graph.ts';

type Place = ReturnType<typeof starOfDisc>;

const RIM_WIDTH = 2.5;

/** Paints the stars of papers and concepts, each at the upper right of its disc or square; discs are at least `least` pixels large. */
export function paintStars(pen: Pen, nodes: Iterable<SceneNode>, camera: Camera, theme: ThemeName, least = 0): void {
  const places: Place[] = [];
  for (const node of nodes) {
    const place = starPlace(node, camera, least);
    if (isInSight(camera, place.x, place.y, place.radius)) places.push(place);
  }
  paintAll(pen, places, theme, 1);
}

/** Paints the stars of topics on the rims of their bubbles. */
export function paintBubbleStars(pen: Pen, bubbles: readonly TopicBubble[], camera: Camera, theme: ThemeName, opacity: number): void {
  const places = bubbles.map(({ x, y, radius }): Place => {
    const away = radius * camera.zoom * Math.SQRT1_2;
    return { x: x * camera.zoom + camera.panX + away, y: y * camera.zoom + camera.panY - away, radius: 8 };
  });
  paintAll(pen, places, theme, opacity);
}

/** Paints one star for a text: `x` and `y` are its middle in pixels. */
export function paintTextStar(pen: Pen, x: number, y: number, radius: number, theme: ThemeName): void {
  paintAll(pen, [{ x, y, radius }], theme, 1);
}

/** Where the star of a node is on the canvas, in pixels. */
export function starPlace(node: SceneNode, camera: Camera, least = 0): Place {
  return starOfDisc(node.x * camera.zoom + camera.panX, node.y * camera.zoom + camera.panY, Math.max(least, screenRadius(node.radius, camera.zoom)));
}

function paintAll(pen: Pen, places: readonly Place[], theme: ThemeName, opacity: number): void {
  if (places.length === 0 || opacity <= 0) return;
  pen.save();
  pen.globalAlpha = opacity;
  pen.lineJoin = 'round';
  pen.lineWidth = RIM_WIDTH;
  pen.strokeStyle = MAP_COLOURS[theme].ground;
  pen.fillStyle = STAR_COLOUR[theme];
  pen.beginPath();
  for (const { x, y, radius } of places) {
    for (const [corner, point] of starCorners(x, y, radius).entries()) {
      if (corner === 0) pen.moveTo(point.x, point.y);
      else pen.lineTo(point.x, point.y);
    }
    pen.closePath();
  }
  pen.stroke();
  pen.fill();
  pen.restore();
}
