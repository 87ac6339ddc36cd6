import { FullTextTable } from './full-text-table.ts';
import { ScanTable } from './scan-table.ts';
import type { TextColumn, TextTable } from './text-table.ts';

/** A table in memory: SQLite's full-text search (FTS5), or a plain scan where this SQLite was built without it. */
export function makeTextTable(columns: readonly TextColumn[]): TextTable {
  try {
    return new FullTextTable(columns);
  } catch {
    return new ScanTable(columns);
  }
}
