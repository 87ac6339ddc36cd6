import { create } from 'zustand';

/** The chain of papers that Details shows and the map draws: their ids in walking order; null for none. */
const usePathStore = create<{ papers: readonly string[] | null }>()(() => ({ papers: null }));

/** Ids of the papers of the path that is shown, in walking order; null for none. For components. */
export function usePath(): readonly string[] | null {
  return usePathStore(({ papers }) => papers);
}

/** As usePath, at this moment. */
export function shownPath(): readonly string[] | null {
  return usePathStore.getState().papers;
}

/** Shows a path on the map, or none. */
export function showPath(papers: readonly string[] | null): void {
  usePathStore.setState({ papers });
}
