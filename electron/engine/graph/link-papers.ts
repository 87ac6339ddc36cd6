import { UNWATCHED, type ConceptIndex, type PaperLinks, type Watch } from '../model.ts';
import { nearestPapers } from './nearest-papers.ts';
import { DEFAULT_VECTOR_OPTIONS, paperVectors, type PaperVectors, type VectorOptions } from './paper-vectors.ts';
import { STRONGEST_LINKS, type Sparsifier } from './sparsifier.ts';

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
  papersPerConcept: 1000,
  sparsifier: STRONGEST_LINKS,
};

/** Links papers by the concepts they share, each paper to those most like it. */
export function linkPapers(index: ConceptIndex, options: Partial<LinkOptions> = {}, watch: Watch = UNWATCHED): PaperLinks {
  const all = { ...DEFAULT_LINK_OPTIONS, ...options };
  return linkVectors(paperVectors(index, all), all, watch);
}

/** Links papers whose vectors are known already. */
export function linkVectors(vectors: PaperVectors, options: LinkOptions, watch: Watch = UNWATCHED): PaperLinks {
  const { linksPerPaper: neighbours, minSimilarity, papersPerConcept } = options;
  return options.sparsifier.keep(nearestPapers(vectors, { neighbours, minSimilarity, papersPerConcept }, watch), neighbours);
}

/** The links of a map, and the denser ones by which its papers are grouped. */
export interface PaperGraph {
  vectors: PaperVectors;
  links: PaperLinks;
  topicLinks: PaperLinks;
}

/**
 * Links for the map and for topics, from one search for neighbours. Topics of a large collection are found on more links than a map can
 * show: on two of 2,000 to 3,000 papers, 25 neighbours instead of 8 agree with the areas that editors gave them by a fifth more. A hundred papers
 * need fewer, or their small topics run together.
 */
export function linkForMapAndTopics(index: ConceptIndex, options: Partial<LinkOptions> = {}, watch: Watch = UNWATCHED): PaperGraph {
  const all = { ...DEFAULT_LINK_OPTIONS, ...options };
  const vectors = paperVectors(index, all);
  const { minSimilarity, papersPerConcept, linksPerPaper } = all;
  const topicNeighbours = neighboursForTopics(vectors.sizes.length);
  const neighbours = nearestPapers(vectors, { neighbours: Math.max(linksPerPaper, topicNeighbours), minSimilarity, papersPerConcept }, watch);
  return { vectors, links: all.sparsifier.keep(neighbours, linksPerPaper), topicLinks: all.sparsifier.keep(neighbours, topicNeighbours) };
}

/** Six tenths of the root of the number of papers, 5 to 25, and fewer where links would outgrow memory. */
function neighboursForTopics(paperCount: number): number {
  const wanted = Math.max(5, Math.min(25, 0.6 * Math.sqrt(paperCount)));
  return Math.max(5, Math.round(Math.min(wanted, 1_200_000 / Math.max(1, paperCount))));
}
