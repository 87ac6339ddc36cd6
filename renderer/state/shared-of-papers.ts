import { compareText } from '../../shared/text.ts';
import type { MapPaper } from '../../shared/topic-map.ts';

/** How many of some papers have something. */
export interface Shared {
  id: string;
  papers: number;
}

/** Concepts that two papers or more share, those of most papers first, then by their weight in them. */
export function sharedConcepts(papers: readonly MapPaper[]): Shared[] {
  const found = new Map<string, { papers: number; weight: number }>();
  for (const { concepts } of papers) {
    for (const { id, weight } of concepts) {
      const known = found.get(id) ?? { papers: 0, weight: 0 };
      found.set(id, { papers: known.papers + 1, weight: known.weight + weight });
    }
  }
  return [...found]
    .filter(([, { papers: count }]) => count > 1)
    .sort(([a, one], [b, other]) => other.papers - one.papers || other.weight - one.weight || compareText(a, b))
    .map(([id, { papers: count }]) => ({ id, papers: count }));
}

/** Topics that papers are of, those of most papers first; null stands for none. */
export function topicsOfPapers(papers: readonly MapPaper[]): { id: string | null; papers: number }[] {
  const counts = new Map<string | null, number>();
  for (const { topic } of papers) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || compareText(a ?? '', b ?? ''))
    .map(([id, count]) => ({ id, papers: count }));
}
