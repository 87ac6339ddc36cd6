import type { PaperFacts } from '../../shared/details.ts';
import type { Annotation } from '../../shared/library-state.ts';
import { linkCounts } from '../../shared/encoding.ts';
import { COUNTED_OF_PAPERS, type CountedOfPapers, type CountSpan, type Filters, type WeightSpan } from '../../shared/filters.ts';
import type { MapPaper, TopicMap } from '../../shared/topic-map.ts';

/** Stands among the topics of filters for papers without one. */
export const NO_TOPIC = '';

type Facts = ReadonlyMap<string, PaperFacts> | null;
type CitationFacts = ReadonlyMap<string, Pick<PaperFacts, 'citations'>> | null;
type Condition = (paper: MapPaper) => boolean;

/**
 * Ids of the papers that meet all conditions; null where there is none. `search` holds the ids that a search found, null without one.
 * Where facts have not come yet, the condition that needs them asks nothing.
 */
export function matchingPapers(map: TopicMap, facts: Facts, annotations: readonly Annotation[], filters: Filters, search: ReadonlySet<string> | null): ReadonlySet<string> | null {
  const conditions = [...conditionsOnPlace(filters, search), ...conditionsOnNumbers(map, facts, filters), ...conditionsOnNotes(facts, annotations, filters)];
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

/** Whether conditions need facts of papers that the map does not have. */
export function needsFacts({ sources, citations }: Filters): boolean {
  return sources.length > 0 || citations !== null;
}

/** Gives how many links, citations or concepts a paper has; null where that is not known. */
export function countOf(map: TopicMap, facts: CitationFacts, of: CountedOfPapers): (paper: MapPaper) => number | null {
  if (of === 'conceptCount') return ({ concepts }) => concepts.length;
  if (of === 'citations') return ({ id }) => facts?.get(id)?.citations ?? null;
  const links = linkCounts(map);
  return ({ id }) => links.get(id) ?? 0;
}

function conditionsOnPlace({ topics, concepts, without }: Filters, search: ReadonlySet<string> | null): Condition[] {
  const conditions: Condition[] = [];
  if (search) conditions.push(({ id }) => search.has(id));
  if (topics.length > 0) conditions.push(inTopics(new Set(topics)));
  if (concepts.length > 0) conditions.push(mentioning(new Set(concepts)));
  if (without.length > 0) {
    const isUnwanted = mentioning(new Set(without));
    conditions.push((paper) => !isUnwanted(paper));
  }
  return conditions;
}

function conditionsOnNumbers(map: TopicMap, facts: Facts, filters: Filters): Condition[] {
  const conditions = filters.weights.map(hasWeight);
  const { years, undated, confidence, confidenceTo } = filters;
  if (years) conditions.push((paper) => isWithin(yearOf(paper, facts), years));
  if (undated) conditions.push((paper) => yearOf(paper, facts) === null);
  if (confidence > 0 || confidenceTo < 1) conditions.push((paper) => paper.topic !== null && isWithin(paper.confidence, { from: confidence, to: confidenceTo }));
  for (const of of COUNTED_OF_PAPERS) {
    const span = filters[of];
    if (span === null || (of === 'citations' && !facts)) continue;
    const countIn = countOf(map, facts, of);
    conditions.push((paper) => isWithin(countIn(paper), span));
  }
  return conditions;
}

function conditionsOnNotes(facts: Facts, annotations: readonly Annotation[], filters: Filters): Condition[] {
  const conditions: Condition[] = [];
  const { sources, starred, tags } = filters;
  if (sources.length > 0 && facts) conditions.push(({ id }) => sources.includes(facts.get(id)?.source ?? ''));
  if (starred || tags.length > 0) conditions.push(annotated(annotations, filters));
  return conditions;
}

function inTopics(topics: ReadonlySet<string>): Condition {
  return ({ topic, subtopic }) => topics.has(topic ?? NO_TOPIC) || (subtopic !== undefined && topics.has(subtopic));
}

function mentioning(concepts: ReadonlySet<string>): Condition {
  return (paper) => paper.concepts.some(({ id }) => concepts.has(id));
}

/** A paper that does not mention the concept has no weight of it. */
function hasWeight({ concept, ...span }: WeightSpan): Condition {
  return ({ concepts }) => isWithin(concepts.find(({ id }) => id === concept)?.weight ?? null, span);
}

function isWithin(value: number | null, { from, to }: CountSpan): boolean {
  return value !== null && value >= from && (to === null || value <= to);
}

function annotated(annotations: readonly Annotation[], { starred, tags }: Filters): Condition {
  const fitting = annotations.filter((note) => note.target.kind === 'paper' && (!starred || note.starred) && (tags.length === 0 || note.tags.some((tag) => tags.includes(tag))));
  const ids = new Set(fitting.map(({ target }) => target.id));
  return ({ id }) => ids.has(id);
}
