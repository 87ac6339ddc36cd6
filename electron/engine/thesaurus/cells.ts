import { parse, CsvError } from 'csv-parse/sync';
import type { SkippedRecord } from '../../../shared/paper.ts';

export const DELIMITERS = ['\t', ';', ',', '|'] as const;

/** One row of a table with the line, from 1, where it starts. */
export interface Row {
  line: number;
  cells: string[];
}

/**
 * The rows of a table whose cells stand apart by `delimiter` and may be quoted, also over several lines; empty rows are left out.
 * Where a quotation mark is never closed, every line is read by itself, and those that can't be are skipped.
 */
export function readRows(text: string, delimiter: string): { rows: Row[]; skipped: SkippedRecord[] } {
  try {
    return { rows: parseRows(text, delimiter), skipped: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return readLines(text, delimiter);
  }
}

function parseRows(text: string, delimiter: string): Row[] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: '\n', info: true } as const;
  const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
  const rows: Row[] = [];
  let line = 1;
  for (const { record, info } of records) {
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    line = info.lines + 1;
  }
  return rows;
}

function readLines(text: string, delimiter: string): { rows: Row[]; skipped: SkippedRecord[] } {
  const rows: Row[] = [];
  const skipped: SkippedRecord[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    try {
      for (const { cells } of parseRows(content, delimiter)) rows.push({ line: index + 1, cells });
    } catch {
      skipped.push({ line: index + 1, reason: 'a quotation mark in it is never closed' });
    }
  }
  return { rows, skipped };
}
