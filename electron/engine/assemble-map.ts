import type { Paper } from '../../shared/paper.ts';
import type { MapSettings } from '../../shared/settings.ts';
import { sharedRecords } from '../../shared/same-value.ts';
import { compareText } from '../../shared/text.ts';
import type { ConceptShare, MapConcept, MapLink, MapPaper, TopicMap, WeightedConcept } from '../../shared/topic-map.ts';
import { impliedConcepts } from './graph/implied-concepts.ts';
import type { PaperGraph } from './graph/link-papers.ts';
import { DEFAULT_VECTOR_OPTIONS, type PaperVectors } from './graph/paper-vectors.ts';
import { placeConcepts } from './layout/place-concepts.ts';
import { reasonsAfter, reasonsAnew, type ExplainedLinks, type ReasonsKept } from './earlier-links.ts';
import { PaperReasons, type LinkReasonTable } from './link-reasons.ts';
import { topicTable, unlinkedNotice, type TopicTable } from './map-topics.ts';
import { UNWATCHED, type ConceptIndex, type Positions, type Watch } from './model.ts';
import type { FoundTopics } from './topics/find-topics.ts';
import type { FollowedTopic } from './topics/follow-topics.ts';
import type { TopicLabels } from './topics/label-topics.ts';

/** All that a map is made of; `papers` sorted by id, everything else by their order. */
export interface MapParts {
  papers: readonly Paper[];
  index: ConceptIndex;
  graph: PaperGraph;
  partition: FoundTopics;
  labels: TopicLabels;
  /** Of each topic, its number and what it was before. */
  followed: readonly FollowedTopic[];
  positions: Positions;
  settings: MapSettings;
  /** Places of concepts that stay where they were, by id; null for a new map. */
  previousConcepts: ReadonlyMap<string, { x: number; y: number }> | null;
  /** A map of the very same papers that was assembled before: what is the same in it is taken over, the records themselves too. It changes no byte. */
  earlier: EarlierMap | null;
}

/** A map with what its links were made of. */
export interface EarlierMap extends ExplainedLinks {
  map: TopicMap;
}

/** Concepts listed per paper at most, those of its links apart. */
const CONCEPTS_PER_PAPER = 12;

/**
 * The finished map. Papers and links come by id, concepts by number of papers and then id; numbers are rounded to fixed decimals, so that
 * the same parts give the same bytes. Concepts are those that can link papers; a paper lists its best dozen of them and
 * all that its links rest on, broader ones that it only implies included.
 */
export function assembleMap(parts: MapParts, watch: Watch = UNWATCHED): EarlierMap {
  const { index, graph, partition, positions, settings, previousConcepts, labels, followed, earlier } = parts;
  const concepts = linkingConcepts(index, graph.vectors);
  const kept = earlier ? reasonsAfter(earlier, parts, watch) : reasonsAnew(parts, watch);
  const topics = topicTable(index, partition, labels, followed, new Set(concepts));
  const unlinked = partition.topicOf.reduce((sum, topic) => sum + (topic < 0 ? 1 : 0), 0);
  const places = placeConcepts(index, concepts, partition, positions, { placeBefore: (concept) => previousConcepts?.get(conceptAt(index, concept).id) ?? null });
  const mapConcepts = concepts.map((concept, place): MapConcept => {
    const { id, label, aliases, papers: count } = conceptAt(index, concept);
    return { id, label, aliases, papers: count, topic: topics.idOf(places.topicOf[place]), x: rounded(places.x[place], 2), y: rounded(places.y[place], 2) };
  });
  const map: TopicMap = {
    format: 'concept-atlas/topic-map',
    version: 1,
    parameters: settings,
    papers: sharedRecords(earlier?.map.papers, mapPapers(parts, kept, topics)),
    concepts: sharedRecords(earlier?.map.concepts, mapConcepts),
    topics: sharedRecords(earlier?.map.topics, topics.topics),
    links: mapLinks(parts, kept),
    quality: { modularity: rounded(partition.modularity, 4), stability: rounded(partition.stability, 4), coverage: rounded(partition.coverage, 4), unlinked },
    notices: unlinkedNotice(unlinked),
  };
  return { index, graph, reasons: kept.reasons, map };
}

function rounded(value: number | undefined, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round((value ?? 0) * scale) / scale + 0;
}

function conceptAt(index: ConceptIndex, concept: number) {
  return index.concepts[concept] ?? { id: '', label: '', aliases: [], papers: 0 };
}

/** Concepts that count in at least the asked number of papers, by papers and id; the index has them by id. */
function linkingConcepts(index: ConceptIndex, { papersOf }: PaperVectors): number[] {
  const counts = [...papersOf.keys()].filter((concept) => (papersOf[concept] ?? 0) > 0);
  return counts.sort((a, b) => conceptAt(index, b).papers - conceptAt(index, a).papers || a - b);
}

function mapLinks({ papers, index, graph: { links }, earlier }: MapParts, { reasons, linkBefore }: ReasonsKept): MapLink[] {
  if (earlier?.graph.links === links) return earlier.map.links;
  return Array.from(links.source, (source, link): MapLink => {
    const before = earlier?.map.links[linkBefore[link] as number];
    if (before) return before;
    return { source: papers[source]?.id ?? '', target: papers[links.target[link] ?? 0]?.id ?? '', weight: rounded(links.weight[link], 4), concepts: conceptShares(index, reasons, link) };
  });
}

function conceptShares(index: ConceptIndex, { offsets, concept, other, share }: LinkReasonTable, link: number): ConceptShare[] {
  const shares: ConceptShare[] = [];
  for (let entry = offsets[link] ?? 0; entry < (offsets[link + 1] ?? 0); entry++) {
    const [first, second] = [concept[entry] ?? 0, other[entry] ?? 0];
    shares.push({ id: conceptAt(index, first).id, share: rounded(share[entry], 4), ...(first === second ? {} : { near: conceptAt(index, second).id }) });
  }
  return shares;
}

function mapPapers({ papers, index, graph, positions, earlier }: MapParts, { reasons: table, isSamePaper }: ReasonsKept, topics: TopicTable): MapPaper[] {
  const reasons = new PaperReasons(table, graph.links, papers.length, index.concepts.length);
  const conceptsOf = (place: number) => {
    const before = isSamePaper[place] === 1 ? earlier?.map.papers[place]?.concepts : undefined;
    if (before) return before;
    reasons.read(place);
    return listedConcepts(index, graph.vectors, place, reasons);
  };
  return papers.map((paper, place): MapPaper => {
    const url = addressOf(paper);
    return {
      id: paper.id,
      title: paper.title,
      ...(paper.year === null ? {} : { year: paper.year }),
      ...(url === null ? {} : { url }),
      ...topics.membershipOf(place),
      x: rounded(positions.x[place], 2),
      y: rounded(positions.y[place], 2),
      concepts: conceptsOf(place),
    };
  });
}

/** A paper's best concepts, and those that its links rest on, some of which it may only imply. */
function listedConcepts(index: ConceptIndex, { papersOf }: PaperVectors, paper: number, reasons: PaperReasons): WeightedConcept[] {
  const { offsets, indices, values } = index.paperConcepts;
  const listed: WeightedConcept[] = [];
  let reasonsLeft = reasons.count;
  for (let entry = offsets[paper] ?? 0; entry < (offsets[paper + 1] ?? 0); entry++) {
    const concept = indices[entry] ?? 0;
    if ((papersOf[concept] ?? 0) === 0) continue;
    const isReason = reasons.has(concept);
    if (isReason) reasonsLeft--;
    if (isReason || listed.length < CONCEPTS_PER_PAPER) listed.push({ id: conceptAt(index, concept).id, weight: rounded(values[entry], 4) });
  }
  if (reasonsLeft > 0) {
    for (const [concept, { value }] of impliedConcepts(index, paper, DEFAULT_VECTOR_OPTIONS.broaderShare)) {
      if (reasons.has(concept)) listed.push({ id: conceptAt(index, concept).id, weight: rounded(value, 4) });
    }
  }
  return listed.sort((a, b) => b.weight - a.weight || compareText(a.id, b.id));
}

/** Where to read the paper: its own address, or that of its DOI or arXiv id. */
function addressOf({ url, doi, arxiv }: Paper): string | null {
  if (url !== null) return url;
  if (doi !== null) return `https://doi.org/${doi}`;
  return arxiv === null ? null : `https://arxiv.org/abs/${arxiv}`;
}
