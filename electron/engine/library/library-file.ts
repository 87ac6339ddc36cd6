import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AtlasError } from '../../../shared/failures.ts';
import { LIBRARY_VERSION, MIGRATIONS } from './migrations.ts';
import { sqliteProblem } from './sqlite-problem.ts';

/** What an SQLite file carries that is a Concept Atlas library: "ATLS". */
export const APPLICATION_ID = 0x41_54_4c_53;

const HEADER_BYTES = 100;
const HEADER_TEXT = 'SQLite format 3\0';
const USER_VERSION_OFFSET = 60;
const APPLICATION_ID_OFFSET = 68;
const BUSY_TIMEOUT_MS = 4000;

/**
 * Checks from a file's first bytes that it is a library this program can open; never opens it as a database, so nothing is changed.
 * Gives its schema version. Throws library.open, library.foreign or library.newer; `name` is the file as the user knows it.
 */
export function checkHeader(path: string, name: string = basename(path)): number {
  const header = readHeader(path, name);
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, HEADER_TEXT.length) !== HEADER_TEXT) throw new AtlasError('library.open', { file: name, problem: 'it is not a library file' });
  if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) throw new AtlasError('library.foreign', { file: name });
  const version = header.readUInt32BE(USER_VERSION_OFFSET);
  if (version > LIBRARY_VERSION) throw new AtlasError('library.newer', { file: name, version });
  return version;
}

function readHeader(path: string, name: string): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(HEADER_BYTES);
      return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new AtlasError('library.open', { file: name, problem: missing ? 'it is not there any more' : messageOf(error) }, { cause: error });
  }
}

/** Opens a library file and brings it to this program's version. Throws library.open, library.foreign or library.newer. */
export function openLibraryFile(path: string, name: string = basename(path)): DatabaseSync {
  const version = checkHeader(path, name);
  let database: DatabaseSync | null = null;
  try {
    database = connect(path);
    migrate(database, version);
    return database;
  } catch (error) {
    database?.close();
    throw new AtlasError('library.open', { file: name, problem: sqliteProblem(error) }, { cause: error });
  }
}

/** Opens a library file to look at only: nothing is changed, not even its version. Throws like openLibraryFile. */
export function openLibraryFileReadOnly(path: string, name: string = basename(path)): DatabaseSync {
  checkHeader(path, name);
  try {
    return new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS, defensive: true });
  } catch (error) {
    throw new AtlasError('library.open', { file: name, problem: sqliteProblem(error) }, { cause: error });
  }
}

/** Makes an empty library at a path where no file is, and leaves it open. Throws library.write. */
export function createLibraryFile(path: string): DatabaseSync {
  try {
    const database = connect(path);
    migrate(database, 0);
    return database;
  } catch (error) {
    throw new AtlasError('library.write', { problem: sqliteProblem(error) }, { cause: error });
  }
}

/**
 * A rollback journal rather than a write-ahead log: between two actions a library is exactly one file, which its user may move
 * or copy at any time, and with `synchronous = EXTRA` an action outlives a crash of the program and of the machine.
 */
function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, defensive: true, enableForeignKeyConstraints: true });
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA temp_store = MEMORY;');
  return database;
}

function migrate(database: DatabaseSync, version: number): void {
  if (version === LIBRARY_VERSION) return;
  inTransaction(database, () => {
    for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${LIBRARY_VERSION};`);
  });
}

/**
 * Runs work as one transaction: all of it is in the file when this returns, or none of it when it throws.
 * `beforeCommit` may still refuse by throwing. Throws library.write where SQLite can't write.
 */
export function inTransaction<T>(database: DatabaseSync, work: () => T, beforeCommit: () => void = () => undefined): T {
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = work();
    beforeCommit();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (error instanceof AtlasError) throw error;
    throw new AtlasError('library.write', { problem: sqliteProblem(error) }, { cause: error });
  }
}

/** Makes sure that a file's bytes, and its name in its folder, are on the disk. Folders can't be synchronised everywhere: then the file alone. */
export function synchronise(path: string): void {
  for (const [place, flags] of [[path, 'r+'], [dirname(path), 'r']] as const) {
    try {
      const descriptor = openSync(place, flags);
      fsyncSync(descriptor);
      closeSync(descriptor);
    } catch (error) {
      if (place === path) throw error;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
