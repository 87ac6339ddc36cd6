import type { MapConcept, MapPaper, TopicMap } from '../../shared/topic-map.ts';
import { conceptCounts, mapCounts } from './map-counts.ts';
import { mapIndex } from './map-index.ts';
import { foldTerm } from './mark-terms.ts';
import { counted } from './words.ts';

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
  const counts = mapCounts(map);
  const areAll = matches === null && hiddenTopics.length === 0;
  const hidden = new Set(hiddenTopics);
  const isShown = ({ id, topic }: MapPaper) => (matches === null || matches.has(id)) && (topic === null || !hidden.has(topic));
  const shown = areAll ? counts.papers : conceptCounts(map.papers.filter(isShown));
  return map.concepts.flatMap((concept) => {
    const papers = shown.get(concept.id) ?? 0;
    if (papers === 0 && !areAll) return [];
    const topic = concept.topic === null ? null : (index.topics.get(concept.topic)?.label ?? null);
    return [{ id: concept.id, concept, papers, allPapers: counts.papers.get(concept.id) ?? 0, topic, position: index.topicPosition(concept.topic), links: counts.reasons.get(concept.id) ?? 0 }];
  });
}

/** What a screen reader says of a row: the concept, in how many papers it is, and its topic. */
export function conceptRowInWords({ concept, papers, topic }: ConceptRow): string {
  return [concept.label, counted(papers, 'paper'), ...(topic === null ? [] : [`topic ${topic}`])].join(', ');
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
