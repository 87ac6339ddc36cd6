import type { DatabaseSync } from 'node:sqlite';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { THESAURUS_FORMATS } from '../../../shared/thesaurus.ts';
import type { ReadThesaurus } from '../thesaurus/read-thesaurus.ts';
import { bytesColumn, numberColumn } from './columns.ts';

const labels = z.array(z.string());
const storedSchema = z.object({
  thesaurus: z.object({
    name: z.string(),
    entries: z.array(z.object({ id: z.string(), label: z.string(), fixedLabel: z.literal(true).exactOptional(), aliases: labels, ambiguous: labels, broader: labels, related: labels })),
    ignored: labels.exactOptional(),
  }),
  report: z.object({
    file: z.string(),
    format: z.enum(THESAURUS_FORMATS),
    concepts: z.number(),
    ignored: z.number(),
    skipped: z.array(z.object({ line: z.number(), reason: z.string() })),
    notices: z.array(z.object({ line: z.number().nullable(), message: z.string() })),
  }),
});

/** The thesauri of some numbers, in their order. Throws Error where one is not there or can't be read. */
export function thesauriOf(database: DatabaseSync, ids: readonly number[]): ReadThesaurus[] {
  const select = database.prepare('SELECT content FROM thesauri WHERE id = ?');
  return ids.map((id) => {
    const row = select.get(id);
    if (!row) throw new Error(`its thesaurus ${id} is missing`);
    return storedSchema.parse(JSON.parse(inflateRawSync(bytesColumn(row, 'content')).toString('utf8')));
  });
}

/** The number that the next thesaurus gets. */
export function nextThesaurusId(database: DatabaseSync): number {
  const row = database.prepare("SELECT coalesce(max(seq), 0) + 1 AS next FROM sqlite_sequence WHERE name = 'thesauri'").get();
  return row ? numberColumn(row, 'next') : 1;
}

/** Keeps a thesaurus under a number. */
export function putThesaurus(database: DatabaseSync, id: number, read: ReadThesaurus): void {
  database.prepare('INSERT INTO thesauri (id, content) VALUES (?, ?)').run(id, deflateRawSync(JSON.stringify(read)));
}

/** Removes the thesauri that nothing refers to any more. */
export function keepThesauri(database: DatabaseSync, used: ReadonlySet<number>): void {
  const remove = database.prepare('DELETE FROM thesauri WHERE id = ?');
  for (const row of database.prepare('SELECT id FROM thesauri').all()) {
    const id = numberColumn(row, 'id');
    if (!used.has(id)) remove.run(id);
  }
}
