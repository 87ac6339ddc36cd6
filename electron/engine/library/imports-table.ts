import type { DatabaseSync } from 'node:sqlite';
import type { ImportReport } from '../../../shared/paper.ts';

/** Records an import with its report and gives its number; imports are numbered from 1. */
export function addImport(database: DatabaseSync, report: ImportReport): number {
  const { lastInsertRowid } = database.prepare("INSERT INTO imports (made_at, report) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?)").run(JSON.stringify(report));
  return Number(lastInsertRowid);
}
