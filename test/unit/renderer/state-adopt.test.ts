import { beforeEach, describe, expect, test } from 'vitest';
import type { LibraryState } from '../../../shared/library-state.ts';
import { showLibrary, updateLibrary } from '../../../renderer/state/adopt-library.ts';
import { openLibrary } from '../../../renderer/state/library-store.ts';
import { toggleTopic, useView } from '../../../renderer/state/view-store.ts';
import { sampleLibrary } from '../../support/sample-map.ts';

describe('what a reply to an edit changes on screen', () => {
  let state: LibraryState;

  beforeEach(() => {
    ({ state } = sampleLibrary(20));
    showLibrary({ ...state, pinned: ['a'] });
  });

  test('nothing that the map is drawn from, where the map is the very same', () => {
    toggleTopic(state.map?.topics[0]?.id ?? '');
    const view = useView.getState();
    const pinned = openLibrary()?.pinned;
    updateLibrary({ ...state, pinned: ['a'], annotations: [{ target: { kind: 'paper', id: 'p' }, starred: true, tags: [], note: '' }] });
    expect(openLibrary()?.annotations).toHaveLength(1);
    expect(openLibrary()?.pinned).toBe(pinned);
    expect(useView.getState()).toBe(view);
  });

  test('what is hidden goes with a topic that another map lacks', () => {
    const { map } = state;
    const [gone] = map?.topics ?? [];
    if (!map || !gone) throw new Error('The sample has topics');
    toggleTopic(gone.id);
    updateLibrary({ ...state, pinned: ['a', 'b'], map: { ...map, topics: map.topics.filter(({ id }) => id !== gone.id) } });
    expect(useView.getState().hiddenTopics).toEqual([]);
    expect(openLibrary()?.pinned).toEqual(['a', 'b']);
  });
});
