import { screenRadius } from '../../shared/screen-radius.ts';
import { MAP_COLOURS } from '../../shared/palette.ts';
import { starCorners, starOfDisc, STAR_COLOUR } from '../../shared/star.ts';
import { isInSight, type Camera } from './camera.ts';
import type { ThemeName } from './colours.ts';
import type { TopicBubble } from './overview.ts';
import type { SceneNode } from './scene-graph.ts';

type Context = CanvasRenderingContext2D;
type Place = ReturnType<typeof starOfDisc>;

const RIM_WIDTH = 2.5;

/** Paints the stars of papers and concepts, each at the upper right of its disc or square; discs are at least `least` pixels large. */
export function paintStars(context: Context, nodes: Iterable<SceneNode>, camera: Camera, theme: ThemeName, least = 0): void {
  const places: Place[] = [];
  for (const node of nodes) {
    const place = starPlace(node, camera, least);
    if (isInSight(camera, place.x, place.y, place.radius)) places.push(place);
  }
  paintAll(context, places, theme, 1);
}

/** Paints the stars of topics on the rims of their bubbles. */
export function paintBubbleStars(context: Context, bubbles: readonly TopicBubble[], camera: Camera, theme: ThemeName, opacity: number): void {
  const places = bubbles.map(({ x, y, radius }): Place => {
    const away = radius * camera.zoom * Math.SQRT1_2;
    return { x: x * camera.zoom + camera.panX + away, y: y * camera.zoom + camera.panY - away, radius: 8 };
  });
  paintAll(context, places, theme, opacity);
}

/** Paints one star for a text: `x` and `y` are its middle in pixels. */
export function paintTextStar(context: Context, x: number, y: number, radius: number, theme: ThemeName): void {
  paintAll(context, [{ x, y, radius }], theme, 1);
}

/** Where the star of a node is on the canvas, in pixels. */
export function starPlace(node: SceneNode, camera: Camera, least = 0): Place {
  return starOfDisc(node.x * camera.zoom + camera.panX, node.y * camera.zoom + camera.panY, Math.max(least, screenRadius(node.radius, camera.zoom)));
}

function paintAll(context: Context, places: readonly Place[], theme: ThemeName, opacity: number): void {
  if (places.length === 0 || opacity <= 0) return;
  context.save();
  context.globalAlpha = opacity;
  context.lineJoin = 'round';
  context.lineWidth = RIM_WIDTH;
  context.strokeStyle = MAP_COLOURS[theme].ground;
  context.fillStyle = STAR_COLOUR[theme];
  context.beginPath();
  for (const { x, y, radius } of places) {
    for (const [corner, point] of starCorners(x, y, radius).entries()) {
      if (corner === 0) context.moveTo(point.x, point.y);
      else context.lineTo(point.x, point.y);
    }
    context.closePath();
  }
  context.stroke();
  context.fill();
  context.restore();
}
