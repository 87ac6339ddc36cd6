import type { LibraryState } from '../../shared/library-state.ts';
import { openLibrary, openMap, useLibrary } from './library-store.ts';
import { mapReady } from './map-ready.ts';
import { adaptView, restoreView, selected, useView } from './view-store.ts';

/** States are shown in the order in which they came. */
let last: Promise<unknown> = Promise.resolve();

/** Shows another library, or the first map of an empty one, as it was left, once its map has been made ready. */
export function showLibrary(state: LibraryState): Promise<void> {
  return inOrder(async () => {
    await ready(state, new Set(state.view.hiddenTopics), state.view);
    show(state);
  });
}

/**
 * Shows what has become of the open library, once its map has been made ready; view and place on the map stay. Where the map is the very
 * same, nothing that is drawn of it changes. Gives the library as it was shown before and as it is now.
 */
export function updateLibrary(state: LibraryState): Promise<{ before: LibraryState | null; after: LibraryState }> {
  return inOrder(async () => {
    if (state.map !== openMap()) {
      const { hiddenTopics, view, look } = useView.getState();
      const onMap = new Set(state.map?.topics.map(({ id }) => id));
      await ready(state, new Set(hiddenTopics.filter((id) => onMap.has(id))), { view, sizeBy: look.sizeBy, selection: selected() });
    }
    const before = openLibrary();
    update(state);
    return { before, after: openLibrary() ?? state };
  });
}

function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

async function ready({ map }: LibraryState, hiddenTopics: ReadonlySet<string>, { view, sizeBy, selection }: Pick<LibraryState['view'], 'view' | 'sizeBy' | 'selection'>): Promise<void> {
  if (map) await mapReady({ map, view, hiddenTopics, sizeBy }, selection);
}

function show(state: LibraryState): void {
  const phase = useLibrary.getState();
  restoreView(state.view, state.map);
  useLibrary.setState({ kind: 'open', state, loads: phase.kind === 'open' ? phase.loads + 1 : 1 }, true);
}

function update(state: LibraryState): void {
  const phase = useLibrary.getState();
  if (phase.kind !== 'open' || (phase.state.map === null && state.map !== null)) {
    show({ ...state, view: { ...state.view, viewport: null } });
    return;
  }
  const { map, pinned } = phase.state;
  useLibrary.setState({ ...phase, state: { ...state, pinned: sameIds(pinned, state.pinned) ? pinned : state.pinned } }, true);
  if (state.map !== map) adaptView(state.map);
  if (state.map === null) useView.setState({ viewport: null });
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}
