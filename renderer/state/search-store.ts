import { create } from 'zustand';
import { openMap } from './library-store.ts';
import { searchIndex, searchMap, type SearchResult } from './search-index.ts';

interface SearchStore {
  query: string;
  /** Null while nothing is searched for. */
  result: SearchResult | null;
}

export const useSearch = create<SearchStore>()(() => ({ query: '', result: null }));

/** Makes the index ready while the user is still about to type: of thousands of papers it takes a moment. */
export function prepareSearch(): void {
  const map = openMap();
  if (map) requestIdleCallback(() => searchIndex(map));
}

/** Searches the open map as the user types; an empty query ends the search. */
export function searchFor(query: string): void {
  const map = openMap();
  const result = map && query.trim() !== '' ? searchMap(searchIndex(map), query) : null;
  useSearch.setState({ query, result });
}

/** Ends the search. */
export function endSearch(): void {
  useSearch.setState({ query: '', result: null });
}
