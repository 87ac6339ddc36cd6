import type { MapSettings } from '../../../shared/settings.ts';
import { UNWATCHED, type ConceptIndex, type PaperLinks, type Watch } from '../model.ts';
import { levelNeighbours } from './level-neighbours.ts';
import { vectorChange } from './changed-papers.ts';
import type { SearchMemory } from './earlier-search.ts';
import { forkNearestPapers, type NearestSearch, type SearchHistory } from './nearest-papers.ts';
import { DEFAULT_VECTOR_OPTIONS, paperVectors, rowSizes, type PaperVectors, type VectorOptions } from './paper-vectors.ts';
import { shareRows } from './share-rows.ts';
import { COSINE, SIMILARITIES } from './similarity.ts';
import { SPARSIFIERS, STRONGEST_LINKS, type Sparsifier } from './sparsifier.ts';
import { topicVectors } from './topic-vectors.ts';
import type { SparseMatrix } from './truncated-svd.ts';

export interface LinkOptions extends VectorOptions {
  /** Strongest links that each paper keeps. */
  linksPerPaper: number;
  /** Papers less alike than this are not linked. */
  minSimilarity: number;
  papersPerConcept: number;
  sparsifier: Sparsifier;
}

export const DEFAULT_LINK_OPTIONS: LinkOptions = {
  ...DEFAULT_VECTOR_OPTIONS,
  linksPerPaper: 8,
  minSimilarity: 0.01,
  papersPerConcept: 400,
  sparsifier: STRONGEST_LINKS,
};

/** What links are made by under the settings of a map. */
export function linkOptions({ minPapers, linksPerPaper, similarity, sparsifier }: MapSettings): LinkOptions {
  return { ...DEFAULT_LINK_OPTIONS, minPapers, linksPerPaper, similarity: SIMILARITIES[similarity], sparsifier: SPARSIFIERS[sparsifier] };
}

/** Links papers by the concepts they share, each paper to those most like it. */
export function linkPapers(index: ConceptIndex, options: Partial<LinkOptions> = {}, watch: Watch = UNWATCHED): PaperLinks {
  const all = { ...DEFAULT_LINK_OPTIONS, ...options };
  return all.sparsifier.keep(forkLinkSearch(paperVectors(index, all, watch), all, {}).join(watch).neighbours, all.linksPerPaper);
}

function forkLinkSearch(vectors: PaperVectors, options: LinkOptions, history: SearchHistory): NearestSearch {
  const { minSimilarity, papersPerConcept } = options;
  return forkNearestPapers(vectors, { neighbours: neighboursForLinks(options), minSimilarity, papersPerConcept }, history);
}

function neighboursForLinks({ linksPerPaper, sparsifier }: LinkOptions): number {
  return Math.max(linksPerPaper, sparsifier.neighboursSeen);
}

/** The links of a map, and what its papers are grouped by. */
export interface PaperGraph {
  vectors: PaperVectors;
  links: PaperLinks;
  topicLinks: PaperLinks;
  /** Concepts and words of the papers, rows of length one: what topics are told apart by. */
  profiles: SparseMatrix;
  /** What the searches of a later graph can take over; null where that would take too much memory. */
  memory: { options: LinkOptions; links: SearchMemory; topics: SearchMemory } | null;
}

/** The graph that was made before of another index of the same papers. */
export interface EarlierGraph {
  index: ConceptIndex;
  graph: PaperGraph;
}

/** Up to so many papers a search is remembered (some 3 kB a paper), the first one of a collection too where it is small. */
export const MOST_REMEMBERED = 12_000;
const MOST_REMEMBERED_AT_ONCE = 3_000;

/** Neighbours that are looked at for each link that is kept, since hubs are sorted out of them. */
const LOOKED_AT = 1.6;

/**
 * Links for the map and for topics. Topics are found on more links than a map can show, over words as well as concepts, and levelled against hubs:
 * see topicVectors and levelNeighbours. Papers that no concept links are in no topic. `earlier` saves time and changes nothing, and so does remembering the
 * searches of up to `mostRemembered` papers.
 */
export function linkForMapAndTopics(index: ConceptIndex, options: Partial<LinkOptions> = {}, watch: Watch = UNWATCHED, earlier: EarlierGraph | null = null, mostRemembered = earlier ? MOST_REMEMBERED : MOST_REMEMBERED_AT_ONCE): PaperGraph {
  const all = { ...DEFAULT_LINK_OPTIONS, ...options };
  const vectors = paperVectors(index, all, watch);
  const paperCount = vectors.sizes.length;
  const { minSimilarity, papersPerConcept } = all;
  const kept = neighboursForTopics(paperCount);
  const before = earlier && sameSearches(earlier, index, all) ? { ...earlier.graph.memory, isChanged: vectorChange({ index: earlier.index, vectors: earlier.graph.vectors }, { index, vectors }).isChanged } : null;
  const remembers = paperCount <= mostRemembered;
  const historyOf = (memory: SearchMemory | undefined): SearchHistory => ({ before: before && memory ? { memory, isChanged: before.isChanged } : null, remembers });
  const search = forkLinkSearch(vectors, all, historyOf(before?.links));
  const profiles = shareRows(topicVectors(vectors, index.paperWords));
  const topicSearch = forkNearestPapers({ rows: profiles, sizes: rowSizes(profiles, COSINE), similarity: COSINE }, { neighbours: Math.ceil(LOOKED_AT * kept), minSimilarity, papersPerConcept }, historyOf(before?.topics));
  let found: ReturnType<NearestSearch['join']>;
  let foundForTopics: ReturnType<NearestSearch['join']>;
  try {
    found = search.join(watch);
  } finally {
    foundForTopics = topicSearch.join(watch);
  }
  const links = all.sparsifier.keep(found.neighbours, all.linksPerPaper);
  const topicLinks = betweenLinked(STRONGEST_LINKS.keep(levelNeighbours(foundForTopics.neighbours, kept), kept), links, paperCount);
  const memory = found.memory && foundForTopics.memory ? { options: all, links: found.memory, topics: foundForTopics.memory } : null;
  return { vectors, links, topicLinks, profiles, memory };
}

/** Whether the searches of an earlier graph were the same but for concepts. */
function sameSearches({ index: before, graph: { memory } }: EarlierGraph, index: ConceptIndex, options: LinkOptions): boolean {
  if (!memory || before.paperWords !== index.paperWords) return false;
  const names = Object.keys(options) as (keyof LinkOptions)[];
  return names.every((name) => memory.options[name] === options[name]);
}

/** 0.65 of the root of the number of papers, 5 to 32, and fewer where links would outgrow memory. */
function neighboursForTopics(paperCount: number): number {
  const wanted = Math.max(5, Math.min(32, 0.65 * Math.sqrt(paperCount)));
  return Math.max(5, Math.round(Math.min(wanted, 1_200_000 / Math.max(1, paperCount))));
}

/** The topic links whose ends both have links on the map; a paper with links on the map that has no such topic link keeps those of the map. */
function betweenLinked(topicLinks: PaperLinks, links: PaperLinks, paperCount: number): PaperLinks {
  const isLinked = endsOf([links], paperCount);
  const kept = chosenLinks(topicLinks, (source, target) => isLinked[source] === 1 && isLinked[target] === 1);
  const isGrouped = endsOf([kept], paperCount);
  if (isLinked.every((linked, paper) => linked === isGrouped[paper])) return kept;
  return sortedLinks([kept, chosenLinks(links, (source, target) => isGrouped[source] === 0 || isGrouped[target] === 0)], paperCount);
}

function endsOf(all: readonly PaperLinks[], paperCount: number): Uint8Array {
  const isEnd = new Uint8Array(paperCount);
  for (const { source, target } of all) for (const ends of [source, target]) for (const paper of ends) isEnd[paper] = 1;
  return isEnd;
}

function chosenLinks({ source, target, weight }: PaperLinks, keeps: (source: number, target: number) => boolean): PaperLinks {
  const kept: PaperLinks = { source: new Uint32Array(source.length), target: new Uint32Array(source.length), weight: new Float32Array(source.length) };
  let count = 0;
  for (let link = 0; link < source.length; link++) {
    if (!keeps(source[link] as number, target[link] as number)) continue;
    kept.source[count] = source[link] as number;
    kept.target[count] = target[link] as number;
    kept.weight[count++] = weight[link] as number;
  }
  return { source: kept.source.slice(0, count), target: kept.target.slice(0, count), weight: kept.weight.slice(0, count) };
}

function sortedLinks(parts: readonly PaperLinks[], paperCount: number): PaperLinks {
  const all = parts.flatMap(({ source, target, weight }) => Array.from(source, (from, link) => ({ from, to: target[link] as number, weight: weight[link] as number })));
  all.sort((a, b) => a.from * paperCount + a.to - (b.from * paperCount + b.to));
  return { source: Uint32Array.from(all, ({ from }) => from), target: Uint32Array.from(all, ({ to }) => to), weight: Float32Array.from(all, ({ weight }) => weight) };
}
