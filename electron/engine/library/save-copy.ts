import { renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { AtlasError } from '../../../shared/failures.ts';
import { synchronise } from './library-file.ts';
import { sqliteProblem } from './sqlite-problem.ts';

/** Writes the whole library to a path, replacing a file there only once the copy is complete and on the disk. Throws library.write. */
export function saveCopy(database: DatabaseSync, path: string): void {
  const temporary = `${path}.${process.pid}.new`;
  try {
    rmSync(temporary, { force: true });
    database.prepare('VACUUM INTO ?').run(temporary);
    synchronise(temporary);
    renameSync(temporary, path);
    synchronise(path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new AtlasError('library.write', { problem: sqliteProblem(error) }, { cause: error });
  }
}
