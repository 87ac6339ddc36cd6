import type { Annotation, PaperFacts } from '../../shared/contract.ts';
import type { Filters } from '../../shared/settings.ts';
import type { MapPaper, TopicMap } from '../../shared/topic-map.ts';

/** Stands among the topics of filters for papers without one. */
export const NO_TOPIC = '';

type Facts = ReadonlyMap<string, PaperFacts> | null;
type Condition = (paper: MapPaper) => boolean;

/**
 * Ids of the papers that meet all conditions; null where there is none. `search` holds the ids that a search found, null without one.
 * Where facts have not come yet, the condition that needs them asks nothing.
 */
export function matchingPapers(map: TopicMap, facts: Facts, annotations: readonly Annotation[], filters: Filters, search: ReadonlySet<string> | null): ReadonlySet<string> | null {
  const conditions = conditionsOf(facts, annotations, filters, search);
  if (conditions.length === 0) return null;
  return new Set(map.papers.filter((paper) => conditions.every((meets) => meets(paper))).map(({ id }) => id));
}

/** Year of a paper, from its facts where the map has none. */
export function yearOf(paper: MapPaper, facts: Facts): number | null {
  return paper.year ?? facts?.get(paper.id)?.year ?? null;
}

/**
 * Ids of the concepts that papers chosen from a map are about: at least half of the papers that mention them are among those chosen.
 * Null where all papers are.
 */
export function conceptsOfPapers(map: TopicMap, papers: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (!papers) return null;
  const mentions = new Map<string, { chosen: number; all: number }>();
  for (const paper of map.papers) {
    const isChosen = papers.has(paper.id);
    for (const { id } of paper.concepts) {
      const count = mentions.get(id) ?? { chosen: 0, all: 0 };
      count.all++;
      if (isChosen) count.chosen++;
      mentions.set(id, count);
    }
  }
  return new Set([...mentions].filter(([, { chosen, all }]) => chosen * 2 >= all).map(([id]) => id));
}

function conditionsOf(facts: Facts, annotations: readonly Annotation[], filters: Filters, search: ReadonlySet<string> | null): Condition[] {
  const conditions: Condition[] = [];
  const { topics, concepts, years, sources, confidence } = filters;
  if (search) conditions.push(({ id }) => search.has(id));
  if (topics.length > 0) conditions.push(inTopics(new Set(topics)));
  if (concepts.length > 0) conditions.push(mentioning(new Set(concepts)));
  if (years) conditions.push((paper) => isWithin(yearOf(paper, facts), years));
  if (sources.length > 0 && facts) conditions.push(({ id }) => sources.includes(facts.get(id)?.source ?? ''));
  if (confidence > 0) conditions.push((paper) => paper.confidence >= confidence);
  if (filters.starred || filters.tags.length > 0) conditions.push(annotated(annotations, filters));
  return conditions;
}

function inTopics(topics: ReadonlySet<string>): Condition {
  return ({ topic, subtopic }) => topics.has(topic ?? NO_TOPIC) || (subtopic !== undefined && topics.has(subtopic));
}

function mentioning(concepts: ReadonlySet<string>): Condition {
  return (paper) => paper.concepts.some(({ id }) => concepts.has(id));
}

function isWithin(year: number | null, { from, to }: { from: number; to: number }): boolean {
  return year !== null && year >= from && year <= to;
}

function annotated(annotations: readonly Annotation[], { starred, tags }: Filters): Condition {
  const fitting = annotations.filter((note) => note.target.kind === 'paper' && (!starred || note.starred) && (tags.length === 0 || note.tags.some((tag) => tags.includes(tag))));
  const ids = new Set(fitting.map(({ target }) => target.id));
  return ({ id }) => ids.has(id);
}
