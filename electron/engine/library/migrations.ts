/**
 * What brings a library from one version of its schema to the next; a library of version n has had the first n of them.
 * Never change one that was released: add another.
 *
 * - `papers`: as they were read, never changed by an edit. `import` is the import that first brought a paper, `citations` how often it is cited.
 * - `edits`: the undo journal. Those with `undone` = 0 are in force, in order of `seq`; the others can be done again. New kinds need no new columns.
 * - `artefacts`: what was computed, each with the parameters that it came from; all of it can be computed again.
 * - `thesauri`: thesauri of the user's as they were read, each with its report, compressed; which of them are used is an edit. Numbers are never given twice.
 * - `meta`: single values by name: the library's name, its first settings, the view.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE imports (id INTEGER PRIMARY KEY, made_at TEXT NOT NULL, report TEXT NOT NULL) STRICT;
  CREATE TABLE papers (
    id TEXT PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES imports (id),
    title TEXT NOT NULL,
    abstract TEXT NOT NULL,
    year INTEGER,
    authors TEXT NOT NULL,
    venue TEXT,
    doi TEXT,
    arxiv TEXT,
    url TEXT,
    keywords TEXT NOT NULL,
    source TEXT NOT NULL,
    original TEXT
  ) STRICT;
  CREATE TABLE edits (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    payload TEXT NOT NULL,
    after_import INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    made_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE artefacts (
    name TEXT NOT NULL,
    parameters TEXT NOT NULL,
    made INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (name, parameters)
  ) STRICT;
  `,
  `
  CREATE TABLE thesauri (id INTEGER PRIMARY KEY AUTOINCREMENT, content BLOB NOT NULL) STRICT;
  `,
  `
  ALTER TABLE papers ADD COLUMN citations INTEGER;
  `,
];

/** The version of the schema that this program writes, kept as the file's user_version. */
export const LIBRARY_VERSION = MIGRATIONS.length;
