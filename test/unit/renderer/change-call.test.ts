import { afterEach, expect, test, vi } from 'vitest';
import { changeCall } from '../../../renderer/state/change-call.ts';
import { useLibrary } from '../../../renderer/state/library-store.ts';
import type { LibraryState } from '../../../shared/library-state.ts';
import { mapChange } from '../../../shared/map-change.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { sampleLibrary } from '../../support/sample-map.ts';

const { state } = sampleLibrary(5);
const map = state.map as TopicMap;
const edit = { kind: 'annotate' as const, targets: [{ kind: 'paper' as const, id: 'p' }], starred: true };
const host = vi.hoisted(() => ({ reply: null as unknown, asked: [] as unknown[] }));

vi.mock('../../../renderer/api/bridge.ts', () => ({
  bridge: () => ({
    call: (_: string, args: unknown) => {
      host.asked.push(args);
      return Promise.resolve({ ok: true, value: host.reply });
    },
  }),
}));

afterEach(() => {
  host.asked.length = 0;
});

const replying = async (reply: LibraryState) => {
  useLibrary.setState({ kind: 'open', state, loads: 1 }, true);
  host.reply = reply;
  const changed = await changeCall('edit.apply', { edit });
  return changed.ok ? changed.value : null;
};

test('a change names the map that the page has, and keeps it where the reply leaves it out', async () => {
  const changed = await replying({ ...state, map: null, canUndo: true });
  expect(host.asked).toEqual([{ edit, mapVersion: state.mapVersion }]);
  expect(changed?.map).toBe(state.map);
  expect(changed?.canUndo).toBe(true);
});

test('of a map of which the reply tells what changed, the page makes the rest of its own', async () => {
  const after = { ...map, notices: [{ code: 'x', message: 'y' }] };
  const changed = await replying({ ...state, map: null, mapVersion: 'another', mapChange: mapChange(map, after) });
  expect(changed?.map).toEqual(after);
  expect(changed?.map?.links).toBe(state.map?.links);
  expect(changed).not.toHaveProperty('mapChange');
});

test('a map in the reply takes the place of the page’s', async () => {
  const other = sampleLibrary(4).state;
  expect((await replying({ ...other, mapVersion: 'another' }))?.map).toBe(other.map);
});

test('a library that has lost its papers has no map', async () => {
  expect((await replying({ ...state, map: null, mapVersion: null }))?.map).toBeNull();
});
