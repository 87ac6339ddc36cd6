import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryClient } from '../../../electron/engine/memory-client.ts';
import type { EngineClient } from '../../../electron/engine/commands.ts';
import type { Edit } from '../../../shared/edit.ts';
import { QUICK_STAGES } from '../../support/quick-stages.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function libraryOf(titles: string): Promise<EngineClient> {
  const engine = createMemoryClient({ dataFolder: temporaryFolder() }, QUICK_STAGES);
  onTestFinished(() => engine.close());
  await engine.call('library.importText', { text: titles, name: 'refs.txt' });
  return engine;
}

const apply = (engine: EngineClient, edit: Edit) => engine.call('edit.apply', { edit });
const paper = (id: string) => ({ kind: 'paper' as const, id });
const TITLES = 'alpha net\nalpha tree\nbeta net\nbeta tree';

describe('stars, tags and notes', () => {
  it('say what they do, one step each', async () => {
    const engine = await libraryOf(TITLES);
    const label = async (edit: Omit<Extract<Edit, { kind: 'annotate' }>, 'kind' | 'targets'>) => (await apply(engine, { kind: 'annotate', targets: [paper('alpha-net')], ...edit })).undoLabel;
    expect(await label({ starred: true })).toBe('Star 1 paper');
    expect(await label({ starred: false })).toBe('Remove star from 1 paper');
    expect(await label({ addTags: ['a', 'b'] })).toBe('Tag 1 paper “a”, “b”');
    expect(await label({ removeTags: ['a'] })).toBe('Remove tag “a” from 1 paper');
    expect(await label({ note: 'Good' })).toBe('Write note on 1 paper');
    expect(await label({ note: ' ' })).toBe('Remove note from 1 paper');
  });

  it('that change nothing leave nothing to undo', async () => {
    const engine = await libraryOf(TITLES);
    expect(await apply(engine, { kind: 'annotate', targets: [paper('alpha-net')], starred: false, removeTags: ['never there'] })).toMatchObject({ canUndo: false });
    await apply(engine, { kind: 'annotate', targets: [paper('alpha-net')], starred: true });
    await apply(engine, { kind: 'annotate', targets: [paper('alpha-net')], starred: true });
    expect(await engine.call('edit.undo', {})).toMatchObject({ canUndo: false, annotations: [] });
  });

  it('of a topic follow its papers when topics are computed anew, and wait where it is no more', async () => {
    const engine = await libraryOf(TITLES);
    await apply(engine, { kind: 'annotate', targets: [{ kind: 'topic', id: 'a' }], starred: true });
    const finer = await apply(engine, { kind: 'settings', settings: { resolution: 2 } });
    expect(finer.annotations.map(({ target }) => target)).toEqual([{ kind: 'topic', id: 'al' }]);
    expect((await apply(engine, { kind: 'settings', settings: { resolution: 5 } })).annotations).toHaveLength(1);
    const { state } = await engine.call('library.importText', { text: 'alpine one\nalpine two\nalpine three', name: 'more.txt' });
    expect(state.annotations.map(({ target }) => target)).toEqual([{ kind: 'topic', id: 'alpha' }]);
  });

  it('add up over edits of one topic under its names then and now', async () => {
    const engine = await libraryOf(TITLES);
    await apply(engine, { kind: 'annotate', targets: [{ kind: 'topic', id: 'a' }], addTags: ['one'] });
    await apply(engine, { kind: 'settings', settings: { resolution: 2 } });
    const { annotations } = await apply(engine, { kind: 'annotate', targets: [{ kind: 'topic', id: 'al' }], addTags: ['two'] });
    expect(annotations).toEqual([{ target: { kind: 'topic', id: 'al' }, starred: false, tags: ['one', 'two'], note: '' }]);
  });

  it('of a topic go with its papers when it is merged into another, and come back', async () => {
    const engine = await libraryOf(`${TITLES}\nbeta flow\nbeta ring\nbeta knot`);
    await apply(engine, { kind: 'annotate', targets: [{ kind: 'topic', id: 'a' }], starred: true });
    const targets = ({ annotations }: { annotations: { target: { id: string } }[] }) => annotations.map(({ target }) => target.id);
    expect(targets(await apply(engine, { kind: 'merge-topics', topics: ['a', 'b'], into: 'b' }))).toEqual(['b']);
    expect(targets(await engine.call('edit.undo', {}))).toEqual(['a']);
  });

  it('leave the map as it is, and what was undone and done anew under the same number is not mixed up', async () => {
    const engine = await libraryOf(TITLES);
    const { map } = await engine.call('library.state', {});
    const starred = await apply(engine, { kind: 'annotate', targets: [paper('alpha-net')], starred: true });
    expect(starred.map).toBe(map);
    await engine.call('edit.undo', {});
    const moved = await apply(engine, { kind: 'move', nodes: [{ id: 'beta-net', x: 7, y: 8 }] });
    expect(moved.annotations).toEqual([]);
    expect(moved.map?.papers.find(({ id }) => id === 'beta-net')).toMatchObject({ x: 7, y: 8 });
  });
});

describe('the version of a map', () => {
  it('is the same for the same map, and another after a move', async () => {
    const engine = await libraryOf(TITLES);
    const before = await engine.call('library.state', {});
    const moved = await apply(engine, { kind: 'move', nodes: [{ id: 'beta-net', x: 7, y: 8 }] });
    expect(moved.mapVersion).not.toBe(before.mapVersion);
    expect((await engine.call('edit.undo', {})).mapVersion).toBe(before.mapVersion);
  });

  it('leaves a map out of a reply to who has it already, and no other', async () => {
    const engine = await libraryOf(TITLES);
    const { mapVersion } = await engine.call('library.state', {});
    const edit: Edit = { kind: 'annotate', targets: [paper('alpha-net')], starred: true };
    const has = { mapVersion: mapVersion ?? '' };
    expect(await engine.call('edit.apply', { edit, ...has })).toMatchObject({ map: null, mapVersion, canUndo: true });
    expect(await engine.call('edit.undo', has)).toMatchObject({ map: null, mapVersion });
    expect((await engine.call('edit.redo', { mapVersion: 'another' })).map?.papers).toHaveLength(4);
    const moved = await engine.call('edit.apply', { edit: { kind: 'move', nodes: [{ id: 'beta-net', x: 7, y: 8 }] }, ...has });
    expect(moved).toMatchObject({ map: null, mapChange: { links: [] } });
    expect(moved.mapVersion).not.toBe(mapVersion);
  });
});

describe('lists', () => {
  it('say what they do', async () => {
    const engine = await libraryOf(TITLES);
    const label = async (edit: Edit) => (await apply(engine, edit)).undoLabel;
    expect(await label({ kind: 'make-list', list: 'l', name: 'Mine', papers: ['alpha-net'] })).toBe('Make list “Mine”');
    expect(await label({ kind: 'change-list', list: 'l', add: ['beta-net', 'beta-tree'] })).toBe('Add 2 papers to “Mine”');
    expect(await label({ kind: 'change-list', list: 'l', remove: ['beta-net'] })).toBe('Remove 1 paper from “Mine”');
    expect(await label({ kind: 'change-list', list: 'l', name: 'Ours' })).toBe('Rename list to “Ours”');
    expect(await label({ kind: 'change-list', list: 'l', starred: true })).toBe('Star list “Ours”');
    expect(await label({ kind: 'change-list', list: 'l', note: 'For May', add: ['beta-net'] })).toBe('Change list “Ours”');
    expect(await label({ kind: 'remove-list', list: 'l' })).toBe('Delete list “Ours”');
  });

  it('that would not change leave nothing to undo', async () => {
    const engine = await libraryOf(TITLES);
    await apply(engine, { kind: 'make-list', list: 'l', name: 'Mine', papers: ['alpha-net'] });
    expect((await apply(engine, { kind: 'change-list', list: 'l', add: ['alpha-net'], name: 'Mine' })).undoLabel).toBe('Make list “Mine”');
  });
});
