import type { Mention, MentionSentence } from '../../../shared/details.ts';
import type { Field, Paper } from '../../../shared/paper.ts';

/** Part of a text by UTF-16 offsets, end exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** Keywords as the one text that offsets into the field count in. */
export const KEYWORD_SEPARATOR = '; ';

let segmenter: Intl.Segmenter | null = null;

/** Made when first needed: it costs a start tens of milliseconds. */
function sentenceSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return segmenter;
}

/** Ends after which Unicode's rules see a sentence end where a reader sees none. */
const UNFINISHED = /\b(?:e\.g|i\.e|cf|vs|resp|approx|figs?|eqs?|secs?|refs?|pp|dr|prof|w\.r\.t|a\.k\.a)\.\s*$/i;
const AUTHORS = /\bet al\.\s*$/i;
const CITATION = /^[([]/;
const CONTINUES = /^[\d,;:)\]]/;

/** The sentences of a text, in order, without the white space around them. Unicode's rules (UAX 29), not ended by abbreviations such as "e.g.". */
export function sentenceRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  let open: TextRange | null = null;
  for (const { segment, index } of sentenceSegmenter().segment(text)) {
    if (open && continues(text.slice(open.start, open.end), segment)) open.end = index + segment.length;
    else ranges.push((open = { start: index, end: index + segment.length }));
  }
  return ranges.map((range) => trimmed(text, range)).filter(({ start, end }) => end > start);
}

function continues(before: string, after: string): boolean {
  return CONTINUES.test(after) || UNFINISHED.test(before) || (AUTHORS.test(before) && CITATION.test(after));
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const part = text.slice(start, end);
  return { start: start + (part.length - part.trimStart().length), end: end - (part.length - part.trimEnd().length) };
}

/** A field of a paper as the text in which mentions count their offsets. */
export function fieldText(paper: Paper, field: Field): string {
  return field === 'keywords' ? paper.keywords.join(KEYWORD_SEPARATOR) : paper[field];
}

/**
 * The sentences of a paper in which mentions lie, each sentence once with its first mention, in the order of the mentions; at most `limit`.
 * A title and a list of keywords count as one sentence.
 */
export function mentionSentences(paper: Paper, mentions: readonly Mention[], limit: number): MentionSentence[] {
  const found = new Map<string, MentionSentence>();
  const ranges = new Map<Field, TextRange[]>();
  for (const { field, start, end } of mentions) {
    if (found.size >= limit) break;
    const text = fieldText(paper, field);
    if (!ranges.has(field)) ranges.set(field, field === 'abstract' ? sentenceRanges(text) : [{ start: 0, end: text.length }]);
    const around = sentenceAround(ranges.get(field) ?? [], start, end);
    const key = `${field} ${around.start}`;
    if (found.has(key)) continue;
    found.set(key, { paper: paper.id, field, text: text.slice(around.start, around.end), start: start - around.start, end: end - around.start });
  }
  return [...found.values()];
}

/** The sentence that holds a mention; all the sentences it lies in where it crosses a border. */
function sentenceAround(ranges: readonly TextRange[], start: number, end: number): TextRange {
  const touched = ranges.filter((range) => range.start < end && range.end > start);
  const first = touched[0]?.start ?? start;
  const last = touched.at(-1)?.end ?? end;
  return { start: Math.min(first, start), end: Math.max(last, end) };
}
