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
const TOPIC_SIZE = 15;
const TOPIC_WIDTH = 180;
const REST_SIZE = 11.5;
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

function sized(lines: LabelLine[]): LabelText {
  const width = Math.max(0, ...lines.map(({ text, fontSize, fontWeight }) => textWidth(text, fontSize, fontWeight)));
  const height = lines.reduce((sum, { fontSize }) => sum + fontSize * LINE_HEIGHT, 0);
  return { lines, width: Math.ceil(width) + 2, height: Math.ceil(height) };
}
