import { COUNTED_OF_PAPERS, type CountedOfPapers, type Filters } from '../../shared/filters.ts';
import { confidenceSpanInWords, countSpanInWords, weightInWords, yearsInWords } from './filter-words.ts';
import type { MapIndex } from './map-index.ts';
import { NO_TOPIC } from './matching-papers.ts';

/** One condition in words, and the change of the filters that takes it away. */
export interface FilterChip {
  key: string;
  kind: 'search' | 'topic' | 'concept' | 'weight' | 'without' | 'years' | 'source' | 'confidence' | CountedOfPapers | 'starred' | 'tag';
  label: string;
  /** Place of a topic's colour in the palette; null for other kinds. */
  position: number | null;
  without: Partial<Filters>;
}

type ListName = 'topics' | 'concepts' | 'without' | 'sources' | 'tags';

/** All conditions in force, each removable by itself. */
export function filterChips(filters: Filters, index: MapIndex): FilterChip[] {
  const { search, years } = filters;
  const conceptName = (id: string) => index.concepts.get(id)?.label ?? id;
  return [
    ...(search === '' ? [] : [plainChip('search', `“${search}”`, { search: '' })]),
    ...listed(filters, 'topics', 'topic', (id) => topicName(id, index)).map((chip) => ({ ...chip, position: index.topicPosition(chip.key.slice('topic '.length)) })),
    ...listed(filters, 'concepts', 'concept', conceptName),
    ...weightChips(filters, conceptName),
    ...listed(filters, 'without', 'without', (id) => `Without ${conceptName(id)}`),
    ...(years ? [plainChip('years', yearsInWords(years), { years: null })] : []),
    ...(filters.undated ? [{ ...plainChip('years', 'Year not known', { undated: false }), key: 'undated' }] : []),
    ...listed(filters, 'sources', 'source', (name) => name),
    ...numberChips(filters),
    ...(filters.starred ? [plainChip('starred', 'Starred', { starred: false })] : []),
    ...listed(filters, 'tags', 'tag', (tag) => tag),
  ];
}

function weightChips({ weights }: Filters, conceptName: (id: string) => string): FilterChip[] {
  return weights.map((span) => ({
    key: `weight ${span.concept}`,
    kind: 'weight',
    label: `${conceptName(span.concept)} weight ${weightInWords(span)}`,
    position: null,
    without: { weights: weights.filter(({ concept }) => concept !== span.concept) },
  }));
}

function numberChips(filters: Filters): FilterChip[] {
  const { confidence, confidenceTo } = filters;
  const isAnyConfidence = confidence === 0 && confidenceTo === 1;
  return [
    ...(isAnyConfidence ? [] : [plainChip('confidence', `Confidence ${confidenceSpanInWords(confidence, confidenceTo)}`, { confidence: 0, confidenceTo: 1 })]),
    ...COUNTED_OF_PAPERS.flatMap((of) => {
      const span = filters[of];
      return span === null ? [] : [plainChip(of, countSpanInWords(span, of), { [of]: null })];
    }),
  ];
}

function plainChip(kind: FilterChip['kind'], label: string, without: Partial<Filters>): FilterChip {
  return { key: kind, kind, label, position: null, without };
}

/** Name of a topic, or of having none. */
export function topicName(id: string, index: MapIndex): string {
  return id === NO_TOPIC ? 'Not in a topic' : (index.topics.get(id)?.label ?? id);
}

function listed(filters: Filters, list: ListName, kind: FilterChip['kind'], nameOf: (entry: string) => string): FilterChip[] {
  const entries = filters[list];
  return entries.map((entry) => ({ key: `${kind} ${entry}`, kind, label: nameOf(entry), position: null, without: { [list]: entries.filter((other) => other !== entry) } }));
}
