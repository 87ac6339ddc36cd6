import { describe, expect, it } from 'vitest';
import type { LibraryState } from '../../shared/contract.ts';
import { valueOf, type ContractHost } from './host.ts';

interface QueryParts {
  host: () => ContractHost;
  /** A new library with the tiny papers. */
  fresh: () => Promise<LibraryState>;
  importText: (fileName: string, content: string) => Promise<LibraryState>;
}

/** What every host has to do with commands that ask the library something. */
export function describeQueries({ host, fresh, importText }: QueryParts): void {
  describe('search', () => {
    it('finds papers and concepts, forgives misspelling, and finds nothing in an empty library', async () => {
      await valueOf(host(), 'library.new', {});
      expect(await valueOf(host(), 'search.find', { text: 'lora' })).toEqual({ papers: [], concepts: [], matches: [], corrected: null });
      await fresh();
      const found = await valueOf(host(), 'search.find', { text: 'lottery tick' });
      expect(found.papers[0]).toEqual({ id: 'lottery', field: 'title', excerpt: 'The lottery ticket hypothesis', marks: [[4, 11], [12, 16]] });
      expect(found.matches).toEqual(expect.arrayContaining(['lottery', 'prune', 'sparse']));
      expect(found.concepts[0]?.wording).toMatch(/^lottery ticket/);
      expect(await valueOf(host(), 'search.find', { text: 'sourdogh' })).toMatchObject({ matches: ['bread'], corrected: 'sourdough' });
    });

    it('knows papers that were imported since', async () => {
      await fresh();
      expect((await valueOf(host(), 'search.find', { text: 'brioche' })).matches).toEqual([]);
      await importText('more.jsonl', '{"id":"new","title":"Brioche at home"}\n');
      expect((await valueOf(host(), 'search.find', { text: 'brioche' })).matches).toEqual(['new']);
    });
  });
}
