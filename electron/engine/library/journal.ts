import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { conceptCorrectionSchemas } from '../corrections/concept-correction.ts';
import { storedAnnotateSchema } from './annotation-targets.ts';
import { numberColumn, textColumn, type Row } from './columns.ts';
import { schemaOfEdit } from './edit-schemas.ts';
import { storedTopicSchemas } from './topic-edits.ts';

/** The thesauri that a library uses: numbers of those it keeps, the ones that count most last, and whether the built-in one is used too. */
const thesaurusChoiceSchema = z.object({ ids: z.array(z.int()), builtIn: z.boolean() });

export type ThesaurusChoice = z.infer<typeof thesaurusChoiceSchema>;

/** What a library uses before any edit says otherwise. */
export const FIRST_THESAURI: ThesaurusChoice = { ids: [], builtIn: true };

/** An edit as the journal keeps it: what the user did, with what it needs to find its place again on another map. */
const storedEditSchema = z.discriminatedUnion('kind', [
  schemaOfEdit('move'),
  schemaOfEdit('settings'),
  schemaOfEdit('unpin'),
  ...storedTopicSchemas,
  storedAnnotateSchema,
  schemaOfEdit('make-list'),
  schemaOfEdit('change-list'),
  schemaOfEdit('remove-list'),
  ...conceptCorrectionSchemas,
  thesaurusChoiceSchema.extend({ kind: z.literal('thesauri') }),
]);

export type StoredEdit = z.infer<typeof storedEditSchema>;

export interface JournalEntry {
  seq: number;
  /** What it does, as a phrase: "Move 3 papers". */
  label: string;
  edit: StoredEdit;
  /** The latest import at the time; papers of later imports were not known to the edit. */
  afterImport: number;
}

/** The edits in force, oldest first. */
export function editsInForce(database: DatabaseSync): JournalEntry[] {
  const rows = database.prepare('SELECT seq, label, payload, after_import FROM edits WHERE undone = 0 ORDER BY seq').all();
  return rows.map(entryOf);
}

/** The edits in force of an open library, each read from its file once: moves of many papers take long to read. */
export class KnownEdits {
  readonly #entries = new Map<number, JournalEntry>();

  /** The edits in force, oldest first. */
  inForce(database: DatabaseSync): JournalEntry[] {
    const rows = database.prepare('SELECT seq FROM edits WHERE undone = 0 ORDER BY seq').all();
    const read = database.prepare('SELECT seq, label, payload, after_import FROM edits WHERE seq = ?');
    return rows.map((row) => {
      const seq = numberColumn(row, 'seq');
      const entry = this.#entries.get(seq) ?? entryOf(read.get(seq) ?? {});
      this.#entries.set(seq, entry);
      return entry;
    });
  }

  /** Forgets the edits after one, whose numbers may be those of others now; all of them where none is named. */
  forgetAfter(seq = 0): void {
    for (const each of this.#entries.keys()) if (each > seq) this.#entries.delete(each);
  }
}

/** All edits, those undone too, oldest first. */
export function allEdits(database: DatabaseSync): JournalEntry[] {
  return database.prepare('SELECT seq, label, payload, after_import FROM edits ORDER BY seq').all().map(entryOf);
}

/** The edit that the next redo would do again. */
export function nextRedo(database: DatabaseSync): JournalEntry | null {
  const row = database.prepare('SELECT seq, label, payload, after_import FROM edits WHERE undone = 1 ORDER BY seq LIMIT 1').get();
  return row ? entryOf(row) : null;
}

/** Adds an edit in force. What was undone before it can't be done again. */
export function appendEdit(database: DatabaseSync, edit: StoredEdit, label: string): void {
  database.prepare('DELETE FROM edits WHERE undone = 1').run();
  const insert = database.prepare(
    `INSERT INTO edits (kind, label, payload, after_import, made_at)
     VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) FROM imports), strftime('%Y-%m-%dT%H:%M:%SZ'))`,
  );
  insert.run(edit.kind, label, JSON.stringify(edit));
}

/** Marks an edit as undone, or as in force again. */
export function markUndone(database: DatabaseSync, seq: number, undone: boolean): void {
  database.prepare('UPDATE edits SET undone = ? WHERE seq = ?').run(undone ? 1 : 0, seq);
}

function entryOf(row: Row): JournalEntry {
  return {
    seq: numberColumn(row, 'seq'),
    label: textColumn(row, 'label'),
    edit: storedEditSchema.parse(JSON.parse(textColumn(row, 'payload'))),
    afterImport: numberColumn(row, 'after_import'),
  };
}
