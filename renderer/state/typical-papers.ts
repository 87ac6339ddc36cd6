import { compareText } from '../../shared/text.ts';
import type { MapPaper } from '../../shared/topic-map.ts';
import type { MapIndex } from './map-index.ts';

/**
 * Papers of a topic, the most typical first: those with the most link weight to others of the topic, counted by how surely they belong to it.
 */
export function typicalPapers(topic: string, index: Pick<MapIndex, 'inTopic' | 'related'>): MapPaper[] {
  const papers = index.inTopic(topic);
  const members = new Set(papers.map(({ id }) => id));
  const weightWithin = ({ id, confidence }: MapPaper) => confidence * index.related(id).reduce((sum, { paper, link }) => sum + (members.has(paper.id) ? link.weight : 0), 0);
  return papers
    .map((paper) => ({ paper, typical: weightWithin(paper) }))
    .sort((a, b) => b.typical - a.typical || compareText(a.paper.id, b.paper.id))
    .map(({ paper }) => paper);
}

/** Papers whose year is known, the newest first; of one year in the order given. */
export function newestPapers(papers: readonly MapPaper[]): MapPaper[] {
  return papers.filter(({ year }) => year !== undefined).sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}
