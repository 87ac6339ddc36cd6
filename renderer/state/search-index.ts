import MiniSearch from 'minisearch';
import type { TopicMap } from '../../shared/topic-map.ts';
import { mapIndex } from './map-index.ts';

/** One paper or concept that a search found. */
export interface SearchHit {
  kind: 'paper' | 'concept';
  id: string;
  label: string;
  /** Words of the label that matched, lower case. */
  terms: readonly string[];
}

/** What a search found: the best papers and concepts to list, and the ids of all, for the map. */
export interface SearchResult {
  papers: readonly SearchHit[];
  concepts: readonly SearchHit[];
  matches: ReadonlySet<string>;
}

interface Entry {
  key: string;
  kind: 'paper' | 'concept';
  id: string;
  label: string;
  /** A paper's concepts, a concept's other wordings. */
  also: string;
}

export type SearchIndex = MiniSearch<Entry>;

const MOST_PAPERS = 8;
const MOST_CONCEPTS = 6;
/** Words this long or longer may be misspelt. */
const FUZZY_LENGTH = 5;

const indices = new WeakMap<TopicMap, SearchIndex>();

/** An index over titles and concepts, made once for each map. */
export function searchIndex(map: TopicMap): SearchIndex {
  const known = indices.get(map);
  if (known) return known;
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['label', 'also'],
    storeFields: ['kind', 'id', 'label'],
    processTerm: foldTerm,
  });
  index.addAll(entriesOf(map));
  indices.set(map, index);
  return index;
}

/** Papers and concepts that match all words of the query, by beginnings of words and with small misspellings, best first. */
export function searchMap(index: SearchIndex, query: string): SearchResult {
  const found = index.search(query, {
    prefix: true,
    fuzzy: (term) => (term.length >= FUZZY_LENGTH ? 0.2 : false),
    combineWith: 'AND',
    boost: { label: 4 },
  });
  const hits = found.map((result): SearchHit => ({ kind: result['kind'], id: result['id'], label: result['label'], terms: result.terms }));
  return {
    papers: hits.filter(({ kind }) => kind === 'paper').slice(0, MOST_PAPERS),
    concepts: hits.filter(({ kind }) => kind === 'concept').slice(0, MOST_CONCEPTS),
    matches: new Set(hits.map(({ id }) => id)),
  };
}

/** A word in lower case without accents: how words are compared. */
export function foldTerm(term: string): string {
  return term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function entriesOf(map: TopicMap): Entry[] {
  const { concepts } = mapIndex(map);
  const labels = (ids: readonly { id: string }[]) => ids.map(({ id }) => concepts.get(id)?.label ?? '').join(' ');
  return [
    ...map.papers.map((paper): Entry => ({ key: `paper ${paper.id}`, kind: 'paper', id: paper.id, label: paper.title, also: labels(paper.concepts) })),
    ...map.concepts.map((concept): Entry => ({ key: `concept ${concept.id}`, kind: 'concept', id: concept.id, label: concept.label, also: concept.aliases.join(' ') })),
  ];
}
