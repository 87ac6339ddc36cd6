import type { SearchHit, SearchResult } from './search-index.ts';

/** One line of the list beneath the search field that can be chosen. */
export type SearchOption =
  | { kind: 'hit'; hit: SearchHit }
  /** All papers found stay lifted out. */
  | { kind: 'keep'; papers: number }
  | { kind: 'recent'; text: string };

export interface SearchGroup {
  title: string;
  options: readonly SearchOption[];
  /** Place of the first option among all. */
  from: number;
}

/** The lines beneath the field, by group: what was found, or recent searches while the field is empty. */
export function searchGroups(query: string, result: SearchResult | null, recent: readonly string[]): SearchGroup[] {
  if (query.trim() === '') return placed([{ title: 'Recent searches', options: recent.map((text): SearchOption => ({ kind: 'recent', text })) }]);
  if (!result) return [];
  const hits = (found: readonly SearchHit[]) => found.map((hit): SearchOption => ({ kind: 'hit', hit }));
  const all: SearchOption[] = result.paperIds.size > 0 ? [{ kind: 'keep', papers: result.paperIds.size }] : [];
  return placed([
    { title: 'Papers', options: hits(result.papers) },
    { title: 'Concepts', options: hits(result.concepts) },
    { title: 'Topics', options: hits(result.topics) },
    { title: 'All', options: all },
  ]);
}

function placed(groups: { title: string; options: readonly SearchOption[] }[]): SearchGroup[] {
  let from = 0;
  return groups.flatMap((group) => {
    if (group.options.length === 0) return [];
    const begun = from;
    from += group.options.length;
    return [{ ...group, from: begun }];
  });
}
