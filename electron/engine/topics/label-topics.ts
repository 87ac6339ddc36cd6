import type { MapTopic } from '../../../shared/topic-map.ts';
import type { ConceptIndex } from '../model.ts';
import type { FoundTopics } from './find-topics.ts';
import { nameGroup, type NameOptions } from './name-group.ts';
import { ConceptRanking, type TellingConcept } from './rank-concepts.ts';
import { membersOf } from './weighted-graph.ts';

export interface TopicLabel {
  label: string;
  /** Concept indices, most telling first. */
  concepts: number[];
  /** Those that the label names. */
  named: number[];
}

export interface LabelOptions extends NameOptions {
  /** Concepts listed per topic at most. */
  listedConcepts: number;
  /** Of each topic, the earlier one that it is substantially the same as, whose name it keeps while that still tells of it. */
  keptFrom: readonly (MapTopic | null)[];
}

export const DEFAULT_LABEL_OPTIONS: LabelOptions = { nameConcepts: 3, listedConcepts: 12, nameLength: 48, keptFrom: [] };

/** Concepts of a topic from which its name is made. */
const NAMING_CONCEPTS = 40;

export interface TopicLabels {
  topics: TopicLabel[];
  subtopics: TopicLabel[];
}

/**
 * A name for each topic, "Quantization · post-training · rounding", and its most telling concepts, those of the name among them. A topic is told from
 * all others, a sub-topic from the rest of its topic, whose name's concepts it does without. No two have the same name.
 */
export function labelTopics(index: ConceptIndex, { topicOf, count, subtopics }: Pick<FoundTopics, 'topicOf' | 'count' | 'subtopics'>, options: Partial<LabelOptions> = {}): TopicLabels {
  const { keptFrom, ...asked } = { ...DEFAULT_LABEL_OPTIONS, ...options };
  const naming: Naming = { index, ranking: new ConceptRanking(index), options: asked, taken: new Set() };
  const topics = labelGroups(naming, papersByGroup(topicOf, count), { keptFrom, fallback: (topic) => `Topic ${topic + 1}`, avoid: new Set() });
  const parts = papersByGroup(subtopics.subtopicOf, subtopics.parentOf.length);
  const subtopicLabels: TopicLabel[] = [];
  for (const [topic, { label, named }] of topics.entries()) {
    const own = parts.filter((_, part) => subtopics.parentOf[part] === topic);
    subtopicLabels.push(...labelGroups(naming, own, { keptFrom: [], fallback: (part) => `${label} · part ${part + 1}`, avoid: new Set(named) }));
  }
  return { topics, subtopics: subtopicLabels };
}

interface Naming {
  index: ConceptIndex;
  ranking: ConceptRanking;
  options: Omit<LabelOptions, 'keptFrom'>;
  /** Names given, in small letters. */
  taken: Set<string>;
}

interface GroupNaming {
  keptFrom: LabelOptions['keptFrom'];
  /** Name of a group without concepts. */
  fallback: (group: number) => string;
  /** Concepts that no name holds. */
  avoid: ReadonlySet<number>;
}

/** Labels of groups that are told from one another. */
function labelGroups({ index, ranking, options, taken }: Naming, groups: readonly Uint32Array[], { keptFrom, fallback, avoid }: GroupNaming): TopicLabel[] {
  const tellings = ranking.rank(groups).map((ranked) => ranked.slice(0, NAMING_CONCEPTS));
  const keptNames = tellings.map((telling, group) => keptName(index, telling.slice(0, options.listedConcepts), keptFrom[group] ?? null));
  for (const name of keptNames) if (name !== null) taken.add(name.toLowerCase());
  return tellings.map((telling, group) => {
    const kept = keptNames[group] ?? null;
    const name = nameGroup(index, telling, options, (wanted) => kept === null && taken.has(wanted.toLowerCase()), avoid);
    const label = kept ?? name?.text ?? fallback(group);
    const named = name?.concepts ?? [];
    taken.add(label.toLowerCase());
    const concepts = [...new Set([...named, ...telling.map(({ concept }) => concept)])];
    return { label, named, concepts: concepts.slice(0, options.listedConcepts) };
  });
}

/** The name of an earlier topic, where its foremost concept still tells of the group; else null. */
function keptName(index: ConceptIndex, telling: readonly TellingConcept[], before: MapTopic | null): string | null {
  return before && telling.some(({ concept }) => index.concepts[concept]?.id === before.concepts[0]) ? before.label : null;
}

function papersByGroup(groupOf: Int32Array, count: number): Uint32Array[] {
  const { members, starts } = membersOf(groupOf, count);
  return Array.from({ length: count }, (_, group) => members.subarray(starts[group], starts[group + 1]));
}
