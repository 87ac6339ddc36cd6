import { CalendarRange, CircleSlash, File, Gauge, Quote, Scale, Search, Star, Tag, Tags, Waypoints, X, type LucideIcon } from 'lucide-react';
import type { TopicMap } from '../../shared/topic-map.ts';
import { TopicDot } from '../parts/topic-dot.tsx';
import { isFiltering } from '../state/commands/filter-commands.ts';
import { filterChips, type FilterChip } from '../state/filter-chips.ts';
import { mapIndex } from '../state/map-index.ts';
import { useMatches } from '../state/use-matches.ts';
import { clearFilters, setFilters, useView } from '../state/view-store.ts';
import { counted } from '../state/words.ts';
import './filter-chips.css';

/** What is asked of papers, over the top of the map: a chip for each condition that takes it away, and how many papers meet all. */
export function FilterChips({ map }: { map: TopicMap }) {
  const filters = useView((state) => state.filters);
  const { papers } = useMatches(map);
  const chips = filterChips(filters, mapIndex(map));
  if (!papers && chips.length === 0) return null;
  return (
    <div className="filter-bar">
      {chips.length > 0 && (
        <ul className="filter-chips" aria-label="Filters">
          {chips.map((chip) => <li key={chip.key}><Chip chip={chip} /></li>)}
        </ul>
      )}
      {papers && <span className="filter-count">{papers.size.toLocaleString('en')} of {counted(map.papers.length, 'paper')}</span>}
      {isFiltering(filters) && <button type="button" className="text-button filter-clear" onClick={clearFilters}>Clear all</button>}
    </div>
  );
}

const ICONS: Record<Exclude<FilterChip['kind'], 'topic'>, LucideIcon> = {
  search: Search,
  concept: Tag,
  weight: Scale,
  without: CircleSlash,
  years: CalendarRange,
  source: File,
  confidence: Gauge,
  links: Waypoints,
  citations: Quote,
  conceptCount: Tag,
  starred: Star,
  tag: Tags,
};

/** What a chip is about, where its label does not begin with that. */
const KIND_WORDS: Partial<Record<FilterChip['kind'], string>> = { search: 'search', topic: 'topic', concept: 'concept', years: 'years', source: 'file', confidence: 'confidence', starred: 'starred', tag: 'tag' };

function Chip({ chip }: { chip: FilterChip }) {
  const Icon = chip.kind === 'topic' ? null : ICONS[chip.kind];
  return (
    <button type="button" className="filter-chip" aria-label={['Remove the filter', KIND_WORDS[chip.kind], chip.label].filter(Boolean).join(' ')} title={chip.label} onClick={() => setFilters(chip.without)}>
      {Icon ? <Icon size={13} aria-hidden /> : <TopicDot position={chip.position} />}
      <span className="filter-chip-label">{chip.label}</span>
      <X size={13} aria-hidden className="filter-chip-cross" />
    </button>
  );
}
