import type { Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import type { UnnamedPaper } from './make-paper.ts';

/** Order of records from the fullest on; among equals by their content, so that it does not depend on where they were. */
export function byFullness(a: UnnamedPaper, b: UnnamedPaper): number {
  const difference = filledFields(b) - filledFields(a) || b.abstract.length - a.abstract.length || b.authors.length - a.authors.length || b.keywords.length - a.keywords.length;
  return difference || compareText(contentKey(a), contentKey(b));
}

/** Filled fields; an abstract is worth more than all others together. */
function filledFields(paper: UnnamedPaper): number {
  const others = [paper.year, paper.venue, paper.doi, paper.arxiv, paper.url].filter((value) => value !== null).length;
  return (paper.abstract === '' ? 0 : 10) + others + (paper.authors.length > 0 ? 1 : 0) + (paper.keywords.length > 0 ? 1 : 0);
}

function contentKey(paper: UnnamedPaper): string {
  const { title, abstract, year, authors, venue, doi, arxiv, url, keywords, ownId, source, citations } = paper;
  return JSON.stringify([title, abstract, year, authors, venue, doi, arxiv, url, keywords, ownId, source.file, String(source.line).padStart(12, '0'), citations]);
}

/** The first record with its gaps filled from the others, and the largest number of citations of all. */
export function mergedRecord(records: readonly [UnnamedPaper, ...UnnamedPaper[]]): UnnamedPaper {
  const [first, ...others] = records;
  const merged: UnnamedPaper = { ...first };
  for (const other of others) {
    if (merged.abstract === '' && other.abstract !== '') {
      merged.abstract = other.abstract;
      if (other.original?.abstract !== undefined) merged.original = { ...merged.original, abstract: other.original.abstract };
    }
    merged.year ??= other.year;
    merged.venue ??= other.venue;
    merged.doi ??= other.doi;
    merged.arxiv ??= other.arxiv;
    merged.url ??= other.url;
    merged.citations = largest(merged.citations, other.citations);
    if (merged.authors.length === 0) merged.authors = other.authors;
    if (merged.keywords.length === 0) merged.keywords = other.keywords;
  }
  return merged;
}

/** Counts only grow, and databases differ in what they know of: the largest is nearest. */
function largest(first: number | null, second: number | null): number | null {
  if (first === null || second === null) return first ?? second;
  return Math.max(first, second);
}

/** The record under an id, its keys in one order. */
export function named(id: string, record: UnnamedPaper): Paper {
  const { title, abstract, year, authors, venue, doi, arxiv, url, keywords, citations, source, original } = record;
  return { id, title, abstract, year, authors, venue, doi, arxiv, url, keywords, citations, source, ...(original ? { original } : {}) };
}

/** A paper as a record whose own id is the paper's. */
export function unnamed(paper: Paper): UnnamedPaper {
  return { ...paper, ownId: paper.id };
}
