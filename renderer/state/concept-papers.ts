import type { ConceptDetail, MentionSentence } from '../../shared/details.ts';
import type { MapPaper } from '../../shared/topic-map.ts';
import type { MapIndex } from './map-index.ts';

/** A paper that has a concept: because it mentions it, or through narrower concepts. */
export interface ConceptPaper {
  paper: MapPaper;
  /** 0..1 */
  weight: number;
  sentence: MentionSentence | null;
  mentions: 'itself' | 'narrower';
}

/**
 * The papers that have a concept, those that mention it first, heaviest first. The engine tells all of them; the map alone lists
 * only those in which the concept is among the strongest, and stands in until the engine has answered.
 */
export function conceptPapers(concept: string, detail: Pick<ConceptDetail, 'papers'> | null, index: Pick<MapIndex, 'papers' | 'mentioning'>): ConceptPaper[] {
  const listed = index.mentioning(concept);
  if (!detail) return listed.map(({ paper, weight }) => ({ paper, weight, sentence: null, mentions: 'itself' }));
  const known = new Set(detail.papers.map(({ id }) => id));
  const itself = detail.papers.flatMap(({ id, weight, sentence }): ConceptPaper[] => {
    const paper = index.papers.get(id);
    return paper ? [{ paper, weight, sentence, mentions: 'itself' }] : [];
  });
  const narrower = listed.filter(({ paper }) => !known.has(paper.id)).map(({ paper, weight }): ConceptPaper => ({ paper, weight, sentence: null, mentions: 'narrower' }));
  return [...itself, ...narrower];
}
