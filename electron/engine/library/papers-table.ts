import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { PaperFacts } from '../../../shared/details.ts';
import { PAPER_FORMATS, type Paper } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import { numberColumn, optionalNumberColumn, optionalTextColumn, textColumn, type Row } from './columns.ts';

const listSchema = z.array(z.string());
const sourceSchema = z.object({ file: z.string(), line: z.number(), format: z.enum(PAPER_FORMATS) });
const originalSchema = z.object({ title: z.string().exactOptional(), abstract: z.string().exactOptional() });

const COLUMNS = 'id, title, abstract, year, authors, venue, doi, arxiv, url, keywords, source, original, citations';
/** Libraries of version 2 and before, which may be open for reading only, know no citations. */
const OLD_COLUMNS = COLUMNS.replace('citations', 'NULL AS citations');

/** All papers of a library, sorted by id. */
export function allPapers(database: DatabaseSync): Paper[] {
  const papers: Paper[] = [];
  for (const row of database.prepare(`SELECT ${knowsCitations(database) ? COLUMNS : OLD_COLUMNS} FROM papers`).iterate()) papers.push(paperOf(row));
  return papers.sort((a, b) => compareText(a.id, b.id));
}

/** The papers that come after an id in the file's own order, so many at most. */
export function papersAfter(database: DatabaseSync, id: string, count: number): Paper[] {
  return database.prepare(`SELECT ${COLUMNS} FROM papers WHERE id > ? ORDER BY id LIMIT ?`).all(id, count).map(paperOf);
}

/** One paper; null where the library has none of this id. */
export function onePaper(database: DatabaseSync, id: string): Paper | null {
  const row = database.prepare(`SELECT ${COLUMNS} FROM papers WHERE id = ?`).get(id);
  return row ? paperOf(row) : null;
}

/** What tables and filters show of each paper, sorted by id. */
export function allFacts(database: DatabaseSync): PaperFacts[] {
  const facts: PaperFacts[] = [];
  for (const row of database.prepare('SELECT id, authors, venue, year, source, citations FROM papers').iterate()) facts.push(factsOf(row));
  return facts.sort((a, b) => compareText(a.id, b.id));
}

function factsOf(row: Row): PaperFacts {
  return {
    id: textColumn(row, 'id'),
    authors: listSchema.parse(JSON.parse(textColumn(row, 'authors'))),
    venue: optionalTextColumn(row, 'venue'),
    year: optionalNumberColumn(row, 'year'),
    source: sourceSchema.parse(JSON.parse(textColumn(row, 'source'))).file,
    citations: optionalNumberColumn(row, 'citations'),
  };
}

/** Which import brought each paper, by paper id. */
export function importOfPapers(database: DatabaseSync): Map<string, number> {
  const rows = database.prepare('SELECT id, import FROM papers').all();
  return new Map(rows.map((row) => [textColumn(row, 'id'), numberColumn(row, 'import')]));
}

/**
 * Makes the papers of a library the given ones. Those that were there already keep the import that brought them;
 * new ones get `importId`. `check` is called now and then and may throw.
 */
export function replacePapers(database: DatabaseSync, before: readonly Paper[], papers: readonly Paper[], importId: number, check: () => void): void {
  const known = new Map(before.map((paper) => [paper.id, JSON.stringify(paper)]));
  const placeholders = COLUMNS.replaceAll(/\w+/g, '?');
  const insert = database.prepare(`INSERT INTO papers (${COLUMNS}, import) VALUES (${placeholders}, ?)`);
  const update = database.prepare(`UPDATE papers SET (${COLUMNS}) = (${placeholders}) WHERE id = ?`);
  for (const [position, paper] of papers.entries()) {
    if (position % 1000 === 0) check();
    const stored = known.get(paper.id);
    known.delete(paper.id);
    if (stored === undefined) insert.run(...valuesOf(paper), importId);
    else if (stored !== JSON.stringify(paper)) update.run(...valuesOf(paper), paper.id);
  }
  const remove = database.prepare('DELETE FROM papers WHERE id = ?');
  for (const id of known.keys()) remove.run(id);
}

function knowsCitations(database: DatabaseSync): boolean {
  return database.prepare('PRAGMA table_info(papers)').all().some((row) => row['name'] === 'citations');
}

function valuesOf(paper: Paper): (string | number | null)[] {
  return [
    paper.id,
    paper.title,
    paper.abstract,
    paper.year,
    JSON.stringify(paper.authors),
    paper.venue,
    paper.doi,
    paper.arxiv,
    paper.url,
    JSON.stringify(paper.keywords),
    JSON.stringify(paper.source),
    paper.original ? JSON.stringify(paper.original) : null,
    paper.citations,
  ];
}

function paperOf(row: Row): Paper {
  const original = optionalTextColumn(row, 'original');
  return {
    id: textColumn(row, 'id'),
    title: textColumn(row, 'title'),
    abstract: textColumn(row, 'abstract'),
    year: optionalNumberColumn(row, 'year'),
    authors: listSchema.parse(JSON.parse(textColumn(row, 'authors'))),
    venue: optionalTextColumn(row, 'venue'),
    doi: optionalTextColumn(row, 'doi'),
    arxiv: optionalTextColumn(row, 'arxiv'),
    url: optionalTextColumn(row, 'url'),
    keywords: listSchema.parse(JSON.parse(textColumn(row, 'keywords'))),
    citations: optionalNumberColumn(row, 'citations'),
    source: sourceSchema.parse(JSON.parse(textColumn(row, 'source'))),
    ...(original === null ? {} : { original: originalSchema.parse(JSON.parse(original)) }),
  };
}
