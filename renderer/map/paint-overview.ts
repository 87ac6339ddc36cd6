import { mixed } from '../../shared/colour.ts';
import { MAP_COLOURS, topicColour } from '../../shared/palette.ts';
import type { Camera } from './camera.ts';
import type { ThemeName, Tint } from './colours.ts';
import type { BubbleLink, Overview, TopicBubble } from './overview.ts';

type Context = CanvasRenderingContext2D;

/** How much of its topic's colour a bubble has. */
const BUBBLE_TINT = { light: 0.17, dark: 0.24 } as const;
const LINK_WIDTH = { least: 1, most: 7 } as const;

/** Paints the overview: topics as bubbles, their strongest links as lines as wide as they are strong. Without tint bubbles are empty rings: colours tell something else. */
export function paintOverview(context: Context, { bubbles, links }: Overview, camera: Camera, theme: ThemeName, tint: Tint, opacity: number): void {
  if (opacity <= 0) return;
  context.save();
  context.globalAlpha = opacity;
  for (const link of links) paintBubbleLink(context, link, camera, MAP_COLOURS[theme].line, 0.4 * opacity);
  context.globalAlpha = opacity;
  for (const bubble of bubbles) paintBubble(context, bubble, camera, theme, tint);
  context.restore();
}

/** Paints some bubbles lifted out of the overview, with their links. */
export function paintLiftedBubbles(context: Context, { bubbles, links }: Overview, topics: ReadonlySet<number>, camera: Camera, theme: ThemeName, opacity: number): void {
  const chosen = bubbles.filter(({ topic }) => topics.has(topic));
  const own = links.filter(({ source, target }) => topics.has(source.topic) || topics.has(target.topic));
  context.save();
  for (const link of own) paintBubbleLink(context, link, camera, MAP_COLOURS[theme].faint, 0.7 * opacity);
  context.globalAlpha = opacity;
  for (const bubble of new Set([...own.flatMap(({ source, target }) => [source, target]), ...chosen])) paintBubble(context, bubble, camera, theme, 'topics');
  context.strokeStyle = MAP_COLOURS[theme].ink;
  context.lineWidth = 2;
  for (const bubble of chosen) {
    trace(context, bubble, camera, 2);
    context.stroke();
  }
  context.restore();
}

function paintBubble(context: Context, bubble: TopicBubble, camera: Camera, theme: ThemeName, tint: Tint): void {
  const colour = tint === 'topics' ? topicColour(bubble.colour, theme) : MAP_COLOURS[theme].line;
  trace(context, bubble, camera, 0);
  context.fillStyle = mixed(MAP_COLOURS[theme].ground, colour, BUBBLE_TINT[theme]);
  if (tint === 'topics') context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.stroke();
}

function paintBubbleLink(context: Context, { source, target, weight }: BubbleLink, { zoom, panX, panY }: Camera, colour: string, opacity: number): void {
  const distance = Math.hypot(target.x - source.x, target.y - source.y);
  if (distance === 0) return;
  const across = { x: (target.x - source.x) / distance, y: (target.y - source.y) / distance };
  context.globalAlpha = opacity;
  context.strokeStyle = colour;
  context.lineWidth = LINK_WIDTH.least + (LINK_WIDTH.most - LINK_WIDTH.least) * Math.sqrt(weight);
  context.beginPath();
  context.moveTo((source.x + across.x * source.radius) * zoom + panX, (source.y + across.y * source.radius) * zoom + panY);
  context.lineTo((target.x - across.x * target.radius) * zoom + panX, (target.y - across.y * target.radius) * zoom + panY);
  context.stroke();
}

function trace(context: Context, { x, y, radius }: TopicBubble, { zoom, panX, panY }: Camera, grown: number): void {
  context.beginPath();
  context.arc(x * zoom + panX, y * zoom + panY, radius * zoom + grown, 0, 2 * Math.PI);
}
