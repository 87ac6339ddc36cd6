import MiniSearch from 'minisearch';
import type { SearchReply } from '../../shared/answers.ts';
import { conceptFit } from '../../shared/concept-fit.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { mapIndex } from './map-index.ts';
import { foldTerm, markTerms, type TextRange } from './mark-terms.ts';

/** One thing that a search found. */
export interface SearchHit {
  kind: 'paper' | 'concept' | 'topic';
  id: string;
  label: string;
  /** What of the label was met. */
  marks: readonly TextRange[];
  /** Where the words were met if not in the label. */
  excerpt: { from: 'abstract' | 'authors' | 'keywords' | 'concepts' | 'wording'; text: string; marks: readonly TextRange[] } | null;
}

/** What a search found: the best to list, and the ids of all, for map and table. */
export interface SearchResult {
  text: string;
  papers: readonly SearchHit[];
  concepts: readonly SearchHit[];
  topics: readonly SearchHit[];
  paperIds: ReadonlySet<string>;
  conceptIds: ReadonlySet<string>;
  /** The words searched for in place of misspelt ones; null where there was nothing to mend. */
  corrected: string | null;
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

const MOST_PAPERS = 6;
const MOST_CONCEPTS = 4;
const MOST_TOPICS = 3;
/** Words this long or longer may be misspelt. */
const FUZZY_LENGTH = 5;
/** Entries indexed at a time, so that typing is not held up meanwhile. */
const CHUNK = 200;

const ready = new WeakMap<TopicMap, SearchIndex>();
const building = new WeakMap<TopicMap, Promise<void>>();

/** The page's own index over titles and concepts; null until prepareIndex has made it. */
export function readyIndex(map: TopicMap): SearchIndex | null {
  return ready.get(map) ?? null;
}

/** Makes the index of a map, in pieces, once. */
export function prepareIndex(map: TopicMap): Promise<void> {
  const known = building.get(map);
  if (known) return known;
  const index = new MiniSearch<Entry>({ idField: 'key', fields: ['label', 'also'], storeFields: ['kind', 'id', 'label'], processTerm: foldTerm });
  const made = index.addAllAsync(entriesOf(map), { chunkSize: CHUNK }).then(() => void ready.set(map, index));
  building.set(map, made);
  return made;
}

/** Papers and concepts that match all words of a text, by beginnings of words and with small misspellings, best first; topics by their names. */
export function searchMap(index: SearchIndex, map: TopicMap, text: string): SearchResult {
  const found = index.search(text, {
    prefix: true,
    fuzzy: (term) => (term.length >= FUZZY_LENGTH ? 0.2 : false),
    combineWith: 'AND',
    boost: { label: 4 },
  });
  const papers = found.filter((hit) => hit['kind'] === 'paper');
  const concepts = rankedConcepts(found.filter((hit) => hit['kind'] === 'concept'), map, text);
  const hitOf = ({ terms, ...stored }: (typeof found)[number]): SearchHit => ({ kind: stored['kind'], id: stored['id'], label: stored['label'], marks: markTerms(stored['label'], terms), excerpt: null });
  return {
    text,
    papers: papers.slice(0, MOST_PAPERS).map(hitOf),
    concepts: concepts.slice(0, MOST_CONCEPTS).map(hitOf),
    topics: findTopics(map, text),
    paperIds: new Set(papers.map((hit): string => hit['id'])),
    conceptIds: new Set(concepts.map((hit): string => hit['id'])),
    corrected: null,
  };
}

/** In the order in which the engine is going to answer, so that the list stays as it is when its answer comes. */
function rankedConcepts<Hit extends { id: unknown }>(hits: readonly Hit[], map: TopicMap, text: string): Hit[] {
  const { concepts } = mapIndex(map);
  const wanted = foldTerm(text).trim();
  const fitOf = (hit: Hit) => {
    const concept = concepts.get(String(hit['id']));
    return concept ? Math.max(conceptFit(concept, foldTerm(concept.label), wanted, 'label'), ...concept.aliases.map((alias) => conceptFit(concept, foldTerm(alias), wanted, 'alias'))) : 0;
  };
  const fits = new Map(hits.map((hit) => [hit, fitOf(hit)]));
  return [...hits].sort((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0));
}

/** The engine's answer as the page shows it. What is not on the map is left out. */
export function resultOfReply(reply: SearchReply, map: TopicMap, text: string): SearchResult {
  const { papers, concepts } = mapIndex(map);
  const paperHits = reply.papers.flatMap(({ id, field, excerpt, marks }): SearchHit[] => {
    const label = papers.get(id)?.title;
    if (label === undefined) return [];
    if (field === 'title') return [{ kind: 'paper', id, label: excerpt, marks, excerpt: null }];
    return [{ kind: 'paper', id, label, marks: [], excerpt: { from: field, text: excerpt, marks } }];
  });
  const conceptHits = reply.concepts.flatMap(({ id, wording, marks }): SearchHit[] => {
    const label = concepts.get(id)?.label;
    if (label === undefined) return [];
    if (label === wording) return [{ kind: 'concept', id, label, marks, excerpt: null }];
    return [{ kind: 'concept', id, label, marks: [], excerpt: { from: 'wording', text: wording, marks } }];
  });
  return {
    text,
    papers: paperHits.slice(0, MOST_PAPERS),
    concepts: conceptHits.slice(0, MOST_CONCEPTS),
    topics: findTopics(map, reply.corrected ?? text),
    paperIds: new Set(reply.matches),
    conceptIds: new Set(conceptHits.map(({ id }) => id)),
    corrected: reply.corrected,
  };
}

/** Topics whose names have a word that begins with each word of the text. */
function findTopics(map: TopicMap, text: string): SearchHit[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [];
  const hits = map.topics.flatMap(({ id, label }): SearchHit[] => {
    const words = wordsOf(label);
    const met = wanted.map((word) => words.find((own) => own.startsWith(word)));
    if (met.includes(undefined)) return [];
    return [{ kind: 'topic', id, label, marks: markTerms(label, met.filter((word) => word !== undefined)), excerpt: null }];
  });
  return hits.slice(0, MOST_TOPICS);
}

function wordsOf(text: string): string[] {
  return foldTerm(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function entriesOf(map: TopicMap): Entry[] {
  const { concepts } = mapIndex(map);
  const labels = (ids: readonly { id: string }[]) => ids.map(({ id }) => concepts.get(id)?.label ?? '').join(' ');
  return [
    ...map.papers.map((paper): Entry => ({ key: `paper ${paper.id}`, kind: 'paper', id: paper.id, label: paper.title, also: labels(paper.concepts) })),
    ...map.concepts.map((concept): Entry => ({ key: `concept ${concept.id}`, kind: 'concept', id: concept.id, label: concept.label, also: concept.aliases.join(' ') })),
  ];
}
