import { compareText } from '../../shared/text.ts';
import type { MapIndex } from './map-index.ts';

/** A concept that stands in the same papers as another; `papers` is how many have both. */
export interface FoundTogether {
  id: string;
  papers: number;
}

const LEAST_PAPERS = 2;

/**
 * Concepts found together with one more often than chance would have it, the most telling first: by papers with both × the logarithm
 * of how many times more that is than expected (local mutual information; Evert 2005).
 */
export function foundTogether(concept: string, index: Pick<MapIndex, 'mentioning' | 'papers'>): FoundTogether[] {
  const mentioning = index.mentioning(concept);
  const counts = new Map<string, number>();
  for (const { paper } of mentioning) {
    for (const { id } of paper.concepts) if (id !== concept) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const all = index.papers.size;
  const telling = (id: string, papers: number) => papers * Math.log((papers * all) / (mentioning.length * index.mentioning(id).length));
  return [...counts]
    .filter(([, papers]) => papers >= LEAST_PAPERS)
    .map(([id, papers]) => ({ id, papers, score: telling(id, papers) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
    .map(({ id, papers }) => ({ id, papers }));
}
