import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { editsInForce } from '../../../electron/engine/library/journal.ts';
import { createLibraryFile } from '../../../electron/engine/library/library-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the journal', () => {
  it('reads names of topics as earlier versions kept them, who named no sub-topics', () => {
    const database = createLibraryFile(join(temporaryFolder(), 'old.atlas'));
    onTestFinished(() => database.close());
    const payload = JSON.stringify({ kind: 'rename-topic', topic: 't1', label: 'Mine', members: ['p1'] });
    database.prepare("INSERT INTO edits (kind, label, payload, after_import, made_at) VALUES ('rename-topic', 'Rename', ?, 0, 'now')").run(payload);
    expect(editsInForce(database).map(({ edit }) => edit)).toEqual([{ kind: 'rename-topic', topic: 't1', label: 'Mine', level: 'topic', members: ['p1'] }]);
  });
});
