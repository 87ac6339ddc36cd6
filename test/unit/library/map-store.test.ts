import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { EngineClient } from '../../../electron/engine/commands.ts';
import { Engine } from '../../../electron/engine/engine.ts';
import { checkLibrary } from '../../../electron/engine/library/check-library.ts';
import { createMemoryClient } from '../../../electron/engine/memory-client.ts';
import { RunFlag } from '../../../electron/engine/run.ts';
import type { Edit } from '../../../shared/edit.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function startEngine(folder: string): EngineClient {
  const engine = createMemoryClient({ dataFolder: folder });
  onTestFinished(() => engine.close());
  return engine;
}

/** The sample with a correction and another resolution, each of which asks for another map. */
async function editedSample(folder: string): Promise<{ engine: EngineClient; map: TopicMap | null }> {
  const engine = startEngine(folder);
  const { state } = await engine.call('library.sample', {});
  const [into, other] = state.map?.concepts ?? [];
  const edits: Edit[] = [
    { kind: 'merge-concepts', concepts: [other?.id ?? ''], into: into?.id ?? '' },
    { kind: 'settings', settings: { resolution: 1.7 } },
  ];
  let map = state.map;
  for (const edit of edits) ({ map } = await engine.call('edit.apply', { edit }));
  return { engine, map };
}

function libraryIn(folder: string): string {
  const [name = ''] = readdirSync(join(folder, 'libraries')).filter((each) => each.endsWith('.atlas'));
  return join(folder, 'libraries', name);
}

function storedMaps(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const row = database.prepare("SELECT count(*) AS maps FROM artefacts WHERE name = 'map'").get();
  database.close();
  return Number(row?.['maps']);
}

describe('the map of an edit', () => {
  it('is computed again to the same bytes where a program ended before it was stored', async () => {
    const folder = temporaryFolder();
    const { map } = await editedSample(folder);
    const left = join(temporaryFolder(), 'left.atlas');
    copyFileSync(libraryIn(folder), left);
    expect(storedMaps(left)).toBe(0);
    expect(checkLibrary(left)).toEqual([]);
    const next = startEngine(temporaryFolder());
    const state = await next.call('library.open', { file: { path: left, name: 'left.atlas' }, copy: false });
    expect(JSON.stringify(state.map)).toBe(JSON.stringify(map));
    expect(state.canUndo).toBe(true);
  });

  it('can be cancelled while a library without it opens: the one that was open stays', async () => {
    const folder = temporaryFolder();
    await editedSample(folder);
    const left = join(temporaryFolder(), 'left.atlas');
    copyFileSync(libraryIn(folder), left);
    const next = startEngine(temporaryFolder());
    const { name } = await next.call('library.state', {});
    const stages: string[] = [];
    next.onProgress(({ stage }) => {
      stages.push(stage);
      void next.cancel();
    });
    const opening = next.call('library.open', { file: { path: left, name: 'left.atlas' }, copy: false });
    await expect(opening).rejects.toMatchObject({ failure: { code: 'call.cancelled' } });
    expect(stages).not.toEqual([]);
    expect((await next.call('library.state', {})).name).toBe(name);
    expect(checkLibrary(left)).toEqual([]);
  });

  it('is computed with progress at the next start, which can be cancelled: a new library then, with the last one among the recent ones', async () => {
    const folder = temporaryFolder();
    const { map } = await editedSample(folder);
    const last = libraryIn(folder);
    const patient = startEngine(folder);
    const stages = new Set<string>();
    patient.onProgress(({ stage }) => stages.add(stage));
    expect(JSON.stringify((await patient.call('library.state', {})).map)).toBe(JSON.stringify(map));
    expect([...stages]).toEqual(['graph', 'topics', 'layout']);
    const hasty = new Engine({ dataFolder: folder });
    onTestFinished(() => hasty.close());
    const flag = new RunFlag();
    hasty.onProgress(() => flag.cancel());
    const state = await hasty.call('library.state', {}, flag);
    expect(state).toMatchObject({ map: null, unsaved: true, canUndo: false });
    const [former] = state.recent;
    expect(former?.name).toBe('Sample: efficient neural networks');
    expect(checkLibrary(last)).toEqual([]);
  });

  it('is stored once nothing more is asked for', async () => {
    const folder = temporaryFolder();
    await editedSample(folder);
    await vi.waitFor(() => expect(storedMaps(libraryIn(folder))).toBe(1), { timeout: 20_000, interval: 100 });
  });

  it('is stored before the library is closed and copied, and read again as it was', async () => {
    const folder = temporaryFolder();
    const { engine, map } = await editedSample(folder);
    const copy = join(temporaryFolder(), 'copy.atlas');
    await engine.call('library.saveAs', { path: copy, copy: true });
    expect(storedMaps(copy)).toBe(1);
    await engine.call('edit.undo', {});
    await engine.call('edit.redo', {});
    await engine.close();
    expect(storedMaps(libraryIn(folder))).toBe(1);
    expect(JSON.stringify((await startEngine(folder).call('library.state', {})).map)).toBe(JSON.stringify(map));
  });
});
