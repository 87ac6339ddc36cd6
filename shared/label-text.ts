import { STAR_ROOM } from './star.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A line of a label. */
export interface LabelLine {
  text: string;
  fontSize: number;
  fontWeight: 400 | 600;
}

/** Lines of text with their size in pixels. */
export interface LabelText {
  lines: LabelLine[];
  width: number;
  height: number;
}

/** Distance of lines as a multiple of the font size. */
export const LINE_HEIGHT = 1.22;

/** What separates the concepts in the name of a topic. */
const SEPARATOR = ' · ';
/** A hyphen within a word. */
const HYPHEN = /(?<=\p{L})-(?=\p{L})/gu;
const TOPIC_SIZE = 15;
const TOPIC_WIDTH = 180;
const REST_SIZE = 11.5;
const SUBTOPIC_SIZE = 11.5;
const SUBTOPIC_WIDTH = 118;
const BUBBLE_SIZES = { least: 11, most: 17 } as const;
const BUBBLE_LINES = 3;
const SMALL_TOPIC_SIZE = 12.5;
const SMALL_TOPIC_WIDTH = 116;

/** A text in one style, in at most `maxLines` lines of at most `maxWidth` pixels. */
export function labelText(text: string, fontSize: number, fontWeight: 400 | 600, maxWidth: number, maxLines: number): LabelText {
  return sized(wrapText(text, maxWidth, fontSize, maxLines, fontWeight).map((line) => ({ text: line, fontSize, fontWeight })));
}

/** The name of a topic: its first concept large, beneath it as many of the others as fit whole on a line. `small` gives the first alone, smaller. */
export function topicText(label: string, small: boolean): LabelText {
  const [first = '', ...others] = label.split(SEPARATOR);
  if (small) return labelText(first, SMALL_TOPIC_SIZE, 600, SMALL_TOPIC_WIDTH, 2);
  const head = labelText(first, TOPIC_SIZE, 600, TOPIC_WIDTH, 2).lines;
  let rest = '';
  for (const concept of others) {
    const longer = rest === '' ? concept : `${rest}${SEPARATOR}${concept}`;
    if (textWidth(longer, REST_SIZE) > TOPIC_WIDTH) break;
    rest = longer;
  }
  return sized(rest === '' ? head : [...head, { text: rest, fontSize: REST_SIZE, fontWeight: 400 }]);
}

/** The forms of a topic's name, from the one wanted most to the one that needs the least room: with further concepts, its first alone, and that smaller. */
export function topicTexts(label: string): LabelText[] {
  const whole = topicText(label, false);
  const first = sized(whole.lines.filter(({ fontSize }) => fontSize === TOPIC_SIZE));
  const small = topicText(label, true);
  return first.lines.length === whole.lines.length ? [whole, small] : [whole, first, small];
}

/** A name with room for a star on both sides, so that its text stays in the middle. */
export function withStarRoom(text: LabelText): LabelText {
  return { ...text, width: text.width + 2 * STAR_ROOM };
}

/** The name of a sub-topic: its first concept, small. */
export function subtopicText(label: string): LabelText {
  return labelText(label.split(SEPARATOR)[0] ?? label, SUBTOPIC_SIZE, 600, SUBTOPIC_WIDTH, 2);
}

/**
 * The name of a topic for inside a bubble of a radius in pixels: its first concept uncut in at most three lines of `maxWidth`
 * pixels, broken at hyphens where it must be, larger in large bubbles, and beneath it the number of papers. Null where it does not fit uncut.
 */
export function bubbleText(label: string, papers: number, maxWidth: number, radius: number): LabelText | null {
  const name = label.split(SEPARATOR)[0] ?? label;
  const size = Math.round(Math.min(BUBBLE_SIZES.most, Math.max(BUBBLE_SIZES.least, radius / 4.4)));
  for (const breakable of [name, name.replaceAll(HYPHEN, '- ')]) {
    const lines = wrapText(breakable, maxWidth, size, BUBBLE_LINES, 600);
    if (lines.join(' ') !== breakable.split(/\s+/).filter(Boolean).join(' ') || lines.some((line) => textWidth(line, size, 600) > maxWidth)) continue;
    return sized([...lines.map((text) => ({ text, fontSize: size, fontWeight: 600 as const })), countLine(papers)]);
  }
  return null;
}

/** The name of a topic for beside its bubble: its first concept, and beneath it the number of papers. */
export function besideBubbleText(label: string, papers: number): LabelText {
  return sized([...topicText(label, true).lines, countLine(papers)]);
}

function countLine(papers: number): LabelLine {
  return { text: papers.toLocaleString('en'), fontSize: REST_SIZE, fontWeight: 400 };
}

function sized(lines: LabelLine[]): LabelText {
  const width = Math.max(0, ...lines.map(({ text, fontSize, fontWeight }) => textWidth(text, fontSize, fontWeight)));
  const height = lines.reduce((sum, { fontSize }) => sum + fontSize * LINE_HEIGHT, 0);
  return { lines, width: Math.ceil(width) + 2, height: Math.ceil(height) };
}
