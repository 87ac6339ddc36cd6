import { expect, it, onTestFinished } from 'vitest';
import { createMemoryClient } from '../../../electron/engine/memory-client.ts';
import type { Edit } from '../../../shared/edit.ts';
import type { LibraryState } from '../../../shared/library-state.ts';
import { changedMap } from '../../../shared/map-change.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A caller that makes each map of the one it has, as the page does. */
function follower(first: LibraryState) {
  let { map, mapVersion } = first;
  return {
    version: () => ({ mapVersion: mapVersion ?? '' }),
    take(reply: LibraryState): TopicMap | null {
      const { map: whole, mapChange } = JSON.parse(JSON.stringify(reply)) as LibraryState;
      if (whole || !mapChange || !map) throw new Error('the reply holds the whole map');
      map = changedMap(map, mapChange);
      mapVersion = reply.mapVersion;
      return map;
    },
  };
}

it('a caller that names the map it has is told what changed, from which it makes the very map', { timeout: 60_000 }, async () => {
  const engine = createMemoryClient({ dataFolder: temporaryFolder() });
  onTestFinished(() => engine.close());
  const { state } = await engine.call('library.sample', {});
  const caller = follower(state);
  const [a, b, c] = (state.map?.concepts ?? []).map(({ id }) => id);
  const [topic, other] = state.map?.topics ?? [];
  const edits: Edit[] = [
    { kind: 'rename-concept', concept: a ?? '', label: 'A new name' },
    { kind: 'settings', settings: { resolution: 2 } },
    { kind: 'merge-concepts', concepts: [b ?? ''], into: c ?? '' },
    { kind: 'settings', settings: { linksPerPaper: 3 } },
    { kind: 'move', nodes: [{ id: state.map?.papers[5]?.id ?? '', x: 1, y: 2 }] },
    { kind: 'rename-topic', topic: topic?.id ?? '', label: 'Mine' },
    { kind: 'merge-topics', topics: [topic?.id ?? ''], into: other?.id ?? '' },
    { kind: 'hide-concepts', concepts: [c ?? ''] },
  ];
  for (const edit of edits) expect(caller.take(await engine.call('edit.apply', { edit, ...caller.version() })), edit.kind).toEqual(await engine.call('map.get', {}));
  for (let step = 0; step < edits.length; step++) expect(caller.take(await engine.call('edit.undo', caller.version())), `undo ${step}`).toEqual(await engine.call('map.get', {}));
  expect(caller.take(await engine.call('edit.redo', caller.version()))).toEqual(await engine.call('map.get', {}));
});

it('a caller that names a map that is long gone is told the whole', async () => {
  const engine = createMemoryClient({ dataFolder: temporaryFolder() });
  onTestFinished(() => engine.close());
  const { state } = await engine.call('library.sample', {});
  const move = (x: number) => engine.call('edit.apply', { edit: { kind: 'move', nodes: [{ id: state.map?.papers[0]?.id ?? '', x, y: 0 }] }, mapVersion: state.mapVersion ?? '' });
  expect(await move(1)).toMatchObject({ map: null, mapChange: {} });
  expect((await move(2)).map).toEqual(await engine.call('map.get', {}));
});
