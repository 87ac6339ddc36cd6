import { basename } from 'node:path';
import { AtlasError } from '../../../shared/failures.ts';
import type { Paper } from '../../../shared/paper.ts';
import { openLibraryFileReadOnly } from './library-file.ts';
import { allPapers } from './papers-table.ts';
import { sqliteProblem } from './sqlite-problem.ts';

/** The papers of a library file, sorted by id; the file is not changed. Throws library.open, library.foreign or library.newer. */
export function readLibraryPapers(path: string, name: string = basename(path)): Paper[] {
  const database = openLibraryFileReadOnly(path, name);
  try {
    return allPapers(database);
  } catch (error) {
    throw new AtlasError('library.open', { file: name, problem: sqliteProblem(error) }, { cause: error });
  } finally {
    database.close();
  }
}
