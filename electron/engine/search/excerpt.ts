import type { FoundPaper } from '../../../shared/answers.ts';
import type { Paper } from '../../../shared/paper.ts';
import { marksOf, matchesIn, type Match } from './match-words.ts';
import type { QueryPart } from './parse-query.ts';

/** An excerpt is about this long, in characters. */
const EXCERPT_LENGTH = 160;
/** Of which so much stands before the first match. */
const LEAD_LENGTH = 40;

interface Field {
  field: FoundPaper['field'];
  text: string;
}

/**
 * Where a paper meets a query: the field that meets most of its parts, foremost ones first, and the stretch of it that does so best. `wordings` are
 * those of the paper's concepts.
 */
export function foundPaper(paper: Paper, wordings: readonly string[], parts: readonly QueryPart[]): FoundPaper {
  const fields: Field[] = [
    { field: 'title', text: paper.title },
    ...wordings.map((text) => ({ field: 'concepts' as const, text })),
    { field: 'keywords', text: paper.keywords.join('; ') },
    { field: 'authors', text: paper.authors.join(', ') },
    { field: 'abstract', text: paper.abstract },
  ];
  let best = { field: fields[0] as Field, matches: [] as Match[], met: 0 };
  for (const field of fields) {
    if (best.met === parts.length) break;
    const matches = matchesIn(field.text, parts);
    const met = new Set(matches.map(({ part }) => part)).size;
    if (met > best.met) best = { field, matches, met };
  }
  return { id: paper.id, field: best.field.field, ...excerpt(best.field.text, best.matches) };
}

/** The stretch of a text that has most different parts in it, with its marks; "…" stands for what was left out. */
export function excerpt(text: string, matches: readonly Match[]): Pick<FoundPaper, 'excerpt' | 'marks'> {
  if (text.length <= EXCERPT_LENGTH) return { excerpt: text, marks: marksOf(matches) };
  const { start, end } = bestStretch(text, matches);
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  const inside = matches.filter((match) => match.start >= start && match.end <= end).map((match) => ({ part: match.part, start: match.start + shift, end: match.end + shift }));
  return { excerpt: `${before}${text.slice(start, end).trimEnd()}${end < text.length ? '…' : ''}`, marks: marksOf(inside) };
}

function bestStretch(text: string, matches: readonly Match[]): { start: number; end: number } {
  let best = { first: 0, met: 0 };
  for (const { start } of matches) {
    const within = matches.filter((match) => match.start >= start && match.end <= start + EXCERPT_LENGTH - LEAD_LENGTH);
    const met = new Set(within.map(({ part }) => part)).size;
    if (met > best.met) best = { first: start, met };
  }
  const start = startOfWord(text, Math.max(0, Math.min(best.first - LEAD_LENGTH, text.length - EXCERPT_LENGTH)), best.first);
  return { start, end: endOfWord(text, Math.min(text.length, start + EXCERPT_LENGTH)) };
}

/** The first start of a word from a place on, but not beyond a limit. */
function startOfWord(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return space < 0 || space >= limit ? Math.min(from, limit) : space + 1;
}

/** The last end of a word before a place; the place itself in a text without spaces. */
function endOfWord(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space > to - LEAD_LENGTH ? space : to;
}
