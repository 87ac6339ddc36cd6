import type { Filters } from '../../shared/settings.ts';
import type { MapIndex } from './map-index.ts';
import { NO_TOPIC } from './matching-papers.ts';
import { asPercent } from './words.ts';

/** One condition in words, and the change of the filters that takes it away. */
export interface FilterChip {
  key: string;
  kind: 'search' | 'topic' | 'concept' | 'years' | 'source' | 'confidence' | 'starred' | 'tag';
  label: string;
  /** Place of a topic's colour in the palette; null for other kinds. */
  position: number | null;
  without: Partial<Filters>;
}

type ListName = 'topics' | 'concepts' | 'sources' | 'tags';

/** All conditions in force, each removable by itself. */
export function filterChips(filters: Filters, index: MapIndex): FilterChip[] {
  const chips: FilterChip[] = [];
  const { search, years, confidence } = filters;
  if (search !== '') chips.push({ key: 'search', kind: 'search', label: `“${search}”`, position: null, without: { search: '' } });
  chips.push(...listed(filters, 'topics', 'topic', (id) => topicName(id, index)).map((chip) => ({ ...chip, position: index.topicPosition(chip.key.slice('topic '.length)) })));
  chips.push(...listed(filters, 'concepts', 'concept', (id) => index.concepts.get(id)?.label ?? id));
  if (years) chips.push({ key: 'years', kind: 'years', label: yearsInWords(years), position: null, without: { years: null } });
  chips.push(...listed(filters, 'sources', 'source', (name) => name));
  if (confidence > 0) chips.push({ key: 'confidence', kind: 'confidence', label: `Confidence from ${asPercent(confidence)}`, position: null, without: { confidence: 0 } });
  if (filters.starred) chips.push({ key: 'starred', kind: 'starred', label: 'Starred', position: null, without: { starred: false } });
  chips.push(...listed(filters, 'tags', 'tag', (tag) => tag));
  return chips;
}

/** "2021", or "2019–2024". */
export function yearsInWords({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** Name of a topic, or of having none. */
export function topicName(id: string, index: MapIndex): string {
  return id === NO_TOPIC ? 'Not in a topic' : (index.topics.get(id)?.label ?? id);
}

function listed(filters: Filters, list: ListName, kind: FilterChip['kind'], nameOf: (entry: string) => string): FilterChip[] {
  const entries = filters[list];
  return entries.map((entry) => ({ key: `${kind} ${entry}`, kind, label: nameOf(entry), position: null, without: { [list]: entries.filter((other) => other !== entry) } }));
}
