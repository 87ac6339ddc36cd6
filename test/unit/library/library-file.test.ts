import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { APPLICATION_ID, checkHeader, createLibraryFile, inTransaction, openLibraryFile } from '../../../electron/engine/library/library-file.ts';
import { LIBRARY_VERSION, MIGRATIONS } from '../../../electron/engine/library/migrations.ts';
import { allPapers } from '../../../electron/engine/library/papers-table.ts';
import { readLibraryPapers } from '../../../electron/engine/library/read-library-papers.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof AtlasError ? error.failure.code : String(error);
  }
}

function refuse(): never {
  throw new AtlasError('call.cancelled');
}

/** Opens a file that has to be refused, and gives the code; the file must stay as it is. */
function refusal(path: string): string {
  const before = readFileSync(path);
  const code = codeOf(() => openLibraryFile(path));
  expect(readFileSync(path).equals(before), 'the refused file is unchanged').toBe(true);
  return code;
}

describe('library file', () => {
  it('carries the application id ATLS and the schema version in its header', () => {
    const path = join(temporaryFolder(), 'new.atlas');
    createLibraryFile(path).close();
    const header = readFileSync(path);
    expect(header.toString('latin1', 68, 72)).toBe('ATLS');
    expect(header.readUInt32BE(60)).toBe(LIBRARY_VERSION);
    expect(checkHeader(path)).toBe(LIBRARY_VERSION);
  });

  it('is one file between two actions, so that a user can move or copy it', () => {
    const folder = temporaryFolder();
    const database = createLibraryFile(join(folder, 'one.atlas'));
    inTransaction(database, () => database.exec("INSERT INTO meta VALUES ('a', 'b')"));
    expect(readdirSync(folder)).toEqual(['one.atlas']);
    database.close();
  });

  it('brings a library of the first version to this one', () => {
    const path = join(temporaryFolder(), 'first.atlas');
    const first = new DatabaseSync(path);
    first.exec(`${MIGRATIONS[0] ?? ''} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1;`);
    first.exec("INSERT INTO meta VALUES ('name', 'Mine')");
    first.exec("INSERT INTO imports VALUES (1, 'now', '{}')");
    first.exec(`INSERT INTO papers VALUES ('p', 1, 'A title', '', 2020, '[]', NULL, NULL, NULL, NULL, '[]', '{"file":"a.bib","line":1,"format":"bibtex"}', NULL)`);
    first.close();
    expect(readLibraryPapers(path)).toMatchObject([{ id: 'p', citations: null }]);
    const database = openLibraryFile(path);
    expect(allPapers(database)).toMatchObject([{ id: 'p', citations: null }]);
    expect(database.prepare('SELECT count(*) AS n FROM thesauri').get()).toEqual({ n: 0 });
    expect(database.prepare('SELECT value FROM meta').get()).toEqual({ value: 'Mine' });
    database.close();
    expect(checkHeader(path)).toBe(LIBRARY_VERSION);
  });

  it('refuses a file of a newer version with library.newer', () => {
    const path = join(temporaryFolder(), 'newer.atlas');
    const database = createLibraryFile(path);
    database.exec(`PRAGMA user_version = ${LIBRARY_VERSION + 1}`);
    database.close();
    expect(refusal(path)).toBe('library.newer');
  });

  it('refuses another program’s SQLite file with library.foreign', () => {
    const path = join(temporaryFolder(), 'foreign.sqlite');
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE bookmarks (url TEXT)');
    database.close();
    expect(refusal(path)).toBe('library.foreign');
  });

  it.each([
    ['text', 'Attention is all you need\n'.repeat(20)],
    ['nothing', ''],
    ['the start of a header', 'SQLite format 3'],
  ])('refuses a file of %s with library.open', (_, content) => {
    const path = join(temporaryFolder(), 'other.atlas');
    writeFileSync(path, content);
    expect(refusal(path)).toBe('library.open');
  });

  it('refuses a library cut off in the middle with library.open', () => {
    const path = join(temporaryFolder(), 'cut.atlas');
    createLibraryFile(path).close();
    writeFileSync(path, readFileSync(path).subarray(0, 5000));
    const code = codeOf(() => openLibraryFile(path).prepare('SELECT * FROM papers').all());
    expect(['library.open', 'Error: database disk image is malformed']).toContain(code);
  });

  it('refuses a missing file with library.open and does not make it', () => {
    const folder = temporaryFolder();
    expect(codeOf(() => openLibraryFile(join(folder, 'gone.atlas')))).toBe('library.open');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps nothing of a transaction that throws before its end', () => {
    const database = createLibraryFile(join(temporaryFolder(), 'rolled-back.atlas'));
    expect(codeOf(() => inTransaction(database, () => database.exec("INSERT INTO meta VALUES ('a', 'b')"), refuse))).toBe('call.cancelled');
    expect(database.prepare('SELECT * FROM meta').all()).toEqual([]);
    database.close();
  });

  it('says library.write where another connection holds the file', { timeout: 10_000 }, () => {
    const path = join(temporaryFolder(), 'busy.atlas');
    const database = createLibraryFile(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    database.exec('PRAGMA busy_timeout = 10');
    expect(codeOf(() => inTransaction(database, () => undefined))).toBe('library.write');
    other.close();
    database.close();
  });

  it('has an application id that spells ATLS', () => {
    expect(Buffer.from(APPLICATION_ID.toString(16), 'hex').toString('latin1')).toBe('ATLS');
  });
});
