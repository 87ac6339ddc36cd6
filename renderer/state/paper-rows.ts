import type { PaperFacts } from '../../shared/details.ts';
import type { Annotation } from '../../shared/library-state.ts';
import type { MapPaper, TopicMap } from '../../shared/topic-map.ts';
import { mapCounts } from './map-counts.ts';
import { mapIndex } from './map-index.ts';
import { yearOf } from './matching-papers.ts';
import { counted, namesInWords } from './words.ts';

/** A paper with all that a table tells of it. */
export interface PaperRow {
  id: string;
  paper: MapPaper;
  year: number | null;
  authors: readonly string[];
  venue: string | null;
  source: string | null;
  citations: number | null;
  topic: string | null;
  /** Place of the topic's colour in the palette; null without one. */
  position: number | null;
  /** Number of papers it is linked to. */
  links: number;
  /** Labels of its strongest concepts. */
  concepts: readonly string[];
  starred: boolean;
  tags: readonly string[];
}

const CONCEPTS_SHOWN = 3;

/** A row for each paper of a map, in the order of the alphabet. Facts that have not come are unknown. */
export function paperRows(map: TopicMap, facts: ReadonlyMap<string, PaperFacts> | null, annotations: readonly Annotation[]): PaperRow[] {
  const index = mapIndex(map);
  const { links } = mapCounts(map);
  const notes = new Map(annotations.filter(({ target }) => target.kind === 'paper').map((note) => [note.target.id, note]));
  return map.papers.map((paper) => {
    const fact = facts?.get(paper.id);
    const note = notes.get(paper.id);
    return {
      id: paper.id,
      paper,
      year: yearOf(paper, facts),
      authors: fact?.authors ?? [],
      venue: fact?.venue ?? null,
      source: fact?.source ?? null,
      citations: fact?.citations ?? null,
      topic: paper.topic === null ? null : (index.topics.get(paper.topic)?.label ?? null),
      position: index.topicPosition(paper.topic),
      links: links.get(paper.id) ?? 0,
      concepts: paper.concepts.slice(0, CONCEPTS_SHOWN).map(({ id }) => index.concepts.get(id)?.label ?? id),
      starred: note?.starred ?? false,
      tags: note?.tags ?? [],
    };
  });
}

/** The rows to show: of papers that match, of topics that are not hidden. */
export function shownPapers(rows: readonly PaperRow[], matches: ReadonlySet<string> | null, hiddenTopics: readonly string[]): PaperRow[] {
  const hidden = new Set(hiddenTopics);
  return rows.filter(({ id, paper }) => (matches === null || matches.has(id)) && (paper.topic === null || !hidden.has(paper.topic)));
}

/** What a screen reader says of a row: the paper by title, authors and year, its topic and links, and whether it is starred. */
export function paperRowInWords({ paper, authors, year, topic, links, starred }: PaperRow): string {
  const parts = [paper.title, ...(authors.length > 0 ? [namesInWords(authors, 2)] : []), ...(year === null ? [] : [String(year)]), ...(topic === null ? [] : [`topic ${topic}`]), counted(links, 'link')];
  return [...parts, ...(starred ? ['starred'] : [])].join(', ');
}
