import { create } from 'zustand';
import type { NamedList } from '../../shared/library-state.ts';
import { openLibrary, useLibrary } from './library-store.ts';
import type { ListOrder } from './list-words.ts';

const NONE: readonly NamedList[] = [];

/** Which list the Lists tab shows: one of the user's by its id, the starred papers, or null for all lists; and in which order their papers are. */
export const useOpenList = create<{ list: string | null; order: ListOrder }>()(() => ({ list: null, order: 'added' }));

/** Stands for the starred papers where an id of a list is asked for. */
export const STARRED_LIST = 'starred';

/** Shows a list, or with null all of them. */
export function openList(list: string | null): void {
  useOpenList.setState({ list });
}

/** Orders the papers of lists. */
export function orderLists(order: ListOrder): void {
  useOpenList.setState({ order });
}

/** The user's lists in the open library. */
export function openLists(): readonly NamedList[] {
  return openLibrary()?.lists ?? NONE;
}

/** As openLists, for components. */
export function useLists(): readonly NamedList[] {
  return useLibrary((phase) => (phase.kind === 'open' ? phase.state.lists : NONE));
}
