import { byPresence } from '../../shared/concept-presence.ts';
import type { View } from '../../shared/settings.ts';
import { mainTopics, type MapPaper, type MapTopic, type TopicMap } from '../../shared/topic-map.ts';
import type { MapIndex } from './map-index.ts';

/** A paper or concept in the outline. */
export interface OutlineItem {
  kind: 'paper' | 'concept';
  id: string;
  label: string;
}

/** A topic or sub-topic with what is in it; null is the id of what is in none. */
export interface OutlineGroup {
  id: string | null;
  label: string;
  groups: OutlineGroup[];
  /** What is in it, but in none of its groups. */
  items: OutlineItem[];
}

/** One visible line of the outline. */
export interface OutlineRow {
  /** Unique among the rows. */
  key: string;
  kind: 'topic' | 'paper' | 'concept';
  /** Id of the topic (null for what is in none), paper or concept. */
  id: string | null;
  label: string;
  /** Papers and concepts in the topic; 0 for one of these. */
  count: number;
  level: number;
  position: number;
  siblings: number;
  expanded: boolean | null;
  /** Index of the row of the topic around it; null at the first level. */
  parent: number | null;
}

/** What the outline tells of: what the map shows now. */
export interface OutlineSource {
  map: TopicMap;
  index: MapIndex;
  view: View;
  hiddenTopics: readonly string[];
  /** Ids of what search and filters leave; null for all. */
  matches: ReadonlySet<string> | null;
}

/** What a key does in the outline: another row becomes active, or a topic is opened or closed. */
export type OutlineMove = { kind: 'go'; row: number } | { kind: 'toggle'; row: number };

/** Key of a topic's row; null for what is in no topic. */
export function topicKey(topic: string | null): string {
  return topic === null ? 'none' : `topic ${topic}`;
}

/** Key of the row of a paper or concept. */
export function itemKey({ kind, id }: Pick<OutlineItem, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** What the map shows as a tree: topics, their sub-topics, papers and concepts. Hidden topics and what is filtered out are left out. */
export function outlineGroups(source: OutlineSource): OutlineGroup[] {
  const { map, hiddenTopics } = source;
  const parts = new Map<string, MapTopic[]>();
  for (const topic of map.topics) if (topic.parent !== undefined) parts.set(topic.parent, [...(parts.get(topic.parent) ?? []), topic]);
  const concepts = conceptsByTopic(source);
  const groupOf = ({ id, label }: MapTopic): OutlineGroup => {
    const groups = source.view === 'concepts' ? [] : (parts.get(id) ?? []).map((part) => ({ id: part.id, label: part.label, groups: [], items: papersIn(source, part.id) }));
    const isInPart = ({ subtopic }: MapPaper) => subtopic !== undefined && groups.some((group) => group.id === subtopic);
    return { id, label, groups: groups.filter(({ items }) => items.length > 0), items: [...papersIn(source, id, isInPart), ...(concepts.get(id) ?? [])] };
  };
  const topics = mainTopics(map).filter(({ id }) => !hiddenTopics.includes(id)).map(groupOf);
  const rest = { id: null, label: 'Not in a topic', groups: [], items: [...papersIn(source, null), ...(concepts.get(null) ?? [])] };
  return [...topics, rest].filter((group) => countIn(group) > 0);
}

/** Number of papers and concepts in a group and its groups. */
export function countIn({ groups, items }: OutlineGroup): number {
  return groups.reduce((sum, group) => sum + countIn(group), items.length);
}

/** Keys of all groups, the inner ones too. */
export function groupKeys(groups: readonly OutlineGroup[]): string[] {
  return groups.flatMap((group) => [topicKey(group.id), ...groupKeys(group.groups)]);
}

function papersIn({ index, view, matches }: OutlineSource, topic: string | null, isElsewhere: (paper: MapPaper) => boolean = () => false): OutlineItem[] {
  if (view === 'concepts') return [];
  const papers = index.inTopic(topic).filter((paper) => !isElsewhere(paper) && (matches === null || matches.has(paper.id)));
  return papers.map(({ id, title }) => ({ kind: 'paper', id, label: title }));
}

/** Concepts of each topic, those that most of its papers are about first. */
function conceptsByTopic({ map, view, matches }: OutlineSource): Map<string | null, OutlineItem[]> {
  const byTopic = new Map<string | null, OutlineItem[]>();
  if (view === 'papers') return byTopic;
  const shown = map.concepts.filter(({ id }) => matches === null || matches.has(id));
  for (const { id, label, topic } of shown.sort(byPresence(map))) {
    const list = byTopic.get(topic);
    if (list) list.push({ kind: 'concept', id, label });
    else byTopic.set(topic, [{ kind: 'concept', id, label }]);
  }
  return byTopic;
}

/** The visible rows: each topic, and what is in those that are not closed. `closed` holds keys of topics. */
export function outlineRows(groups: readonly OutlineGroup[], closed: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = [];
  addRows(rows, groups, [], closed, 1, null);
  return rows;
}

function addRows(rows: OutlineRow[], groups: readonly OutlineGroup[], items: readonly OutlineItem[], closed: ReadonlySet<string>, level: number, parent: number | null): void {
  const siblings = groups.length + items.length;
  for (const [at, group] of groups.entries()) {
    const key = topicKey(group.id);
    const expanded = !closed.has(key);
    rows.push({ key, kind: 'topic', id: group.id, label: group.label, count: countIn(group), level, position: at + 1, siblings, expanded, parent });
    if (expanded) addRows(rows, group.groups, group.items, closed, level + 1, rows.length - 1);
  }
  for (const [at, item] of items.entries()) {
    rows.push({ key: itemKey(item), ...item, count: 0, level, position: groups.length + at + 1, siblings, expanded: null, parent });
  }
}

/** What a key does from the active row, as the ARIA tree pattern has it; null where it does nothing. */
export function outlineMove(rows: readonly OutlineRow[], active: number, key: string): OutlineMove | null {
  const row = rows[active];
  if (!row) return null;
  const go = (to: number): OutlineMove | null => (to >= 0 && to < rows.length && to !== active ? { kind: 'go', row: to } : null);
  if (key === 'ArrowDown') return go(active + 1);
  if (key === 'ArrowUp') return go(active - 1);
  if (key === 'Home') return go(0);
  if (key === 'End') return go(rows.length - 1);
  if (key === 'ArrowRight') return row.expanded === false ? { kind: 'toggle', row: active } : row.expanded ? go(active + 1) : null;
  if (key === 'ArrowLeft') return row.expanded ? { kind: 'toggle', row: active } : row.parent === null ? null : go(row.parent);
  return /^\S$/.test(key) ? go(nextWithLetter(rows, active, key)) : null;
}

function nextWithLetter(rows: readonly OutlineRow[], active: number, letter: string): number {
  for (let ahead = 1; ahead <= rows.length; ahead++) {
    const at = (active + ahead) % rows.length;
    if (rows[at]?.label.toLowerCase().startsWith(letter.toLowerCase())) return at;
  }
  return -1;
}
