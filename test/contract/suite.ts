import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkLibrary } from '../../electron/engine/library/check-library.ts';
import { COMMAND_ARGUMENTS, type Progress } from '../../shared/contract.ts';
import type { Edit } from '../../shared/edit.ts';
import type { LibraryState } from '../../shared/library-state.ts';
import { STAGES } from '../../shared/paper.ts';
import { describeCorrections } from './correction-cases.ts';
import { refusalOf, valueOf, type ContractHost, type StartHost } from './host.ts';
import { manyPapers, TINY_PAPERS } from './papers.ts';
import { describeQueries } from './query-cases.ts';

const COMMANDS = Object.keys(COMMAND_ARGUMENTS);

const head = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, 2000));

/** What every host has to do with every command: the same, whatever lies between page and engine. */
export function describeContract(name: string, startHost: StartHost): void {
  describe(`the contract over ${name}`, () => {
    let folder: string;
    let host: ContractHost;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'atlas-contract-'));
      host = await startHost(join(folder, 'data'));
    });

    afterAll(async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const file = (fileName: string, content: string | Uint8Array) => {
      const path = join(folder, fileName);
      writeFileSync(path, content);
      return host.refer(path, fileName);
    };
    const state = () => valueOf(host, 'library.state', {});
    const mapBytes = async () => JSON.stringify((await state()).map);
    const importTiny = async () => valueOf(host, 'library.import', { files: [await file('tiny.jsonl', TINY_PAPERS)] });
    const apply = (edit: Edit) => valueOf(host, 'edit.apply', { edit });

    /** A new library with the tiny papers. */
    const fresh = async (): Promise<LibraryState> => {
      await valueOf(host, 'library.new', {});
      return (await importTiny()).state;
    };

    describe('the door', () => {
      it('refuses commands that are not in the contract', async () => {
        for (const command of ['library.destroy', '', 'constructor', '__proto__', 'toString']) expect(await refusalOf(host, command, {})).toBe('call.unknown');
      });

      it.each(COMMANDS)('refuses %s with an argument it does not know', async (command) => {
        expect(await refusalOf(host, command, { surprise: 1 })).toBe('call.arguments');
        expect(await refusalOf(host, command, 'text')).toBe('call.arguments');
        expect(await refusalOf(host, command, [])).toBe('call.arguments');
      });

      it('names the argument that is wrong', async () => {
        const reply = await host.call('edit.apply', { edit: { kind: 'move', nodes: [{ id: 'a', x: 'left', y: 0 }] } });
        expect(reply.ok ? '' : reply.failure.message).toContain('edit.nodes.0.x');
      });

      it('refuses links that do not lead to the web', async () => {
        for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'nonsense']) expect(await refusalOf(host, 'host.openLink', { url })).toBe('call.arguments');
      });

      it('refuses settings out of their range', async () => {
        for (const settings of [{ resolution: 0 }, { resolution: 99 }, { seed: 1.5 }, { minPapers: 0 }, { linksPerPaper: 1000 }]) {
          expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'settings', settings } })).toBe('call.arguments');
        }
      });

      it('refuses references that it did not give', async () => {
        const stranger = { ref: '/etc/passwd', name: 'passwd' };
        expect(await refusalOf(host, 'library.import', { files: [stranger] })).toBe('call.refused');
        expect(await refusalOf(host, 'library.open', { file: stranger })).toBe('call.refused');
      });
    });

    describe('the host', () => {
      it('says what it is', async () => {
        expect(await valueOf(host, 'host.info', {})).toMatchObject({ kind: 'web', version: expect.any(String), platform: expect.any(String) });
      });

      it('opens links and takes a theme', async () => {
        expect(await valueOf(host, 'host.openLink', { url: 'https://arxiv.org/abs/2106.09685' })).toBeNull();
        expect(await valueOf(host, 'host.setTheme', { theme: 'dark' })).toBeNull();
      });

      it('says host.noDialogs where it has none', async () => {
        expect(await refusalOf(host, 'host.chooseFiles', { purpose: 'open' })).toBe('host.noDialogs');
        expect(await refusalOf(host, 'host.saveFile', { name: 'a.png', bytes: new Uint8Array(3) })).toBe('host.noDialogs');
      });
    });

    describe('an empty library', () => {
      beforeEach(async () => {
        await valueOf(host, 'library.new', {});
      });

      it('has no map, nothing to undo and nothing to redo', async () => {
        expect(await state()).toMatchObject({ unsaved: true, map: null, canUndo: false, canRedo: false, undoLabel: null, redoLabel: null });
      });

      it('refuses what needs a map or an edit', async () => {
        expect(await refusalOf(host, 'map.get', {})).toBe('map.empty');
        expect(await refusalOf(host, 'export.make', { format: 'svg' })).toBe('map.empty');
        expect(await refusalOf(host, 'paper.get', { paper: 'p' })).toMatch(/^map\.(empty|noPaper)$/);
        expect(await refusalOf(host, 'concept.get', { concept: 'c' })).toBe('map.empty');
        expect(await refusalOf(host, 'link.explain', { source: 'a', target: 'b' })).toBe('map.empty');
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'rename-topic', topic: 't', label: 'T' } })).toBe('map.empty');
        expect(await refusalOf(host, 'edit.undo', {})).toBe('edit.nothingToUndo');
        expect(await refusalOf(host, 'edit.redo', {})).toBe('edit.nothingToRedo');
      });

      it('refuses a file with nothing readable in it, and stays empty', async () => {
        const binary = await file('picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13));
        expect(await refusalOf(host, 'library.import', { files: [binary] })).toMatch(/^import\./);
        const nothing = await file('nothing.bib', '');
        expect(await refusalOf(host, 'library.import', { files: [nothing] })).toMatch(/^import\./);
        expect((await state()).map).toBeNull();
      });

      it('refuses to open what is no library, and stays open', async () => {
        const text = await file('notes.atlas', 'these are notes');
        expect(await refusalOf(host, 'library.open', { file: text })).toBe('library.open');
        expect(await refusalOf(host, 'library.openRecent', { id: 'nonsense' })).toBe('library.open');
        expect((await state()).map).toBeNull();
      });

      it('has nothing to cancel', async () => {
        expect(await valueOf(host, 'job.cancel', {})).toEqual({ cancelled: false });
      });
    });

    describe('importing', () => {
      it('gives the finished map and the report, with progress on the way', async () => {
        await valueOf(host, 'library.new', {});
        const stages: string[] = [];
        const stop = host.onProgress((progress: Progress) => stages.push(progress.stage));
        const { state: after, report } = await importTiny();
        stop();
        expect(report.files).toMatchObject([{ file: 'tiny.jsonl', format: 'jsonl', records: 9, papers: 8, duplicates: 0 }]);
        expect(report.files[0]?.skipped).toHaveLength(1);
        expect(after.map?.papers).toHaveLength(8);
        expect(after.map?.topics.length).toBeGreaterThan(0);
        expect(after.map?.links.length).toBeGreaterThan(0);
        expect(stages.length).toBeGreaterThan(0);
        expect(stages.every((stage) => (STAGES as readonly string[]).includes(stage))).toBe(true);
        expect(await valueOf(host, 'map.get', {})).toEqual(after.map);
      });

      it('takes pasted text', async () => {
        await valueOf(host, 'library.new', {});
        const { state: after } = await valueOf(host, 'library.importText', { text: TINY_PAPERS });
        expect(after.map?.papers).toHaveLength(8);
      });

      it('joins papers that are there already and leaves the others in their places', async () => {
        const before = await fresh();
        const more = '{"id":"new","title":"Low-rank adapters for pruned networks","abstract":"We join low-rank adaptation and pruning of neural networks."}';
        const { state: after } = await valueOf(host, 'library.import', { files: [await file('more.jsonl', `${TINY_PAPERS}${more}\n`)] });
        expect(after.map?.papers).toHaveLength(9);
        const places = new Map(after.map?.papers.map((paper) => [paper.id, [paper.x, paper.y]]));
        for (const { id, x, y } of before.map?.papers ?? []) expect(places.get(id)).toEqual([x, y]);
      });

      it('opens the sample beside a library with papers', async () => {
        await fresh();
        const { state: sample, report } = await valueOf(host, 'library.sample', {});
        expect(sample.name).toMatch(/^Sample/);
        expect(sample.map?.papers.length).toBeGreaterThanOrEqual(80);
        expect(report.files[0]?.skipped).toEqual([]);
        const back = sample.recent.find((entry) => entry.name === 'tiny');
        expect((await valueOf(host, 'library.openRecent', { id: back?.id ?? '' })).map?.papers).toHaveLength(8);
      });

      it('can be cancelled in the middle, and leaves the library as it was', async () => {
        const before = await fresh();
        const large = await file('large.jsonl', manyPapers(1500));
        const begun = new Promise<void>((resolve) => onTestFinished(host.onProgress(() => resolve())));
        const importing = host.call('library.import', { files: [large] });
        await begun;
        expect(await valueOf(host, 'job.cancel', {})).toEqual({ cancelled: true });
        expect(await importing).toMatchObject({ ok: false, failure: { code: 'call.cancelled' } });
        expect(await state()).toEqual(before);
      });

      it('refuses a second long command with call.busy', async () => {
        await fresh();
        const large = await file('large.jsonl', manyPapers(1500));
        const importing = host.call('library.import', { files: [large] });
        expect(await refusalOf(host, 'library.sample', {})).toBe('call.busy');
        await host.call('job.cancel', {});
        expect(await importing).toMatchObject({ ok: false });
      });
    });

    describe('details', () => {
      beforeAll(async () => {
        await fresh();
      });

      it('give a paper with mentions that lie in its text', async () => {
        const map = await valueOf(host, 'map.get', {});
        const shown = new Set(map.concepts.map((concept) => concept.id));
        const detail = await valueOf(host, 'paper.get', { paper: 'lora' });
        expect(detail).toMatchObject({ id: 'lora', year: 2021, title: 'Low-rank adaptation of large language models' });
        expect(detail.mentions.length).toBeGreaterThan(0);
        for (const { concept, field, start, end } of detail.mentions) {
          expect(shown.has(concept)).toBe(true);
          const text = field === 'keywords' ? detail.keywords.join('; ') : detail[field];
          expect(text.slice(start, end)).toMatch(/^\S(.*\S)?$/s);
        }
        expect(await refusalOf(host, 'paper.get', { paper: 'no such paper' })).toBe('map.noPaper');
      });

      it('give a concept with the papers and sentences that mention it', async () => {
        const map = await valueOf(host, 'map.get', {});
        const shared = map.concepts.find((concept) => concept.papers > 1);
        const detail = await valueOf(host, 'concept.get', { concept: shared?.id ?? '' });
        expect(detail.papers).toHaveLength(shared?.papers ?? 0);
        const [first] = detail.papers;
        expect(first?.sentence?.text.slice(first.sentence.start, first.sentence.end).length).toBeGreaterThan(0);
        expect(await refusalOf(host, 'concept.get', { concept: 'no such concept' })).toBe('map.noConcept');
      });

      it('explain a link: shares that add up to 1, with sentences of both papers', async () => {
        const map = await valueOf(host, 'map.get', {});
        const [link] = map.links;
        const { source = '', target = '' } = link ?? {};
        const explanation = await valueOf(host, 'link.explain', { source, target });
        expect(explanation.weight).toBeCloseTo(link?.weight ?? 0, 2);
        expect(explanation.because.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
        const sentences = explanation.because.flatMap(({ source: ofSource, target: ofTarget }) => ofSource.concat(ofTarget));
        expect(new Set(sentences.map(({ paper }) => paper))).toEqual(new Set([source, target]));
        for (const { text, start, end } of sentences) expect(end > start && end <= text.length).toBe(true);
        expect(await refusalOf(host, 'link.explain', { source: 'lora', target: 'bread' })).toBe('map.noLink');
        expect(await refusalOf(host, 'link.explain', { source: 'lora', target: 'x' })).toBe('map.noPaper');
      });

      it('export figures and files of the map', async () => {
        const svg = await valueOf(host, 'export.make', { format: 'svg', figure: { title: 'A title' } });
        expect(svg).toMatchObject({ name: 'tiny.svg', mediaType: 'image/svg+xml' });
        expect(head(svg.bytes)).toContain('<svg');
        const png = await valueOf(host, 'export.make', { format: 'png', scale: 1, figure: { width: 400, height: 300 } });
        expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
        const json = await valueOf(host, 'export.make', { format: 'json' });
        expect(JSON.parse(new TextDecoder().decode(json.bytes))).toEqual(await valueOf(host, 'map.get', {}));
        for (const format of ['gexf', 'graphml'] as const) expect(head((await valueOf(host, 'export.make', { format })).bytes)).toContain(`<${format}`);
        expect(await refusalOf(host, 'export.make', { format: 'docx' })).toBe('call.arguments');
      });
    });

    describe('edits', () => {
      it('move papers, and undo and redo that', async () => {
        const before = await fresh();
        const moved = await apply({ kind: 'move', nodes: [{ id: 'lora', x: 1234, y: -5 }] });
        expect(moved).toMatchObject({ canUndo: true, canRedo: false, undoLabel: 'Move 1 paper' });
        expect(moved.map?.papers.find((paper) => paper.id === 'lora')).toMatchObject({ x: 1234, y: -5 });
        const undone = await valueOf(host, 'edit.undo', {});
        expect(undone).toMatchObject({ canUndo: false, canRedo: true, redoLabel: 'Move 1 paper' });
        expect(undone.map).toEqual(before.map);
        expect((await valueOf(host, 'edit.redo', {})).map).toEqual(moved.map);
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'move', nodes: [{ id: 'x', x: 0, y: 0 }] } })).toBe('map.noPaper');
      });

      it('rename a topic, whose name follows when topics are computed anew', async () => {
        const { map } = await fresh();
        const topic = map?.topics[0]?.id ?? '';
        await apply({ kind: 'rename-topic', topic, label: 'My topic' });
        const { map: again } = await apply({ kind: 'settings', settings: { seed: 7 } });
        expect(again?.topics.map(({ label }) => label)).toContain('My topic');
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'rename-topic', topic: 'x', label: 'X' } })).toBe('map.noTopic');
      });

      it('change settings, and leave the papers in their places', async () => {
        const before = await fresh();
        const after = await apply({ kind: 'settings', settings: { resolution: 3, linksPerPaper: 2 } });
        expect(after.settings).toMatchObject({ resolution: 3, linksPerPaper: 2, seed: before.settings.seed });
        expect(after.map?.parameters).toEqual(after.settings);
        const places = new Map(after.map?.papers.map((paper) => [paper.id, [paper.x, paper.y]]));
        for (const { id, x, y } of before.map?.papers ?? []) expect(places.get(id)).toEqual([x, y]);
        expect((await valueOf(host, 'edit.undo', {})).map).toEqual(before.map);
      });

      it('undone to the beginning and done again give the same map, byte for byte', { timeout: 60_000 }, async () => {
        const move = fc.record({ kind: fc.constant('move' as const), nodes: fc.array(fc.record({ id: fc.constantFrom('lora', 'prune', 'bread'), x: fc.integer(), y: fc.integer() }), { minLength: 1, maxLength: 2 }) });
        const settings = fc.record({ kind: fc.constant('settings' as const), settings: fc.record({ resolution: fc.constantFrom(0.5, 1, 3), minPapers: fc.constantFrom(1, 2) }, { requiredKeys: [] }) });
        const rename = fc.record({ kind: fc.constant('rename-topic' as const), topic: fc.constant(''), label: fc.constantFrom('One', 'Two') });
        await fc.assert(
          fc.asyncProperty(fc.array(fc.oneof(move, settings, rename), { minLength: 1, maxLength: 6 }), async (edits) => {
            await fresh();
            for (const edit of edits) {
              const topic = (await valueOf(host, 'map.get', {})).topics[0]?.id ?? '';
              await apply(edit.kind === 'rename-topic' ? { ...edit, topic } : edit);
            }
            const seen = [await mapBytes()];
            while ((await state()).canUndo) seen.push(JSON.stringify((await valueOf(host, 'edit.undo', {})).map));
            for (const expected of seen.toReversed().slice(1)) expect(JSON.stringify((await valueOf(host, 'edit.redo', {})).map)).toBe(expected);
          }),
          { seed: 42, numRuns: 6 },
        );
      });
    });

    describe('notes and lists', () => {
      it('give the facts of each paper, sorted by id', async () => {
        await fresh();
        const { papers } = await valueOf(host, 'papers.facts', {});
        expect(papers.map(({ id }) => id)).toEqual(['adapters', 'bread', 'init', 'lora', 'lottery', 'prune', 'qlora', 'sparse']);
        expect(papers[3]).toEqual({ id: 'lora', authors: [], venue: null, year: 2021, source: 'tiny.jsonl', citations: null });
      });

      it('star, tag and note papers, topics and concepts in one step each, to be undone and done again', async () => {
        const { map } = await fresh();
        const topic = map?.topics[0]?.id ?? '';
        const concept = map?.concepts[0]?.id ?? '';
        const targets = [{ kind: 'paper' as const, id: 'lora' }, { kind: 'topic' as const, id: topic }, { kind: 'concept' as const, id: concept }];
        const starred = await apply({ kind: 'annotate', targets, starred: true, addTags: ['to read'] });
        expect(starred).toMatchObject({ undoLabel: 'Change notes on 1 paper and 1 topic and 1 concept', annotations: targets.map((target) => ({ target, starred: true, tags: ['to read'], note: '' })) });
        expect(starred.map).toEqual(map);
        const noted = await apply({ kind: 'annotate', targets: targets.slice(0, 1), note: 'Read again' });
        expect(noted.annotations[0]).toMatchObject({ starred: true, note: 'Read again' });
        expect((await valueOf(host, 'edit.undo', {})).annotations).toEqual(starred.annotations);
        expect((await valueOf(host, 'edit.undo', {})).annotations).toEqual([]);
        await valueOf(host, 'edit.redo', {});
        expect((await valueOf(host, 'edit.redo', {})).annotations).toEqual(noted.annotations);
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'annotate', targets: [{ kind: 'paper', id: 'x' }], starred: true } })).toBe('map.noPaper');
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'annotate', targets: [{ kind: 'topic', id: 'x' }], starred: true } })).toBe('map.noTopic');
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'annotate', targets: [{ kind: 'concept', id: 'x' }], starred: true } })).toBe('map.noConcept');
      });

      it('on a concept stay with it when it is merged into another or renamed', async () => {
        const { map } = await fresh();
        const idOf = (label: string) => map?.concepts.find((concept) => concept.label === label)?.id ?? '';
        const [pruning, lora] = [idOf('network pruning'), idOf('low-rank adaptation')];
        const starred = await apply({ kind: 'annotate', targets: [{ kind: 'concept', id: pruning }], starred: true });
        const merged = await apply({ kind: 'merge-concepts', concepts: [pruning], into: lora });
        expect(merged.annotations.map(({ target }) => target.id)).toEqual([lora]);
        expect((await valueOf(host, 'edit.undo', {})).annotations).toEqual(starred.annotations);
        const renamed = await apply({ kind: 'rename-concept', concept: pruning, label: 'cutting weights' });
        expect(renamed.map?.concepts.find(({ id }) => id === renamed.annotations[0]?.target.id)?.label).toBe('cutting weights');
      });

      it('make, change and remove lists', async () => {
        await fresh();
        const made = await apply({ kind: 'make-list', list: 'l1', name: 'To read', papers: ['lora', 'prune', 'lora'] });
        expect(made).toMatchObject({ undoLabel: 'Make list “To read”', lists: [{ id: 'l1', name: 'To read', note: '', starred: false, papers: ['lora', 'prune'] }] });
        const changed = await apply({ kind: 'change-list', list: 'l1', add: ['bread'], remove: ['lora'] });
        expect(changed.lists[0]?.papers).toEqual(['prune', 'bread']);
        expect((await apply({ kind: 'remove-list', list: 'l1' })).lists).toEqual([]);
        expect((await valueOf(host, 'edit.undo', {})).lists).toEqual(changed.lists);
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'make-list', list: 'l1', name: 'Another', papers: [] } })).toBe('edit.listExists');
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'change-list', list: 'x', name: 'X' } })).toBe('edit.noList');
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'remove-list', list: 'x' } })).toBe('edit.noList');
        expect(await refusalOf(host, 'edit.apply', { edit: { kind: 'change-list', list: 'l1', add: ['x'] } })).toBe('map.noPaper');
      });

      it('are kept in the library’s file, and through more papers', async () => {
        await fresh();
        await apply({ kind: 'annotate', targets: [{ kind: 'paper', id: 'lora' }], note: 'Mine' });
        const before = await apply({ kind: 'make-list', list: 'l1', name: 'To read', papers: ['prune'] });
        const { file: saved } = await valueOf(host, 'library.saveAs', {});
        const reference = await file('with notes.atlas', saved?.bytes ?? new Uint8Array());
        expect(checkLibrary(join(folder, 'with notes.atlas'))).toEqual([]);
        await valueOf(host, 'library.new', {});
        const { annotations, lists } = await valueOf(host, 'library.open', { file: reference });
        expect([annotations, lists]).toEqual([before.annotations, before.lists]);
        const more = await file('more.jsonl', '{"id":"new","title":"Low-rank adapters for pruned networks","abstract":"We join low-rank adaptation and pruning of neural networks."}\n');
        const { state: after } = await valueOf(host, 'library.import', { files: [more] });
        expect([after.annotations, after.lists]).toEqual([before.annotations, before.lists]);
      });
    });

    describeQueries({ host: () => host, fresh, importText: async (fileName, content) => (await valueOf(host, 'library.import', { files: [await file(fileName, content)] })).state });

    describeCorrections({
      host: () => host,
      fresh,
      importText: async (fileName, content) => (await valueOf(host, 'library.import', { files: [await file(fileName, content)] })).state,
    });

    describe('thesauri', () => {
      const TABLE = 'label,aliases\nskinny matrices,low-rank adaptation\n,nothing\n';
      const IGNORING = 'label\treplace by\nneural networks\t\n';
      const add = async (...files: [name: string, content: string][]) => valueOf(host, 'thesaurus.add', { files: await Promise.all(files.map(([fileName, content]) => file(fileName, content))) });
      const labelsOf = ({ map }: LibraryState) => map?.concepts.flatMap(({ label, aliases }) => [label, ...aliases]) ?? [];
      const placesOf = ({ map }: LibraryState) => map?.papers.map(({ id, x, y }) => [id, x, y]);

      it('are at first the built-in one', async () => {
        await valueOf(host, 'library.new', {});
        expect(await valueOf(host, 'thesaurus.list', {})).toMatchObject({ thesauri: [{ id: 'built-in', format: 'built-in', concepts: expect.any(Number) }], contradictions: [] });
      });

      it('change the concepts and leave the papers in their places; what was left out of them is told', async () => {
        const before = await fresh();
        expect(labelsOf(before)).not.toContain('skinny matrices');
        const { state: after, thesauri, contradictions } = await add(['mine.csv', TABLE], ['ignore.txt', IGNORING]);
        expect(thesauri).toMatchObject([{ id: 'built-in' }, { name: 'mine.csv', format: 'csv', concepts: 1, skipped: [{ line: 3, reason: 'it has no term' }] }, { name: 'ignore.txt', format: 'vosviewer', concepts: 0, ignored: 1 }]);
        expect(contradictions).toEqual([]);
        expect(labelsOf(before)).toContain('neural network');
        expect(labelsOf(after)).toContain('skinny matrices');
        expect(labelsOf(after)).not.toContain('neural network');
        expect(placesOf(after)).toEqual(placesOf(before));
        expect(await valueOf(host, 'thesaurus.list', {})).toEqual({ thesauri, contradictions });
      });

      it('can be undone and done again, to the same maps byte for byte, and removed', async () => {
        await fresh();
        const moved = await apply({ kind: 'move', nodes: [{ id: 'lora', x: 300, y: 300 }] });
        const { state: added, thesauri } = await add(['mine.csv', TABLE]);
        expect(added).toMatchObject({ undoLabel: 'Add thesaurus “mine.csv”' });
        expect(added.map?.papers.find(({ id }) => id === 'lora')).toMatchObject({ x: 300, y: 300 });
        expect((await valueOf(host, 'edit.undo', {})).map).toEqual(moved.map);
        expect((await valueOf(host, 'thesaurus.list', {})).thesauri).toHaveLength(1);
        expect((await valueOf(host, 'edit.redo', {})).map).toEqual(added.map);
        const removed = await valueOf(host, 'thesaurus.remove', { id: thesauri.at(-1)?.id ?? '' });
        expect(removed).toMatchObject({ thesauri: [{ id: 'built-in' }], state: { undoLabel: 'Remove thesaurus “mine.csv”' } });
        expect(labelsOf(removed.state)).not.toContain('skinny matrices');
        expect(await refusalOf(host, 'thesaurus.remove', { id: '99' })).toBe('thesaurus.unknown');
      });

      it('one of the same name takes the place of the former', async () => {
        await fresh();
        await add(['mine.csv', TABLE]);
        const { state: after, thesauri } = await add(['mine.csv', 'label,aliases\nthin matrices,low-rank adaptation\n']);
        expect(thesauri.map(({ name: label }) => label)).toEqual(['Machine learning', 'mine.csv']);
        expect(labelsOf(after)).toContain('thin matrices');
        expect(labelsOf(after)).not.toContain('skinny matrices');
      });

      it('leave the built-in one out and use it again', async () => {
        await fresh();
        expect(await valueOf(host, 'thesaurus.remove', { id: 'built-in' })).toMatchObject({ thesauri: [], state: { undoLabel: 'Leave out the built-in thesaurus' } });
        expect(await refusalOf(host, 'thesaurus.remove', { id: 'built-in' })).toBe('thesaurus.unknown');
        expect(await valueOf(host, 'thesaurus.addBuiltIn', {})).toMatchObject({ thesauri: [{ id: 'built-in' }] });
      });

      it('count for papers that come later, and for a library that is still empty', async () => {
        await valueOf(host, 'library.new', {});
        await add(['mine.csv', TABLE]);
        const { state: after } = await importTiny();
        expect(labelsOf(after)).toContain('skinny matrices');
      });

      it('refuse a file without a single term, and change nothing', async () => {
        const before = await fresh();
        const nothing = await file('nothing.csv', 'this is no thesaurus\n');
        expect(await refusalOf(host, 'thesaurus.add', { files: [await file('mine.csv', TABLE), nothing] })).toBe('thesaurus.unreadable');
        expect(await state()).toEqual(before);
        expect((await valueOf(host, 'thesaurus.list', {})).thesauri).toHaveLength(1);
      });

      it('are kept in the library’s file', async () => {
        await fresh();
        const { state: after, thesauri } = await add(['mine.csv', TABLE]);
        const { file: saved } = await valueOf(host, 'library.saveAs', {});
        const reference = await file('with thesauri.atlas', saved?.bytes ?? new Uint8Array());
        expect(checkLibrary(join(folder, 'with thesauri.atlas'))).toEqual([]);
        await valueOf(host, 'library.new', {});
        expect((await valueOf(host, 'library.open', { file: reference })).map).toEqual(after.map);
        expect((await valueOf(host, 'thesaurus.list', {})).thesauri).toEqual(thesauri);
      });
    });

    describe('keeping', () => {
      it('gives the library as a file that can be opened again, edits and view too', async () => {
        await fresh();
        const edited = await apply({ kind: 'move', nodes: [{ id: 'lora', x: 77, y: 88 }] });
        const view = { view: 'both' as const, selection: { kind: 'paper' as const, id: 'lora' }, hiddenTopics: [], viewport: { zoom: 2, x: 1, y: 1 } };
        expect(await valueOf(host, 'view.save', { view })).toBeNull();
        const { file: saved, state: same } = await valueOf(host, 'library.saveAs', {});
        expect(same.unsaved).toBe(true);
        expect(saved?.name).toBe('tiny.atlas');
        const reference = await file('copy of tiny.atlas', saved?.bytes ?? new Uint8Array());
        expect(checkLibrary(join(folder, 'copy of tiny.atlas'))).toEqual([]);
        await valueOf(host, 'library.new', {});
        const opened = await valueOf(host, 'library.open', { file: reference });
        expect(opened).toMatchObject({ name: 'copy of tiny', map: edited.map, view, undoLabel: 'Move 1 paper' });
      });

      it('finds everything again after the host ended', async () => {
        await fresh();
        const before = await apply({ kind: 'rename-topic', topic: (await valueOf(host, 'map.get', {})).topics[0]?.id ?? '', label: 'Kept' });
        await host.close();
        host = await startHost(join(folder, 'data'));
        expect(await state()).toEqual(before);
        const libraries = join(folder, 'data', 'libraries');
        for (const library of readdirSync(libraries)) expect(readFileSync(join(libraries, library)).toString('latin1', 68, 72)).toBe('ATLS');
      });
    });
  });
}
