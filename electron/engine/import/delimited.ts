import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse, type Options } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { fieldSources, splitKeywords, type RecordField } from './field-names.ts';
import { splitAuthors } from './names.ts';
import type { RawRecord, ReadRecord, RecordReader } from './record.ts';

/** Tables with a header: CSV, TSV and their kin, told by a column with titles. */
export const delimitedReader: RecordReader = { format: 'csv', markup: 'plain', detect, read };

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** A header may stand below a few lines about the export. */
const HEADER_WITHIN_ROWS = 4;

interface Dialect {
  delimiter: string;
  quoted: boolean;
  /** Row of the header, from 0. */
  headerRow: number;
  width: number;
  /** For each field the columns that may hold it, best first. */
  columns: Map<RecordField, number[]>;
}

function detect(prefix: string): number {
  const dialect = findDialect(prefix);
  if (!dialect) return 0;
  return dialect.columns.size > 1 ? 0.85 : 0.4;
}

async function* read(text: AsyncIterable<string>, prefix: string): AsyncGenerator<ReadRecord> {
  const dialect = findDialect(prefix);
  if (!dialect) return;
  const parser = parse({ ...csvOptions(dialect), info: true });
  /** Its failure is the parser's, which is met below. */
  pipeline(Readable.from(text), parser).catch(() => undefined);
  let row = -1;
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    row++;
    const firstLine = line;
    line = info.lines + 1;
    if (row > dialect.headerRow && record.some((cell) => cell.trim() !== '')) yield recordOf(record, firstLine, dialect);
  }
}

function csvOptions({ delimiter, quoted }: Pick<Dialect, 'delimiter' | 'quoted'>): Options {
  return { delimiter, quote: quoted ? '"' : null, relax_quotes: true, relax_column_count: true, record_delimiter: '\n', max_record_size: 0 };
}

/** How the table is written, by the reading that knows most columns of its header; null where none has a column with titles. */
function findDialect(prefix: string): Dialect | null {
  let best: Dialect | null = null;
  for (const delimiter of DELIMITERS) {
    const candidate = dialectWith(prefix, delimiter);
    if (candidate && candidate.columns.size > (best?.columns.size ?? 0)) best = candidate;
  }
  return best;
}

function dialectWith(prefix: string, delimiter: string): Dialect | null {
  const rows = firstRows(prefix, { delimiter, quoted: true });
  const headerRow = rows.findIndex((row) => isHeader(row));
  const header = rows[headerRow];
  if (!header) return null;
  const columns = fieldSources(header);
  return { delimiter, quoted: delimiter !== '\t' || usesQuotes(prefix, header.length), headerRow, width: header.length, columns };
}

/** The first rows; the first alone where those after it are longer than the prefix. */
function firstRows(prefix: string, dialect: Pick<Dialect, 'delimiter' | 'quoted'>): string[][] {
  for (const to of [HEADER_WITHIN_ROWS, 1]) {
    try {
      return parseAtOnce(prefix, { ...csvOptions(dialect), to, skip_empty_lines: true });
    } catch {
      continue;
    }
  }
  return [];
}

/** A header names a column of titles, and its names are short. */
function isHeader(row: string[]): boolean {
  return fieldSources(row).has('title') && row.every((name) => name.length <= 60);
}

/** Whether quotation marks in a tab-separated table enclose cells: not where all lines have as many cells as the header without them. */
function usesQuotes(prefix: string, width: number): boolean {
  const lines = prefix.split('\n').slice(0, -1).filter((line) => line.trim() !== '');
  return lines.some((line) => line.split('\t').length < width && line.includes('"'));
}

function recordOf(cells: string[], line: number, { width, columns, quoted }: Dialect): ReadRecord {
  const surplus = cells.slice(width).some((cell) => cell.trim() !== '');
  if (surplus) return { line, reason: `${cells.length} cells where the header has ${width}` };
  const cell = (index: number) => (quoted ? (cells[index] ?? '') : unquoted(cells[index] ?? ''));
  const value = (field: RecordField) => columns.get(field)?.map(cell).find((text) => text.trim() !== '');
  const record: RawRecord = { line, authors: splitAuthors(value('authors') ?? ''), keywords: splitKeywords(value('keywords') ?? '') };
  for (const field of ['id', 'title', 'abstract', 'year', 'venue', 'doi', 'arxiv', 'url', 'citations'] as const) record[field] = value(field);
  return record;
}

function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
