import { useMemo } from 'react';
import type { PaperFacts } from '../../shared/details.ts';
import type { Annotation } from '../../shared/library-state.ts';
import type { Filters } from '../../shared/filters.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { useFacts } from './facts-store.ts';
import { useOpenLibrary } from './library-store.ts';
import { conceptsOfPapers, matchingPapers, needsFacts } from './matching-papers.ts';
import type { SearchResult } from './search-index.ts';
import { useSearch } from './search-store.ts';
import { useView } from './view-store.ts';

/** What meets search and filters. */
export interface Matches {
  /** Ids of papers; null where nothing is asked. */
  papers: ReadonlySet<string> | null;
  /** Ids of papers and concepts, for the map; null where nothing is asked. */
  onMap: ReadonlySet<string> | null;
}

type Question = [TopicMap, ReadonlyMap<string, PaperFacts> | null, readonly Annotation[], Filters, SearchResult | null];

const NO_ANNOTATIONS: readonly Annotation[] = [];
let answered: { question: Question; matches: Matches } | null = null;

/** What of a map meets search and filters, for all components alike. */
export function useMatches(map: TopicMap): Matches {
  const filters = useView((state) => state.filters);
  const facts = useFacts(map, needsFacts(filters));
  const annotations = useOpenLibrary()?.annotations ?? NO_ANNOTATIONS;
  const search = useSearch((state) => state.result);
  return matchesOf([map, facts, annotations, filters, search]);
}

/** Ids of the papers that meet search and filters, as the window shows them; null where nothing is asked. */
export function shownMatches(map: TopicMap): ReadonlySet<string> | null {
  return answered?.question[0] === map ? answered.matches.papers : null;
}

/** Ids of the papers and concepts that stand out on the map by search and filters, as the window shows them; null where nothing is asked. */
export function matchesOnMap(map: TopicMap): ReadonlySet<string> | null {
  return answered?.question[0] === map ? answered.matches.onMap : null;
}

/** Ids of the papers that meet all conditions but years: what a range of years is chosen from. Null where nothing else is asked. */
export function useMatchesOfAnyYear(map: TopicMap): ReadonlySet<string> | null {
  const filters = useView((state) => state.filters);
  const facts = useFacts(map, needsFacts(filters));
  const annotations = useOpenLibrary()?.annotations ?? NO_ANNOTATIONS;
  const search = useSearch((state) => state.result);
  return useMemo(() => matchingPapers(map, facts, annotations, { ...filters, years: null, undated: false }, search?.paperIds ?? null), [map, facts, annotations, filters, search]);
}

/** The answer is kept: several components ask the same. */
function matchesOf(question: Question): Matches {
  if (answered && question.every((part, place) => part === answered?.question[place])) return answered.matches;
  const [map, facts, annotations, filters, search] = question;
  const papers = matchingPapers(map, facts, annotations, filters, search?.paperIds ?? null);
  const matches = { papers, onMap: onMap(map, papers, search) };
  answered = { question, matches };
  return matches;
}

/** With a search, the concepts it found; with filters alone, those that the papers left are about. */
function onMap(map: TopicMap, papers: ReadonlySet<string> | null, search: SearchResult | null): ReadonlySet<string> | null {
  if (!papers) return null;
  const concepts = search ? search.conceptIds : conceptsOfPapers(map, papers);
  return new Set([...papers, ...(concepts ?? [])]);
}
