import type { DatabaseSync } from 'node:sqlite';
import type { ImportReport } from '../../../shared/paper.ts';
import { numberColumn } from './columns.ts';

/** Records an import with its report and gives its number; imports are numbered from 1. */
export function addImport(database: DatabaseSync, report: ImportReport): number {
  const { lastInsertRowid } = database.prepare("INSERT INTO imports (made_at, report) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?)").run(JSON.stringify(report));
  return Number(lastInsertRowid);
}

/** The number of the latest import; 0 before the first. */
export function latestImport(database: DatabaseSync): number {
  return numberColumn(database.prepare('SELECT coalesce(max(id), 0) AS latest FROM imports').get() ?? {}, 'latest');
}
