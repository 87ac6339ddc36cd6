import type { ConceptIndex, TopicPartition } from '../model.ts';
import { nameGroup, type NameOptions } from './name-group.ts';
import { rankConcepts } from './rank-concepts.ts';
import { membersOf } from './weighted-graph.ts';

export interface TopicLabel {
  label: string;
  /** Concept indices, most telling first. */
  concepts: number[];
}

export interface LabelOptions extends NameOptions {
  /** Concepts listed per topic at most. */
  listedConcepts: number;
}

export const DEFAULT_LABEL_OPTIONS: LabelOptions = { nameConcepts: 3, listedConcepts: 12, nameLength: 48 };

/**
 * A name for each topic, "Quantization · post-training · rounding", and its most telling concepts, those of the name among them. No two topics have the same name.
 */
export function labelTopics(index: ConceptIndex, partition: Pick<TopicPartition, 'topicOf' | 'count'>, options: Partial<LabelOptions> = {}): TopicLabel[] {
  const all = { ...DEFAULT_LABEL_OPTIONS, ...options };
  const taken = new Set<string>();
  const { members, starts } = membersOf(partition.topicOf, partition.count);
  const groups = Array.from({ length: partition.count }, (_, topic) => members.subarray(starts[topic], starts[topic + 1]));
  return rankConcepts(index, groups).map((ranked, topic) => {
    const named = nameGroup(index, ranked, all, (name) => taken.has(name.toLowerCase()));
    const label = named?.name ?? `Topic ${topic + 1}`;
    taken.add(label.toLowerCase());
    const concepts = [...new Set([...(named?.concepts ?? []), ...ranked.map(({ concept }) => concept)])];
    return { label, concepts: concepts.slice(0, all.listedConcepts) };
  });
}
