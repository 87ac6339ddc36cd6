import type { DatabaseSync } from 'node:sqlite';
import { AtlasError } from '../../../shared/failures.ts';
import { findBaseMap, findIndex } from './artefacts.ts';
import { allEdits, editsInForce } from './journal.ts';
import { openLibraryFileReadOnly } from './library-file.ts';
import { allPapers } from './papers-table.ts';
import { sqliteProblem } from './sqlite-problem.ts';
import { thesauriOf } from './thesauri-table.ts';
import { choiceAfter, thesauriIn } from './thesaurus-choice.ts';

/** What is wrong with a library file, one phrase a fault; empty where nothing is. The file is not changed. Never throws. */
export function checkLibrary(path: string): string[] {
  let database: DatabaseSync | null = null;
  try {
    database = openLibraryFileReadOnly(path);
    const faults = structureFaults(database);
    const own = faults.length > 0 ? faults : editFaults(database);
    return own.length > 0 ? own : paperFaults(database);
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
  const thesauri = choiceAfter(editsInForce(database).map(({ edit }) => edit));
  const indexed = findIndex(database, thesauri)?.papers ?? [];
  const mapped = findBaseMap(database, thesauri)?.papers.map((paper) => paper.id) ?? [];
  const known = new Set(papers);
  const faults: string[] = [];
  if (indexed.length !== papers.length || indexed.some((id, row) => id !== papers[row])) faults.push('the concept index is of other papers');
  if (mapped.length !== papers.length || mapped.some((id) => !known.has(id))) faults.push('the map is of other papers');
  return faults;
}

function editFaults(database: DatabaseSync): string[] {
  try {
    thesauriOf(database, [...thesauriIn(allEdits(database).map(({ edit }) => edit))]);
    return [];
  } catch (error) {
    return [error instanceof Error && error.message.startsWith('its thesaurus') ? error.message : 'an edit of the undo journal, or a thesaurus, can’t be read'];
  }
}
