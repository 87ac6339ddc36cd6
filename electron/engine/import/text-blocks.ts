import { lineBatches } from './lines.ts';

/** A paragraph of a text on one line, the line (from 1) where it starts, and its label, in lower case, where it starts with one such as "Abstract:". */
export interface TextBlock {
  line: number;
  text: string;
  label: TextLabel | null;
}

const LABELS: Readonly<Record<string, TextLabel>> = {
  title: 'title', 'paper title': 'title', 'article title': 'title',
  abstract: 'abstract', summary: 'abstract',
  author: 'authors', authors: 'authors', 'author(s)': 'authors',
  keywords: 'keywords', 'key words': 'keywords', keyword: 'keywords', 'index terms': 'keywords',
  year: 'year', date: 'year', published: 'year', 'publication date': 'year', submitted: 'year',
  doi: 'doi', arxiv: 'arxiv', 'arxiv id': 'arxiv', url: 'url', link: 'url',
  journal: 'venue', venue: 'venue', conference: 'venue', 'published in': 'venue', source: 'venue', 'journal ref': 'venue',
  comments: 'other', comment: 'other', subjects: 'other', subject: 'other', categories: 'other', 'cite as': 'other', 'msc classes': 'other', 'acm classes': 'other', 'report number': 'other',
};
export type TextLabel = 'title' | 'abstract' | 'authors' | 'keywords' | 'year' | 'doi' | 'arxiv' | 'url' | 'venue' | 'other';

const LABELLED = /^\W{0,3}([A-Za-z]+(?:[ -][A-Za-z()]+)?)\W{0,2}?\s*(?:[:：]|(?<=^\W{0,3}(?:abstract|ABSTRACT|Abstract|Index Terms|Keywords))\s*[—–.-])\W{0,2}(?=\s|$|\S)/;
/** A line alone on which the abstract is announced. */
const ANNOUNCEMENT = /^\W{0,4}(?:abstract|summary)\W{0,4}$/i;
/** Lines at least this long are paragraphs of their own, not lines of a wrapped paragraph. */
const LONG_LINE = 200;
/** Narrower text is a list of lines. */
const SHORTEST_WIDTH = 35;
/** Of a wrapped paragraph so many lines reach this part of its width, and so many start in lower case. */
const FULL_LINE = 0.9;
const MOST_LINES = 0.8;
const GOING_ON = 0.35;

/** The paragraphs of a text: apart by blank lines; where lines are not wrapped, each line is one. */
export async function* textBlocks(text: AsyncIterable<string>): AsyncGenerator<TextBlock> {
  const splitter = new BlockSplitter();
  for await (const lines of lineBatches(text)) for (const line of lines) yield* splitter.add(line);
  yield* splitter.end();
}

/** The paragraphs of a text that is there as a whole. */
export function textBlocksOf(text: string): TextBlock[] {
  const splitter = new BlockSplitter();
  return text.split('\n').flatMap((line) => Array.from(splitter.add(line))).concat(Array.from(splitter.end()));
}

class BlockSplitter {
  #group: string[] = [];
  #number = 0;

  *add(line: string): Generator<TextBlock> {
    this.#number++;
    if (line.trim() === '') yield* this.#flush(this.#number);
    else this.#group.push(line.trim());
  }

  *end(): Generator<TextBlock> {
    yield* this.#flush(this.#number + 1);
  }

  *#flush(nextLine: number): Generator<TextBlock> {
    const firstLine = nextLine - this.#group.length;
    const group = this.#group;
    this.#group = [];
    yield* blocksOfGroup(group, firstLine);
  }
}

function* blocksOfGroup(lines: string[], firstLine: number): Generator<TextBlock> {
  const starts = blockStarts(lines);
  for (const [position, start] of starts.entries()) {
    const text = joinLines(lines.slice(start, starts[position + 1] ?? lines.length));
    const { text: bare, label } = withoutLabel(text);
    yield { line: firstLine + start, text: bare, label };
  }
}

/** Lines of a group that start a block: each line where lines are not wrapped; else the first, the one after a title, and those with a label. */
function blockStarts(lines: string[]): number[] {
  const wrapped = isWrapped(lines);
  const titleEnd = wrapped ? titleLines(lines) : 0;
  return [...lines.keys()].filter((index) => index === 0 || !wrapped || index === titleEnd || labelOf(lines[index] ?? '') !== null || ANNOUNCEMENT.test(lines[index - 1] ?? ''));
}

/**
 * Whether the lines of a group are one paragraph, wrapped: each but the last of a paragraph is as long as it could be, and most go on in
 * lower case. The first may be a title above the paragraph.
 */
function isWrapped(lines: string[]): boolean {
  const width = Math.max(...lines.map((line) => line.length));
  if (lines.length < 2 || width >= LONG_LINE || width < SHORTEST_WIDTH) return false;
  const isFull = (line: string, index: number) => line.length + 1 + (lines[index + 1]?.search(/\s|$/) ?? 0) > width * FULL_LINE;
  const isParagraphEnd = (index: number) => index === lines.length - 1 || labelOf(lines[index + 1] ?? '') !== null;
  if (lines.length === 2) return isFull(lines[0] ?? '', 0) && !isParagraphEnd(0);
  const inner = [...lines.keys()].filter((index) => index > 0 && !isParagraphEnd(index));
  const full = inner.filter((index) => isFull(lines[index] ?? '', index));
  const goingOn = lines.slice(1).filter((line) => /^[^\p{Lu}]/u.test(line));
  return full.length >= inner.length * MOST_LINES && goingOn.length >= (lines.length - 1) * GOING_ON;
}

/** How many lines at the start of a wrapped group are a title above its paragraph: a line shorter than the rest that ends no sentence, before one that starts with a capital. */
function titleLines(lines: string[]): number {
  const width = Math.max(...lines.map((line) => line.length));
  for (let count = 1; count <= Math.min(3, lines.length - 2); count++) {
    const last = lines[count - 1] ?? '';
    if (last.length < width * 0.85 && !/[.,;:-]$/.test(last) && /^["“(]?\p{Lu}/u.test(lines[count] ?? '')) return count;
  }
  return 0;
}

/** Wrapped lines as one; a word parted by a hyphen at the line's end keeps its hyphen. */
function joinLines(lines: string[]): string {
  return lines.reduce((text, line) => (/\p{L}-$/u.test(text) && /^\p{L}/u.test(line) ? text + line : `${text} ${line}`));
}

function labelOf(line: string): TextLabel | null {
  const match = LABELLED.exec(line);
  return match ? (LABELS[(match[1] ?? '').toLowerCase().replace('-', ' ')] ?? null) : null;
}

function withoutLabel(text: string): { text: string; label: TextLabel | null } {
  if (ANNOUNCEMENT.test(text)) return { text: '', label: 'abstract' };
  const label = labelOf(text);
  return label === null ? { text, label } : { text: text.replace(LABELLED, '').trim(), label };
}
