import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryClient } from '../../../electron/engine/memory-client.ts';
import { Engine } from '../../../electron/engine/engine.ts';
import { checkLibrary } from '../../../electron/engine/library/check-library.ts';
import { readLibraryPapers } from '../../../electron/engine/library/read-library-papers.ts';
import { RunFlag } from '../../../electron/engine/run.ts';
import type { Stages } from '../../../electron/engine/stages.ts';
import type { EngineClient } from '../../../electron/engine/commands.ts';
import type { Edit } from '../../../shared/edit.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { QUICK_STAGES } from '../../support/quick-stages.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TITLES = 'alpha net\nalpha tree\nbeta net\nbeta tree\ngamma flow';

function startEngine(folder = temporaryFolder(), stages: Stages = QUICK_STAGES): EngineClient {
  const engine = createMemoryClient({ dataFolder: folder }, stages);
  onTestFinished(() => engine.close());
  return engine;
}

function importText(engine: EngineClient, text = TITLES, name = 'refs.txt') {
  return engine.call('library.importText', { text, name });
}

function apply(engine: EngineClient, edit: Edit) {
  return engine.call('edit.apply', { edit });
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'no failure';
  } catch (error) {
    return error instanceof AtlasError ? error.failure.code : String(error);
  }
}

const position = (map: { papers: { id: string; x: number; y: number }[] } | null, id: string) => {
  const paper = map?.papers.find((each) => each.id === id);
  return paper && [paper.x, paper.y];
};

describe('a library', () => {
  it('starts empty, unsaved and without a map', async () => {
    const state = await startEngine().call('library.state', {});
    expect(state).toMatchObject({ name: 'Untitled', unsaved: true, map: null, canUndo: false, canRedo: false, recent: [] });
  });

  it('is called after its first file while it has no place of the user’s', async () => {
    const { state } = await importText(startEngine(), TITLES, 'My refs.bib.gz');
    expect(state.name).toBe('My refs');
  });

  it('is found again by the next start, edits and view too', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await importText(engine);
    const edited = await apply(engine, { kind: 'move', nodes: [{ id: 'alpha-net', x: 500, y: 600 }] });
    const view = { ...edited.view, view: 'both' as const, hiddenTopics: ['a'] };
    await engine.call('view.save', { view });
    await engine.close();
    expect(await startEngine(folder).call('library.state', {})).toEqual({ ...edited, view });
  });

  it('keeps the places of the papers that were there when others are added', async () => {
    const engine = startEngine();
    const before = (await importText(engine)).state.map;
    const after = (await importText(engine, 'aaa first\nzeta last')).state.map;
    expect(after?.papers).toHaveLength(7);
    for (const { id } of before?.papers ?? []) expect(position(after, id)).toEqual(position(before, id));
  });

  it('builds nothing anew when a file holds only papers that are there, and reports them as duplicates', async () => {
    const engine = startEngine(temporaryFolder());
    const before = (await importText(engine)).state.map;
    const { state, report } = await importText(engine);
    expect(state.map).toEqual(before);
    expect(report.files).toMatchObject([{ records: 5, papers: 0, duplicates: 5 }]);
  });

  it('can take a move back that was made before an import', async () => {
    const engine = startEngine();
    const before = (await importText(engine)).state.map;
    await apply(engine, { kind: 'move', nodes: [{ id: 'beta-net', x: -900, y: 7 }] });
    const imported = (await importText(engine, 'delta new')).state.map;
    expect(position(imported, 'beta-net')).toEqual([-900, 7]);
    expect(position((await engine.call('edit.undo', {})).map, 'beta-net')).toEqual(position(before, 'beta-net'));
  });

  it('passes the checks of a library file after imports and edits', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await importText(engine);
    await apply(engine, { kind: 'rename-topic', topic: 'a', label: 'Mine' });
    await importText(engine, 'delta new');
    await engine.close();
    expect(checkLibrary(join(folder, 'libraries', 'Untitled.atlas'))).toEqual([]);
  });

  it('notices and takes in what another window changed', async () => {
    const folder = temporaryFolder();
    const [one, other] = [startEngine(folder), startEngine(folder)];
    await importText(one);
    await other.call('library.state', {});
    await apply(other, { kind: 'rename-topic', topic: 'a', label: 'Theirs' });
    expect((await one.call('library.state', {})).map?.topics[0]?.label).toBe('Theirs');
  });
});

describe('edits', () => {
  it('name themselves for the menu', async () => {
    const engine = startEngine();
    await importText(engine);
    const labels = async (edit: Edit) => (await apply(engine, edit)).undoLabel;
    expect(await labels({ kind: 'move', nodes: [{ id: 'alpha-net', x: 1, y: 1 }] })).toBe('Move 1 paper');
    expect(await labels({ kind: 'move', nodes: [{ id: 'alpha-net', x: 1, y: 1 }, { id: 'beta-net', x: 1, y: 1 }, { id: 'word-net', x: 1, y: 1 }] })).toBe('Move 2 papers and 1 concept');
    expect(await labels({ kind: 'rename-topic', topic: 'a', label: 'Nets' })).toBe('Rename topic to “Nets”');
    expect(await labels({ kind: 'settings', settings: { resolution: 2 } })).toBe('Change resolution to 2');
    expect(await labels({ kind: 'settings', settings: { resolution: 3, seed: 4 } })).toBe('Change settings');
  });

  it('of settings that are so already are not kept', async () => {
    const engine = startEngine();
    await importText(engine);
    expect(await apply(engine, { kind: 'settings', settings: { resolution: 1 } })).toMatchObject({ canUndo: false });
  });

  it('of settings find other topics and leave the papers in their places', async () => {
    const engine = startEngine();
    const before = (await importText(engine)).state.map;
    const { map, settings } = await apply(engine, { kind: 'settings', settings: { resolution: 2, seed: 9 } });
    expect(settings).toMatchObject({ resolution: 2, seed: 9 });
    expect(map?.topics.map((topic) => topic.id)).toEqual(['al', 'be', 'ga']);
    for (const { id } of before?.papers ?? []) expect(position(map, id)).toEqual(position(before, id));
  });

  it('of settings count before there are papers', async () => {
    const engine = startEngine();
    await apply(engine, { kind: 'settings', settings: { resolution: 2 } });
    expect((await importText(engine)).state.map?.topics.map((topic) => topic.id)).toEqual(['al', 'be', 'ga']);
    expect((await engine.call('edit.undo', {})).map?.topics.map((topic) => topic.id)).toEqual(['a', 'b', 'g']);
  });

  it('are refused where they refer to what is not there, and nothing is kept', async () => {
    const engine = startEngine();
    expect(await codeOf(apply(engine, { kind: 'move', nodes: [{ id: 'x', x: 0, y: 0 }] }))).toBe('map.empty');
    await importText(engine);
    expect(await codeOf(apply(engine, { kind: 'move', nodes: [{ id: 'x', x: 0, y: 0 }] }))).toBe('map.noPaper');
    expect(await codeOf(apply(engine, { kind: 'rename-topic', topic: 'x', label: 'X' }))).toBe('map.noTopic');
    expect(await engine.call('library.state', {})).toMatchObject({ canUndo: false, canRedo: false });
  });

  it('can’t be done again once another was made', async () => {
    const engine = startEngine();
    await importText(engine);
    await apply(engine, { kind: 'rename-topic', topic: 'a', label: 'One' });
    await engine.call('edit.undo', {});
    await apply(engine, { kind: 'rename-topic', topic: 'b', label: 'Two' });
    expect(await codeOf(engine.call('edit.redo', {}))).toBe('edit.nothingToRedo');
  });

  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), nodes: fc.array(fc.record({ id: fc.constantFrom('alpha-net', 'beta-tree', 'word-net'), x: fc.integer(), y: fc.double({ noNaN: true, noDefaultInfinity: true }) }), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('rename-topic' as const), topic: fc.constant('first'), label: fc.constantFrom('One', 'Two', 'Three') }),
    fc.record({ kind: fc.constant('settings' as const), settings: fc.record({ resolution: fc.constantFrom(1, 2, 3), seed: fc.integer({ min: 0, max: 3 }) }, { requiredKeys: [] }) }),
    fc.constantFrom<Edit>(
      { kind: 'merge-topics', topics: ['first', 'second'], into: 'second' },
      { kind: 'move-papers', papers: ['alpha-net', 'gamma-flow'], topic: 'first' },
      { kind: 'move-papers', papers: ['beta-tree'], topic: null },
      { kind: 'unpin', nodes: ['alpha-net', 'word-net'] },
      { kind: 'rename-concept', concept: 'word-net', label: 'network' },
      { kind: 'merge-concepts', concepts: ['word-net', 'word-flow'], into: 'word-tree' },
      { kind: 'split-wording', concept: 'word-tree', wording: 'net' },
      { kind: 'keep-wording', concept: 'word-tree', wording: 'net' },
      { kind: 'hide-concepts', concepts: ['word-alpha'] },
      { kind: 'keep-apart', concepts: ['word-net', 'word-tree'] },
    ),
  );
  /** An edit of the topics that a map has, where they are told as the first and the second. */
  const onTopics = (each: Edit, [first, second]: readonly { id: string }[]): Edit => JSON.parse(JSON.stringify(each).replaceAll('"first"', `"${first?.id}"`).replaceAll('"second"', `"${second?.id}"`)) as Edit;
  const step = fc.oneof({ arbitrary: edit, weight: 5 }, { arbitrary: fc.constantFrom('import a', 'import b', 'restart'), weight: 1 });

  it('undone to the beginning and done again give the same map, byte for byte, at every step, over imports and restarts', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const folder = temporaryFolder();
        let engine = startEngine(folder);
        const bytes = async () => JSON.stringify((await engine.call('library.state', {})).map);
        await importText(engine);
        for (const each of steps) {
          if (each === 'restart') {
            await engine.close();
            engine = startEngine(folder);
          } else if (each === 'import a' || each === 'import b') {
            await importText(engine, each === 'import a' ? 'alpha more\ndelta new' : 'beta more');
          } else {
            const { topics } = await engine.call('map.get', {});
            expect(await codeOf(apply(engine, onTopics(each, topics)))).toMatch(/^(no failure|map\.no(Paper|Concept|Wording|Topic)|edit\.nameTaken)$/);
          }
        }
        const seen = [await bytes()];
        while ((await engine.call('library.state', {})).canUndo) {
          await engine.call('edit.undo', {});
          seen.push(await bytes());
        }
        for (const expected of seen.toReversed().slice(1)) {
          await engine.call('edit.redo', {});
          expect(await bytes()).toBe(expected);
        }
        expect(await codeOf(engine.call('edit.redo', {}))).toBe('edit.nothingToRedo');
        await engine.close();
      }),
      { seed: 20_260_101, numRuns: 40 },
    );
  });
});

describe('opening and saving', () => {
  it('moves an unsaved library to the user’s place and goes on there', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    const { state } = await importText(engine);
    const path = join(folder, 'Mine.atlas');
    const saved = await engine.call('library.saveAs', { path, copy: false });
    expect(saved).toEqual({ ...state, name: 'Mine', unsaved: false });
    expect(readdirSync(join(folder, 'libraries'))).toEqual([]);
    await apply(engine, { kind: 'rename-topic', topic: 'a', label: 'There' });
    await engine.close();
    expect((await startEngine(folder).call('library.state', {})).map?.topics[0]?.label).toBe('There');
  });

  it('writes a copy and stays where it is', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await importText(engine);
    const path = join(folder, 'copy.atlas');
    expect(await engine.call('library.saveAs', { path, copy: true })).toMatchObject({ unsaved: true, name: 'refs' });
    expect(readLibraryPapers(path).map((paper) => paper.id)).toEqual(['alpha-net', 'alpha-tree', 'beta-net', 'beta-tree', 'gamma-flow']);
    expect(checkLibrary(path)).toEqual([]);
  });

  it('leaves the file alone that it could not replace', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await importText(engine);
    expect(await codeOf(engine.call('library.saveAs', { path: join(folder, 'no', 'such', 'folder.atlas'), copy: false }))).toBe('library.write');
    expect(await engine.call('library.state', {})).toMatchObject({ unsaved: true, name: 'refs' });
  });

  it('opens an upload as a copy of its own, and never changes the upload', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await importText(engine);
    const path = join(folder, 'upload-1234');
    await engine.call('library.saveAs', { path, copy: true });
    const before = readFileSync(path);
    await engine.call('library.new', {});
    const opened = await engine.call('library.open', { file: { path, name: 'Shared library.atlas' }, copy: true });
    expect(opened).toMatchObject({ name: 'Shared library', unsaved: true });
    await apply(engine, { kind: 'rename-topic', topic: 'a', label: 'Mine' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('keeps the open library when another can’t be opened', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    const { state } = await importText(engine);
    const path = join(folder, 'broken.atlas');
    writeFileSync(path, 'not a library');
    expect(await codeOf(engine.call('library.open', { file: { path, name: 'broken.atlas' }, copy: false }))).toBe('library.open');
    expect(await codeOf(engine.call('library.open', { file: { path, name: 'broken.atlas' }, copy: true }))).toBe('library.open');
    expect(await engine.call('library.state', {})).toEqual(state);
  });

  it('lists the other libraries as recent, the latest first, and opens them', async () => {
    const engine = startEngine();
    for (const name of ['one.txt', 'two.txt', 'three.txt']) {
      await engine.call('library.new', {});
      await importText(engine, TITLES, name);
    }
    const { recent } = await engine.call('library.state', {});
    expect(recent.map((entry) => [entry.name, entry.place])).toEqual([['two', 'Not saved yet'], ['one', 'Not saved yet']]);
    expect((await engine.call('library.openRecent', { id: recent[1]?.id ?? '' })).name).toBe('one');
  });

  it('drops a recent library whose file is gone, and says library.open for it', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await importText(engine);
    await engine.call('library.saveAs', { path: join(folder, 'a.atlas'), copy: false });
    const id = (await engine.call('library.new', {})).recent[0]?.id ?? '';
    renameSync(join(folder, 'a.atlas'), join(folder, 'b.atlas'));
    expect((await engine.call('library.state', {})).recent).toEqual([]);
    expect(await codeOf(engine.call('library.openRecent', { id }))).toBe('library.open');
  });

  it('leaves no empty libraries behind', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await engine.call('library.new', {});
    await importText(engine);
    await engine.call('library.new', {});
    await engine.call('library.new', {});
    const { recent } = await engine.call('library.state', {});
    await engine.call('library.openRecent', { id: recent[0]?.id ?? '' });
    expect(readdirSync(join(folder, 'libraries'))).toEqual(['Untitled.atlas']);
  });

  it('starts with a new library where the last one is damaged, and does not touch that', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await importText(engine);
    await engine.close();
    const path = join(folder, 'libraries', 'Untitled.atlas');
    writeFileSync(path, 'damaged');
    expect(await startEngine(folder).call('library.state', {})).toMatchObject({ map: null, unsaved: true });
    expect(readFileSync(path, 'utf8')).toBe('damaged');
  });
});

describe('the sample', () => {
  it('goes into the open library while that is empty', async () => {
    const folder = temporaryFolder();
    const { state } = await startEngine(folder).call('library.sample', {});
    expect(state.name).toMatch(/^Sample: /);
    expect(readdirSync(join(folder, 'libraries'))).toHaveLength(1);
  });

  it('gets a library of its own beside one with papers, which stays among the recent ones', async () => {
    const engine = startEngine();
    await importText(engine);
    const { state } = await engine.call('library.sample', {});
    expect(state.name).toMatch(/^Sample: /);
    expect(state.recent.map((entry) => entry.name)).toEqual(['refs']);
  });
});

describe('long commands', () => {
  it('refuse a second one with call.busy, and let short ones wait their turn', async () => {
    const engine = startEngine();
    const first = importText(engine);
    const second = importText(engine);
    const rename = apply(engine, { kind: 'rename-topic', topic: 'a', label: 'After' });
    expect(await codeOf(second)).toBe('call.busy');
    expect((await first).state.map?.topics[0]?.label).toBe('Topic a');
    expect((await rename).map?.topics[0]?.label).toBe('After');
  });

  it('answer reading commands while they read files', async () => {
    const engine = startEngine();
    await importText(engine);
    const order: string[] = [];
    const importing = importText(engine, 'delta new').then(() => order.push('import'));
    await engine.call('map.get', {}).then(() => order.push('map'));
    await importing;
    expect(order).toEqual(['map', 'import']);
  });

  it('can be cancelled while they run, and leave the library as it was', async () => {
    const engine = startEngine();
    const { state } = await importText(engine);
    const importing = codeOf(importText(engine, 'delta new'));
    expect(await engine.cancel()).toBe(true);
    expect(await importing).toBe('call.cancelled');
    expect(await engine.call('library.state', {})).toEqual(state);
    expect(await engine.cancel()).toBe(false);
  });

  it('and corrections of concepts can be cancelled, and wait for each other', async () => {
    const engine = startEngine();
    const { state } = await importText(engine);
    const merging = codeOf(apply(engine, { kind: 'merge-concepts', concepts: ['word-net'], into: 'word-tree' }));
    expect(await engine.cancel()).toBe(true);
    expect(await merging).toBe('call.cancelled');
    expect(await engine.call('library.state', {})).toEqual(state);
    const both = await Promise.all([apply(engine, { kind: 'merge-concepts', concepts: ['word-net'], into: 'word-tree' }), apply(engine, { kind: 'hide-concepts', concepts: ['word-flow'] })]);
    expect(both.map(({ corrections }) => corrections.length)).toEqual([1, 2]);
    const preview = codeOf(engine.call('settings.preview', { settings: { resolution: 2 } }));
    expect(await preview).toBe('no failure');
  });

  it('are undone by a failing stage, with nothing changed', async () => {
    const folder = temporaryFolder();
    const failing: Stages = { ...QUICK_STAGES, buildMap: () => { throw new Error('no memory left'); } };
    const engine = startEngine(folder, failing);
    await expect(importText(engine)).rejects.toThrow('no memory left');
    expect(await engine.call('library.state', {})).toMatchObject({ map: null, name: 'Untitled' });
  });

  it('can’t be cancelled any more once they have begun to commit', async () => {
    const flag = new RunFlag();
    const engine = new Engine({ dataFolder: temporaryFolder() }, QUICK_STAGES);
    await engine.call('library.importText', { text: TITLES, name: 'a' }, flag);
    expect(flag.cancel()).toBe(false);
    await engine.close();
  });

  it('say import.noPapers where a file holds none', async () => {
    expect(await codeOf(importText(startEngine(), '\n'))).toBe('import.noPapers');
  });
});

describe('details', () => {
  it('give a paper with its mentions, and refuse one that is not there', async () => {
    const engine = startEngine();
    await importText(engine);
    const paper = await engine.call('paper.get', { paper: 'alpha-net' });
    expect(paper.mentions.map(({ concept, field, start, end }) => [concept, field, start, end])).toEqual([['word-alpha', 'title', 0, 5], ['word-net', 'title', 6, 9]]);
    expect(await codeOf(engine.call('paper.get', { paper: 'x' }))).toBe('map.noPaper');
  });

  it('give a concept with its papers and a sentence of each', async () => {
    const engine = startEngine();
    await importText(engine);
    const concept = await engine.call('concept.get', { concept: 'word-net' });
    expect(concept.papers.map(({ id, sentence }) => [id, sentence?.text])).toEqual([['alpha-net', 'alpha net'], ['beta-net', 'beta net']]);
    expect(await codeOf(engine.call('concept.get', { concept: 'x' }))).toBe('map.noConcept');
  });

  it('explain a link by the concepts both papers share, with sentences', async () => {
    const engine = startEngine();
    await importText(engine);
    const { because, weight } = await engine.call('link.explain', { source: 'alpha-net', target: 'beta-net' });
    expect(because.map(({ label, share }) => [label, share])).toEqual([['net', 1]]);
    expect(because[0]?.source[0]).toMatchObject({ paper: 'alpha-net', text: 'alpha net', start: 6, end: 9 });
    expect(weight).toBeGreaterThan(0);
    expect(await codeOf(engine.call('link.explain', { source: 'alpha-net', target: 'gamma-flow' }))).toBe('map.noLink');
  });

  it('are refused with map.empty before there is a map', async () => {
    const engine = startEngine();
    expect(await codeOf(engine.call('map.get', {}))).toBe('map.empty');
    expect(await codeOf(engine.call('concept.get', { concept: 'x' }))).toBe('map.empty');
  });

  it('leave the data folder with a list of recent libraries that is whole', async () => {
    const folder = temporaryFolder();
    const engine = startEngine(folder);
    await importText(engine);
    expect(existsSync(join(folder, 'recent.json'))).toBe(true);
    expect(() => void JSON.parse(readFileSync(join(folder, 'recent.json'), 'utf8'))).not.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['libraries', 'recent.json']);
  });
});
