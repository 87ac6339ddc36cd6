import { describe, expect, it } from 'vitest';
import { PAPER_EXPORT_FORMATS } from '../../shared/export-options.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import { compareText } from '../../shared/text.ts';
import { refusalOf, valueOf, type ContractHost } from './host.ts';

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

  describe('papers as a file', () => {
    it('come in the order asked, in each format, and can be imported again', async () => {
      const { map } = await fresh();
      const title = (id: string) => map?.papers.find((paper) => paper.id === id)?.title ?? '';
      for (const format of PAPER_EXPORT_FORMATS) {
        const { name, bytes } = await valueOf(host(), 'export.papers', { papers: ['prune', 'lora'], format, name: 'To read' });
        expect(name).toBe(`To read.${format}`);
        const text = new TextDecoder().decode(bytes);
        expect(text.indexOf(title('prune'))).toBeGreaterThan(0);
        expect(text.indexOf(title('lora'))).toBeGreaterThan(text.indexOf(title('prune')));
        await valueOf(host(), 'library.new', {});
        const { map: again } = await importText(name, text);
        expect(again?.papers.map((paper) => paper.title).toSorted(compareText)).toEqual([title('lora'), title('prune')].toSorted(compareText));
        await fresh();
      }
      expect(await refusalOf(host(), 'export.papers', { papers: ['x'], format: 'bib' })).toBe('map.noPaper');
    });
  });

  describe('two topics', () => {
    it('side by side tell what they share, what sets them apart and what lies between', async () => {
      const { map } = await fresh();
      const topics = ['lora', 'prune'].map((id) => map?.papers.find((paper) => paper.id === id)?.topic ?? '') as [string, string];
      expect(topics[0]).not.toBe(topics[1]);
      const compared = await valueOf(host(), 'topics.compare', { topics });
      const labels = compared.apart.map((concepts) => concepts.map(({ label }) => label.toLowerCase()));
      expect(labels[0]).toContain('low-rank adaptation');
      expect(labels[1]).toContain('network pruning');
      for (const { shares } of compared.apart[0]) expect(shares[0]).toBeGreaterThan(shares[1]);
      const across = map?.links.filter(({ source, target }) => [source, target].map((id) => map.papers.find((paper) => paper.id === id)?.topic).sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)).join() === topics.toSorted((a, b) => (a < b ? -1 : 1)).join());
      expect(compared.linkCount).toBe(across?.length);
      expect(await refusalOf(host(), 'topics.compare', { topics: [topics[0], 'x'] })).toBe('map.noTopic');
      expect(await refusalOf(host(), 'topics.compare', { topics: [topics[0], topics[0]] })).toBe('map.sameTopic');
    });
  });

  describe('paths', () => {
    const paper = (id: string) => ({ kind: 'paper' as const, id });

    it('join two papers by links of the map, each with the concepts that it rests on', async () => {
      const { map } = await fresh();
      const { paths, from } = await valueOf(host(), 'path.find', { from: paper('lora'), to: paper('adapters') });
      expect(from).toEqual(paper('lora'));
      const [path] = paths;
      expect([path?.papers.at(0), path?.papers.at(-1)]).toEqual(['lora', 'adapters']);
      expect(path?.strength).toBeCloseTo(path?.steps.reduce((product, { weight }) => product * weight, 1) ?? 0, 9);
      for (const { source, target, weight, because } of paths.flatMap(({ steps }) => steps)) {
        expect(map?.links.find((link) => [link.source, link.target].includes(source) && [link.source, link.target].includes(target))?.weight).toBe(weight);
        expect(because[0]?.label.length).toBeGreaterThan(0);
      }
    });

    it('begin and end in topics, and say where there is none', async () => {
      const { map } = await fresh();
      const topic = map?.papers.find(({ id }) => id === 'lora')?.topic ?? '';
      const { paths } = await valueOf(host(), 'path.find', { from: { kind: 'topic', id: topic }, to: paper('lora'), alternatives: 1 });
      expect(paths).toEqual([{ papers: ['lora'], steps: [], strength: 1 }]);
      expect(await refusalOf(host(), 'path.find', { from: paper('lora'), to: paper('bread') })).toBe('map.noPath');
      expect(await refusalOf(host(), 'path.find', { from: paper('lora'), to: paper('x') })).toBe('map.noPaper');
      expect(await refusalOf(host(), 'path.find', { from: { kind: 'topic', id: 'x' }, to: paper('lora') })).toBe('map.noTopic');
    });
  });
}
