import { beforeEach, describe, expect, test } from 'vitest';
import type { LibraryState } from '../../../shared/library-state.ts';
import { showLibrary, updateLibrary } from '../../../renderer/state/adopt-library.ts';
import { openLibrary } from '../../../renderer/state/library-store.ts';
import { toggleTopic, useView } from '../../../renderer/state/view-store.ts';
import { sampleLibrary } from '../../support/sample-map.ts';

describe('what a reply to an edit changes on screen', () => {
  let state: LibraryState;

  beforeEach(async () => {
    ({ state } = sampleLibrary(20));
    await showLibrary({ ...state, pinned: ['a'] });
  });

  test('nothing that the map is drawn from, where the map is the very same', async () => {
    toggleTopic(state.map?.topics[0]?.id ?? '');
    const view = useView.getState();
    const pinned = openLibrary()?.pinned;
    await updateLibrary({ ...state, pinned: ['a'], annotations: [{ target: { kind: 'paper', id: 'p' }, starred: true, tags: [], note: '' }] });
    expect(openLibrary()?.annotations).toHaveLength(1);
    expect(openLibrary()?.pinned).toBe(pinned);
    expect(useView.getState()).toBe(view);
  });

  test('what is hidden goes with a topic that another map lacks', async () => {
    const { map } = state;
    const [gone] = map?.topics ?? [];
    if (!map || !gone) throw new Error('The sample has topics');
    toggleTopic(gone.id);
    await updateLibrary({ ...state, pinned: ['a', 'b'], map: { ...map, topics: map.topics.filter(({ id }) => id !== gone.id) } });
    expect(useView.getState().hiddenTopics).toEqual([]);
    expect(openLibrary()?.pinned).toEqual(['a', 'b']);
  });

  test('comes on screen in the order in which replies came, each told with what was shown before it', async () => {
    const { map } = state;
    if (!map) throw new Error('The sample has a map');
    const named = (name: string) => ({ ...state, name, map: { ...map, papers: [...map.papers] } });
    const shown = await Promise.all([updateLibrary(named('first')), updateLibrary({ ...state, name: 'second' }), updateLibrary(named('third'))]);
    expect(shown.map(({ before, after }) => `${before?.name} ${after.name}`)).toEqual([`${state.name} first`, 'first second', 'second third']);
    expect(openLibrary()?.name).toBe('third');
  });

  test('comes after what is still being made ready: another library that is opened meanwhile is not lost', async () => {
    const { map } = state;
    if (!map) throw new Error('The sample has a map');
    const edited = updateLibrary({ ...state, name: 'edited', map: { ...map, papers: [...map.papers] } });
    await showLibrary({ ...sampleLibrary(30).state, name: 'opened' });
    await edited;
    expect(openLibrary()?.name).toBe('opened');
  });
});
