import type { Selection } from '../../shared/settings.ts';
import { onceFor } from '../../shared/once-for.ts';
import { compareText } from '../../shared/text.ts';
import { topicPlaces } from '../../shared/topic-places.ts';
import type { MapConcept, MapLink, MapPaper, MapTopic, TopicMap } from '../../shared/topic-map.ts';

/** A paper linked to another, with the link between them. */
export interface RelatedPaper {
  paper: MapPaper;
  link: MapLink;
}

/** A paper that mentions a concept, with the concept's weight in it (0..1). */
export interface WeightedPaper {
  paper: MapPaper;
  weight: number;
}

/** A topic linked to another; `strength` is the sum of the weights of the links between their papers. */
export interface RelatedTopic {
  topic: MapTopic;
  strength: number;
}

/** Look-ups into a map. */
export interface MapIndex {
  papers: ReadonlyMap<string, MapPaper>;
  concepts: ReadonlyMap<string, MapConcept>;
  topics: ReadonlyMap<string, MapTopic>;
  /** Place of a topic's colour in the palette; null for none. */
  topicPosition: (topic: string | null) => number | null;
  /** Papers linked to a paper, strongest link first. */
  related: (paper: string) => readonly RelatedPaper[];
  /** Papers that mention a concept, heaviest first. */
  mentioning: (concept: string) => readonly WeightedPaper[];
  /** Papers of a topic or sub-topic, surest first; null gives the papers without a topic. */
  inTopic: (topic: string | null) => readonly MapPaper[];
  /** Topics linked to a topic, strongest first. */
  relatedTopics: (topic: string) => readonly RelatedTopic[];
  link: (a: string, b: string) => MapLink | null;
}

/** The index of a map, made once for each map. Look-ups that follow from a list alone are shared by all maps that have this list. */
export const mapIndex: (map: TopicMap) => MapIndex = onceFor(makeIndex);

/** True if what is selected is on the map. */
export function isOnMap(map: TopicMap | null, selection: Selection): boolean {
  if (!map) return false;
  const index = mapIndex(map);
  if (selection.kind === 'paper') return index.papers.has(selection.id);
  if (selection.kind === 'concept') return index.concepts.has(selection.id);
  if (selection.kind === 'topic') return index.topics.has(selection.id);
  if (selection.kind === 'link') return index.papers.has(selection.source) && index.papers.has(selection.target);
  if (selection.kind === 'compare') return selection.topics.every((id) => index.topics.has(id));
  if (selection.kind === 'papers') return selection.ids.every((id) => index.papers.has(id));
  return [selection.from, selection.to].every((end) => isOnMap(map, end));
}

function makeIndex(map: TopicMap): MapIndex {
  const topics = topicsById(map.topics);
  const positions = topicPlaces(map);
  const linked = () => linkedPapers(map.papers)(map.links);
  return {
    papers: papersById(map.papers),
    concepts: conceptsById(map.concepts),
    topics,
    topicPosition: (topic) => (topic === null ? null : (positions.get(topic) ?? null)),
    related: (paper) => linked().related()(paper),
    mentioning: (concept) => mentioningPapers(map.papers)(concept),
    inTopic: (topic) => papersByTopic(map.papers)(topic),
    relatedTopics: (topic) => strongestTopics(linked().topicStrengths().get(topic), topics),
    link: (a, b) => linked().related()(a).find(({ paper }) => paper.id === b)?.link ?? null,
  };
}

const byId = <T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> => new Map(records.map((record) => [record.id, record]));
const papersById = onceFor(byId<MapPaper>);
const conceptsById = onceFor(byId<MapConcept>);
const topicsById = onceFor(byId<MapTopic>);

/** What follows from papers and the links between them. */
const linkedPapers = onceFor((papers: readonly MapPaper[]) =>
  onceFor((links: readonly MapLink[]) => {
    const known = papersById(papers);
    return { related: once(() => relatedPapers(links, known)), topicStrengths: once(() => topicStrengths(links, known)) };
  }),
);

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function relatedPapers(links: readonly MapLink[], papers: ReadonlyMap<string, MapPaper>): (paper: string) => readonly RelatedPaper[] {
  const related = new Map<string, RelatedPaper[]>();
  for (const link of links) {
    const source = papers.get(link.source);
    const target = papers.get(link.target);
    if (!source || !target) continue;
    push(related, source.id, { paper: target, link });
    push(related, target.id, { paper: source, link });
  }
  return sortedWhenAsked(related, (a, b) => b.link.weight - a.link.weight || compareText(a.paper.id, b.paper.id));
}

const mentioningPapers = onceFor((papers: readonly MapPaper[]): ((concept: string) => readonly WeightedPaper[]) => {
  const mentioning = new Map<string, WeightedPaper[]>();
  for (const paper of papers) {
    for (const { id, weight } of paper.concepts) push(mentioning, id, { paper, weight });
  }
  return sortedWhenAsked(mentioning, (a, b) => b.weight - a.weight || compareText(a.paper.id, b.paper.id));
});

const papersByTopic = onceFor((papers: readonly MapPaper[]): ((topic: string | null) => readonly MapPaper[]) => {
  const byTopic = new Map<string | null, MapPaper[]>();
  for (const paper of papers) {
    push(byTopic, paper.topic, paper);
    if (paper.subtopic !== undefined) push(byTopic, paper.subtopic, paper);
  }
  return sortedWhenAsked(byTopic, (a, b) => b.confidence - a.confidence || compareText(a.title, b.title));
});

/** Gives the list of a key in order; each is put in order when it is first asked for, since most never are. */
function sortedWhenAsked<K, V>(lists: ReadonlyMap<K, V[]>, compare: (one: V, other: V) => number): (key: K) => readonly V[] {
  const sorted = new Set<K>();
  return (key) => {
    const list = lists.get(key) ?? [];
    if (!sorted.has(key)) list.sort(compare);
    sorted.add(key);
    return list;
  };
}

function topicStrengths(links: readonly MapLink[], papers: ReadonlyMap<string, MapPaper>): Map<string, Map<string, number>> {
  const strengths = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, weight: number) => {
    const row = strengths.get(from) ?? new Map<string, number>();
    strengths.set(from, row.set(to, (row.get(to) ?? 0) + weight));
  };
  for (const { source, target, weight } of links) {
    const from = papers.get(source)?.topic;
    const to = papers.get(target)?.topic;
    if (!from || !to || from === to) continue;
    add(from, to, weight);
    add(to, from, weight);
  }
  return strengths;
}

function strongestTopics(strengths: ReadonlyMap<string, number> | undefined, topics: ReadonlyMap<string, MapTopic>): RelatedTopic[] {
  return [...(strengths ?? [])]
    .flatMap(([id, strength]) => {
      const topic = topics.get(id);
      return topic ? [{ topic, strength }] : [];
    })
    .sort((a, b) => b.strength - a.strength || compareText(a.topic.id, b.topic.id));
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
