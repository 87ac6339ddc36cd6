import type { Paper } from '../../../shared/paper.ts';
import { ownAddress } from './own-address.ts';

/** What the map knows of a paper, for columns of their own. */
export interface PaperPlace {
  topic: string;
  /** Labels, best first. */
  concepts: string[];
}

const HEADER = ['ID', 'Title', 'Authors', 'Year', 'Venue', 'DOI', 'arXiv', 'URL', 'Keywords', 'Abstract', 'Citations', 'Topic', 'Concepts', 'File'];
/** Tells programs for tables that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Papers as a table of comma-separated values in UTF-8 (RFC 4180), in their order, with the topic and the concepts of each. */
export function writeCsv(papers: readonly Paper[], placeOf: (paper: string) => PaperPlace | null): string {
  const rows = papers.map((paper) => {
    const place = placeOf(paper.id);
    return [paper.id, paper.title, joinList(paper.authors), paper.year, paper.venue, paper.doi, paper.arxiv, ownAddress(paper), joinList(paper.keywords), paper.abstract, paper.citations, place?.topic ?? null, joinList(place?.concepts ?? []), paper.source.file];
  });
  return BYTE_ORDER_MARK + [HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell; quoted where it has to be. One that a program for tables would take for a formula gets an apostrophe before it. */
function cell(value: string | number | null): string {
  if (value === null || typeof value === 'number') return String(value ?? '');
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A list in one cell; a single entry that readers might part ends with the separator. */
function joinList(entries: readonly string[]): string {
  const safe = entries.map((entry) => entry.replaceAll(';', ','));
  const [only = '', ...others] = safe;
  return others.length === 0 && /[,|&]|\sand\s/i.test(only) ? `${only};` : safe.join('; ');
}
