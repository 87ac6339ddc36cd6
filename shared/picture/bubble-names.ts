import { besideBubbleText, bubbleText, LINE_HEIGHT, topicText, type LabelText } from '../label-text.ts';
import type { Disc } from '../place-labels.ts';
import { textWidth } from '../text-width.ts';
import { isInSight, type Camera } from './camera.ts';
import type { Overview, TopicBubble } from './overview.ts';

/** The name of a bubble: left upper corner and text, in screen pixels. */
export interface BubbleName {
  bubble: TopicBubble;
  text: LabelText;
  left: number;
  top: number;
  isInside: boolean;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const EDGE = 4;
const GAP = 2;
/** Widths tried for a name inside, as multiples of the radius. */
const WIDTHS = [1.85, 1.7, 1.55, 1.25, 1];
/** Pixels between a line of a name and the edge of its bubble. */
const MARGIN = 1;
/** A name over the middle of its bubble is at most this wide, as a multiple of the radius. */
const MOST_OVER = 2.6;

/**
 * Where the names of bubbles stand, none over another and all on the canvas: inside where they fit, with the number of papers;
 * those of small bubbles beside, where they cover no other bubble. Large bubbles choose first. A name without room is left out. All keep clear of `covers`, which lie over the canvas.
 */
export function placeBubbleNames({ bubbles }: Overview, camera: Camera, covers: readonly Box[] = []): BubbleName[] {
  const discs = bubbles.map((bubble) => ({ bubble, x: bubble.x * camera.zoom + camera.panX, y: bubble.y * camera.zoom + camera.panY, radius: bubble.radius * camera.zoom }));
  const inSight = discs.filter(({ x, y, radius }) => isInSight(camera, x, y, radius));
  const taken: Box[] = [...covers];
  const names: BubbleName[] = [];
  const outside: typeof inSight = [];
  for (const disc of inSight) {
    const name = inside(disc, disc.bubble, camera, taken);
    if (name) {
      names.push(name);
      taken.push(boxOf(name));
    } else outside.push(disc);
  }
  for (const disc of outside) {
    const name = beside(disc, disc.bubble, camera, taken, inSight);
    if (!name) continue;
    names.push(name);
    taken.push(boxOf(name));
  }
  return names;
}

function inside(disc: Disc, bubble: TopicBubble, camera: Camera, taken: readonly Box[]): BubbleName | null {
  for (const width of WIDTHS) {
    const text = bubbleText(bubble.label, bubble.importance, width * disc.radius, disc.radius);
    if (!text || !fitsInside(text, disc.radius)) continue;
    const left = clamped(disc.x - text.width / 2, EDGE, camera.width - EDGE - text.width);
    const top = clamped(disc.y - text.height / 2, EDGE, camera.height - EDGE - text.height);
    const name = { bubble, text, left, top, isInside: true };
    const stays = Math.hypot(left + text.width / 2 - disc.x, top + text.height / 2 - disc.y) + Math.min(text.width, text.height) / 2 <= disc.radius;
    if (stays && isFree(boxOf(name), taken)) return name;
  }
  return null;
}

/** Whether each line of a text in the middle of a disc has its corners within the disc. */
function fitsInside({ lines, height }: LabelText, radius: number): boolean {
  let top = -height / 2;
  return lines.every(({ text, fontSize, fontWeight }) => {
    const farthest = Math.max(Math.abs(top), Math.abs(top + fontSize));
    top += fontSize * LINE_HEIGHT;
    return Math.hypot(textWidth(text, fontSize, fontWeight) / 2, farthest) <= radius - MARGIN;
  });
}

function beside({ x, y, radius }: Disc, bubble: TopicBubble, camera: Camera, taken: readonly Box[], discs: readonly Disc[]): BubbleName | null {
  const covers = (name: BubbleName) => discs.filter((disc) => disc.x !== x && overlapsDisc(boxOf(name), disc)).length;
  const placesFor = (text: LabelText) => placesAround({ x, y, radius }, text).map(([left, top]): BubbleName => ({ bubble, text, left, top, isInside: false })).filter((name) => isOnCanvas(boxOf(name), camera) && isFree(boxOf(name), taken));
  const counted = placesFor(besideBubbleText(bubble.label, bubble.importance)).find((name) => covers(name) === 0 && (isBeside(name, x, y) || name.text.width <= MOST_OVER * radius));
  if (counted) return counted;
  const names = placesFor(topicText(bubble.label, true));
  return names.find((name) => covers(name) === 0) ?? names.at(-1) ?? null;
}

function isBeside({ left, top, text }: BubbleName, x: number, y: number): boolean {
  return x < left || x > left + text.width || y < top || y > top + text.height;
}

/** Left upper corners of a text beneath a disc, above it, right and left of it, and in its middle. */
function placesAround({ x, y, radius }: Disc, { width, height }: LabelText): [number, number][] {
  return [
    [x - width / 2, y + radius + GAP],
    [x - width / 2, y - radius - GAP - height],
    [x + radius + GAP, y - height / 2],
    [x - radius - GAP - width, y - height / 2],
    [x - width / 2, y - height / 2],
  ];
}

function boxOf({ left, top, text }: BubbleName): Box {
  return { left, top, right: left + text.width, bottom: top + text.height };
}

function isOnCanvas({ left, top, right, bottom }: Box, { width, height }: Camera): boolean {
  return left >= EDGE && top >= EDGE && right <= width - EDGE && bottom <= height - EDGE;
}

function isFree(box: Box, taken: readonly Box[]): boolean {
  return !taken.some((other) => box.left < other.right + GAP && other.left < box.right + GAP && box.top < other.bottom + GAP && other.top < box.bottom + GAP);
}

function overlapsDisc(box: Box, { x, y, radius }: Disc): boolean {
  return Math.hypot(x - clamped(x, box.left, box.right), y - clamped(y, box.top, box.bottom)) < radius;
}

function clamped(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
