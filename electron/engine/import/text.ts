import { looksLikeHtml, pageText } from './html-text.ts';
import type { ReadRecord, RecordReader } from './record.ts';
import { TextAssembler, type TextProfile } from './text-assembler.ts';
import { textBlocks, textBlocksOf, type TextBlock } from './text-blocks.ts';
import { isProse, titleScore } from './text-shape.ts';

/** Pasted text or a saved web page: titles followed by abstracts, with the page's furniture around them. */
export const textReader: RecordReader = { format: 'text', markup: 'plain', detect, read };

/** The shortest paragraph that may be an abstract, in characters: less than this part of the usual one, and within these bounds. */
const SHORTEST_PART = 0.15;
const SHORTEST_ABSTRACT = 50;
const LONGEST_SHORTEST = 250;
/** Lines of formats that are read by other means: "AB  - …" and "TI …" exports, markup, program text. */
const TAGGED_LINE = /^(?:[A-Z][A-Z0-9]{1,3}\s*- |[A-Z][A-Z0-9] |\s*<\/?[a-z][\w:-]*[\s>/]|\s*"[\w-]+"\s*:|\s*[{}[\]]|@\w+\{|%[A-Z0-9] )|[;{}]\s*$/;
const MOST_TAGGED_LINES = 0.2;
/** Any format that is told by its signs is surer than text. */
const TEXT_SCORE = 0.3;
/** A list of titles has at least so many lines, and so many of them are good titles. */
const FEWEST_LISTED = 3;
const LISTED_SHARE = 0.8;

function detect(prefix: string): number {
  if (/^\s*[{[]\s*["{[]/.test(prefix) || (/^\s*</.test(prefix) && !looksLikeHtml(prefix))) return 0;
  const text = looksLikeHtml(prefix) ? pageText(prefix) : prefix;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.filter((line) => TAGGED_LINE.test(line)).length > lines.length * MOST_TAGGED_LINES) return 0;
  const blocks = textBlocksOf(text);
  const assembler = new TextAssembler(profileOf(blocks));
  const records = blocks.flatMap((block) => Array.from(assembler.add(block))).concat(Array.from(assembler.end()));
  return records.some((record) => 'title' in record) ? TEXT_SCORE : 0;
}

async function* read(text: AsyncIterable<string>, prefix: string): AsyncGenerator<ReadRecord> {
  const isPage = looksLikeHtml(prefix);
  const assembler = new TextAssembler(profileOf(textBlocksOf(isPage ? pageText(prefix) : prefix)));
  for await (const block of isPage ? pageBlocks(text) : textBlocks(text)) yield* assembler.add(block);
  yield* assembler.end();
}

/** The paragraphs of a web page, which has to be read as a whole. Lines are counted in its text, since its markup has few. */
async function* pageBlocks(text: AsyncIterable<string>): AsyncGenerator<TextBlock> {
  let page = '';
  for await (const chunk of text) page += chunk;
  yield* textBlocksOf(pageText(page));
}

function profileOf(blocks: TextBlock[]): TextProfile {
  const lengths = blocks.filter((block) => isProse(block.text, SHORTEST_ABSTRACT)).map((block) => block.text.length).sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  const shortestAbstract = Math.min(LONGEST_SHORTEST, Math.max(SHORTEST_ABSTRACT, median * SHORTEST_PART));
  const isLabelled = blocks.some((block) => block.label === 'title' || block.label === 'abstract');
  return { shortestAbstract, titlesOnly: lengths.length === 0 && !isLabelled && isTitleList(blocks) };
}

function isTitleList(blocks: TextBlock[]): boolean {
  const titles = blocks.filter((block) => titleScore(block.text) >= 0.75);
  return titles.length >= FEWEST_LISTED && titles.length >= blocks.length * LISTED_SHARE;
}
