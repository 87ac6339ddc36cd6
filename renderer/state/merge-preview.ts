import type { TopicMap } from '../../shared/topic-map.ts';
import { mapIndex } from './map-index.ts';

/** What concepts or topics would be as one. */
export interface MergePreview {
  /** Number of papers that mention any of them, or are in any of them. */
  papers: number;
  /** Papers that mention more than one of them. */
  shared: number;
  /** The wordings that would mean it beside its name; none for topics. */
  wordings: string[];
}

/** What concepts would be as one under the name of `into`. */
export function previewConcepts(map: TopicMap, ids: readonly string[], into: string): MergePreview {
  const index = mapIndex(map);
  const counts = new Map<string, number>();
  for (const id of ids) {
    for (const { paper } of index.mentioning(id)) counts.set(paper.id, (counts.get(paper.id) ?? 0) + 1);
  }
  const label = index.concepts.get(into)?.label;
  const wordings = ids.flatMap((id) => {
    const concept = index.concepts.get(id);
    return concept ? [concept.label, ...concept.aliases] : [];
  });
  return { papers: counts.size, shared: [...counts.values()].filter((count) => count > 1).length, wordings: [...new Set(wordings)].filter((wording) => wording !== label) };
}

/** What topics would be as one. */
export function previewTopics(map: TopicMap, ids: readonly string[]): MergePreview {
  const { inTopic } = mapIndex(map);
  return { papers: ids.reduce((sum, id) => sum + inTopic(id).length, 0), shared: 0, wordings: [] };
}
