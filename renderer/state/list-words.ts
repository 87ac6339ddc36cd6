import type { NamedList } from '../../shared/library-state.ts';
import type { Selection } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { mapIndex } from './map-index.ts';

/** Lists as they are shown: starred ones first, else in the order in which they were made. */
export function shownLists(lists: readonly NamedList[]): NamedList[] {
  return [...lists.filter(({ starred }) => starred), ...lists.filter(({ starred }) => !starred)];
}

/** In which order the papers of a list are shown. */
export type ListOrder = 'added' | 'title' | 'newest';

/** Papers of a list that are on the map, in order; as they were added, by title, or the newest first with those without a year last. */
export function listedPapers(map: TopicMap, ids: readonly string[], order: ListOrder): string[] {
  const { papers } = mapIndex(map);
  const present = ids.flatMap((id) => papers.get(id) ?? []);
  if (order === 'title') present.sort((a, b) => TITLES.compare(a.title, b.title));
  if (order === 'newest') present.sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || TITLES.compare(a.title, b.title));
  return present.map(({ id }) => id);
}

/** Titles in the order of the alphabet, numbers in them by their value. */
const TITLES = new Intl.Collator('en', { numeric: true });

/** Titles of papers; a paper that is not on the map goes by its id. */
export function paperTitles(map: TopicMap | null, papers: readonly string[]): string[] {
  const known = map ? mapIndex(map).papers : null;
  return papers.map((id) => known?.get(id)?.title ?? id);
}

/** Ids of the papers that a selection stands for: a paper, several, a topic's, the two of a link, those of both topics compared. */
export function papersOfSelection(map: TopicMap, selection: Selection | null): string[] {
  if (selection === null) return [];
  const index = mapIndex(map);
  const inTopic = (topic: string) => index.inTopic(topic).map(({ id }) => id);
  switch (selection.kind) {
    case 'paper': return [selection.id];
    case 'papers': return selection.ids;
    case 'topic': return index.topics.get(selection.id)?.parent === undefined ? inTopic(selection.id) : map.papers.filter(({ subtopic }) => subtopic === selection.id).map(({ id }) => id);
    case 'link': return [selection.source, selection.target];
    case 'compare': return selection.topics.flatMap(inTopic);
    case 'concept': return index.mentioning(selection.id).map(({ paper }) => paper.id);
    case 'path': return [selection.from, selection.to].flatMap(({ kind, id }) => (kind === 'paper' ? [id] : []));
  }
}

/** A name to begin with for a list made of a selection: a topic's or concept's own, else "List 3". */
export function suggestedListName(map: TopicMap, selection: Selection | null, lists: readonly NamedList[]): string {
  const index = mapIndex(map);
  const own = selection?.kind === 'topic' ? index.topics.get(selection.id)?.label : selection?.kind === 'concept' ? index.concepts.get(selection.id)?.label : undefined;
  const taken = new Set(lists.map(({ name }) => name));
  if (own !== undefined && !taken.has(own)) return own;
  let number = lists.length + 1;
  while (taken.has(`List ${number}`)) number++;
  return `List ${number}`;
}
