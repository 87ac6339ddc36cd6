import { compareText } from '../../shared/text.ts';
import type { MapPaper } from '../../shared/topic-map.ts';
import type { MapIndex, RelatedPaper } from './map-index.ts';

/** The papers of another topic that a paper is linked to, strongest link first. */
export interface Bridge {
  topic: string;
  related: RelatedPaper[];
}

/** The papers of other topics that a paper is linked to, by topic; the topic with most link weight first. */
export function bridgesOf(paper: MapPaper, index: Pick<MapIndex, 'related'>): Bridge[] {
  const groups = new Map<string, RelatedPaper[]>();
  for (const one of index.related(paper.id)) {
    const { topic } = one.paper;
    if (topic !== null && topic !== paper.topic) groups.set(topic, [...(groups.get(topic) ?? []), one]);
  }
  const weight = (related: readonly RelatedPaper[]) => related.reduce((sum, { link }) => sum + link.weight, 0);
  return [...groups]
    .map(([topic, related]) => ({ topic, related }))
    .sort((a, b) => weight(b.related) - weight(a.related) || compareText(a.topic, b.topic));
}
