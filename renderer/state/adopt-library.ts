import type { LibraryState } from '../../shared/library-state.ts';
import { useLibrary } from './library-store.ts';
import { adaptView, restoreView, useView } from './view-store.ts';

/** Shows another library, or the first map of an empty one, as it was left. */
export function showLibrary(state: LibraryState): void {
  const phase = useLibrary.getState();
  restoreView(state.view, state.map);
  useLibrary.setState({ kind: 'open', state, loads: phase.kind === 'open' ? phase.loads + 1 : 1 }, true);
}

/** Shows what has become of the open library; view and place on the map stay. Where the map is the very same, nothing that is drawn of it changes. */
export function updateLibrary(state: LibraryState): void {
  const phase = useLibrary.getState();
  if (phase.kind !== 'open' || (phase.state.map === null && state.map !== null)) {
    showLibrary({ ...state, view: { ...state.view, viewport: null } });
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
