import type { DatabaseSync } from 'node:sqlite';
import { AtlasError } from '../../../shared/failures.ts';
import { findBaseMap, findIndex } from './artefacts.ts';
import { allEdits } from './journal.ts';
import { openLibraryFileReadOnly } from './library-file.ts';
import { allPapers } from './papers-table.ts';
import { sqliteProblem } from './sqlite-problem.ts';

/** What is wrong with a library file, one phrase a fault; empty where nothing is. The file is not changed. Never throws. */
export function checkLibrary(path: string): string[] {
  let database: DatabaseSync | null = null;
  try {
    database = openLibraryFileReadOnly(path);
    const faults = structureFaults(database);
    return faults.length > 0 ? faults : [...paperFaults(database), ...editFaults(database)];
  } catch (error) {
    return [error instanceof AtlasError ? error.message : sqliteProblem(error)];
  } finally {
    database?.close();
  }
}

function structureFaults(database: DatabaseSync): string[] {
  const integrity = database.prepare('PRAGMA integrity_check').all().map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
  const references = database.prepare('PRAGMA foreign_key_check').all().map((row) => `a row of ${String(row['table'])} refers to a missing row of ${String(row['parent'])}`);
  return [...integrity, ...references];
}

/** What was computed has to be of the papers that are there. */
function paperFaults(database: DatabaseSync): string[] {
  const papers = allPapers(database).map((paper) => paper.id);
  const indexed = findIndex(database)?.papers ?? [];
  const mapped = findBaseMap(database)?.papers.map((paper) => paper.id) ?? [];
  const known = new Set(papers);
  const faults: string[] = [];
  if (indexed.length !== papers.length || indexed.some((id, row) => id !== papers[row])) faults.push('the concept index is of other papers');
  if (mapped.length !== papers.length || mapped.some((id) => !known.has(id))) faults.push('the map is of other papers');
  return faults;
}

function editFaults(database: DatabaseSync): string[] {
  try {
    allEdits(database);
    return [];
  } catch {
    return ['an edit of the undo journal can’t be read'];
  }
}
