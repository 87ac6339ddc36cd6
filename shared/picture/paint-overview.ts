import { mixed } from '../colour.ts';
import { MAP_COLOURS, topicColour } from '../palette.ts';
import type { Camera } from './camera.ts';
import type { ThemeName, Tint } from './colours.ts';
import type { BubbleLink, Overview, TopicBubble } from './overview.ts';
import type { Pen } from './pen.ts';

/** How much of its topic's colour a bubble has. */
const BUBBLE_TINT = { light: 0.17, dark: 0.24 } as const;
const LINK_WIDTH = { least: 1, most: 7 } as const;

/** Paints the overview: topics as bubbles, their strongest links as lines as wide as they are strong. Without tint bubbles are empty rings: colours tell something else. */
export function paintOverview(pen: Pen, { bubbles, links }: Overview, camera: Camera, theme: ThemeName, tint: Tint, opacity: number): void {
  if (opacity <= 0) return;
  pen.save();
  pen.globalAlpha = opacity;
  for (const link of links) paintBubbleLink(pen, link, camera, MAP_COLOURS[theme].line, 0.4 * opacity);
  pen.globalAlpha = opacity;
  for (const bubble of bubbles) paintBubble(pen, bubble, camera, theme, tint);
  pen.restore();
}

/** Paints some bubbles lifted out of the overview, with their links. */
export function paintLiftedBubbles(pen: Pen, { bubbles, links }: Overview, topics: ReadonlySet<number>, camera: Camera, theme: ThemeName, opacity: number): void {
  const chosen = bubbles.filter(({ topic }) => topics.has(topic));
  const own = links.filter(({ source, target }) => topics.has(source.topic) || topics.has(target.topic));
  pen.save();
  for (const link of own) paintBubbleLink(pen, link, camera, MAP_COLOURS[theme].faint, 0.7 * opacity);
  pen.globalAlpha = opacity;
  for (const bubble of new Set([...own.flatMap(({ source, target }) => [source, target]), ...chosen])) paintBubble(pen, bubble, camera, theme, 'topics');
  pen.strokeStyle = MAP_COLOURS[theme].ink;
  pen.lineWidth = 2;
  for (const bubble of chosen) {
    trace(pen, bubble, camera, 2);
    pen.stroke();
  }
  pen.restore();
}

function paintBubble(pen: Pen, bubble: TopicBubble, camera: Camera, theme: ThemeName, tint: Tint): void {
  const colour = tint === 'topics' ? topicColour(bubble.colour, theme) : MAP_COLOURS[theme].line;
  trace(pen, bubble, camera, 0);
  pen.fillStyle = mixed(MAP_COLOURS[theme].ground, colour, BUBBLE_TINT[theme]);
  if (tint === 'topics') pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.stroke();
}

function paintBubbleLink(pen: Pen, { source, target, weight }: BubbleLink, { zoom, panX, panY }: Camera, colour: string, opacity: number): void {
  const distance = Math.hypot(target.x - source.x, target.y - source.y);
  if (distance === 0) return;
  const across = { x: (target.x - source.x) / distance, y: (target.y - source.y) / distance };
  pen.globalAlpha = opacity;
  pen.strokeStyle = colour;
  pen.lineWidth = LINK_WIDTH.least + (LINK_WIDTH.most - LINK_WIDTH.least) * Math.sqrt(weight);
  pen.beginPath();
  pen.moveTo((source.x + across.x * source.radius) * zoom + panX, (source.y + across.y * source.radius) * zoom + panY);
  pen.lineTo((target.x - across.x * target.radius) * zoom + panX, (target.y - across.y * target.radius) * zoom + panY);
  pen.stroke();
}

function trace(pen: Pen, { x, y, radius }: TopicBubble, { zoom, panX, panY }: Camera, grown: number): void {
  pen.beginPath();
  pen.arc(x * zoom + panX, y * zoom + panY, radius * zoom + grown, 0, 2 * Math.PI);
}
