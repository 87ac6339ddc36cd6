import { create } from 'zustand';

/** Where this window remembers that the minimap is not wanted. */
const KEY = 'concept-atlas-minimap';

export const useMinimap = create<{ state: 'shown' | 'hidden' }>()(() => ({ state: typeof localStorage !== 'undefined' && localStorage.getItem(KEY) === 'hidden' ? 'hidden' : 'shown' }));

/** Hides the minimap, or shows it again where a part of the map is in sight; remembered. */
export function toggleMinimap(): void {
  const state = useMinimap.getState().state === 'shown' ? 'hidden' : 'shown';
  localStorage.setItem(KEY, state);
  useMinimap.setState({ state });
}
