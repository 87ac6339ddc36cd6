import type { MapConcept, TopicMap } from '../../shared/topic-map.ts';
import { mapIndex } from './map-index.ts';
import { foldTerm } from './mark-terms.ts';

/** A concept with all that a table tells of it. */
export interface ConceptRow {
  id: string;
  concept: MapConcept;
  /** Papers that have it and match search and filters. */
  papers: number;
  /** All papers that have it. */
  allPapers: number;
  topic: string | null;
  /** Place of the topic's colour in the palette; null without one. */
  position: number | null;
  /** Links between papers that rest on it. */
  links: number;
}

/** A row for each concept that papers shown have; all of them where nothing is asked. `matches` and `hiddenTopics` tell which papers are shown. */
export function conceptRows(map: TopicMap, matches: ReadonlySet<string> | null, hiddenTopics: readonly string[]): ConceptRow[] {
  const index = mapIndex(map);
  const hidden = new Set(hiddenTopics);
  const links = linksOfConcepts(map);
  const isShown = ({ id, topic }: { id: string; topic: string | null }) => (matches === null || matches.has(id)) && (topic === null || !hidden.has(topic));
  const areAll = matches === null && hidden.size === 0;
  return map.concepts.flatMap((concept) => {
    const mentioning = index.mentioning(concept.id);
    const papers = areAll ? mentioning.length : mentioning.filter(({ paper }) => isShown(paper)).length;
    if (papers === 0 && !areAll) return [];
    const topic = concept.topic === null ? null : (index.topics.get(concept.topic)?.label ?? null);
    return [{ id: concept.id, concept, papers, allPapers: mentioning.length, topic, position: index.topicPosition(concept.topic), links: links.get(concept.id) ?? 0 }];
  });
}

/** The rows whose label or another wording has all words of a text, wherever in it. */
export function conceptsNamed(rows: readonly ConceptRow[], text: string): readonly ConceptRow[] {
  const words = foldTerm(text).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter(({ concept }) => [concept.label, ...concept.aliases].some((name) => {
    const folded = foldTerm(name);
    return words.every((word) => folded.includes(word));
  }));
}

const counted = new WeakMap<TopicMap, ReadonlyMap<string, number>>();

/** How many links name each concept among their reasons. */
function linksOfConcepts(map: TopicMap): ReadonlyMap<string, number> {
  const known = counted.get(map);
  if (known) return known;
  const links = new Map<string, number>();
  for (const { concepts } of map.links) for (const { id } of concepts) links.set(id, (links.get(id) ?? 0) + 1);
  counted.set(map, links);
  return links;
}
