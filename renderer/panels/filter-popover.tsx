import { Popover } from '@mantine/core';
import { ListFilter, X } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { Filters } from '../../shared/filters.ts';
import { compareText } from '../../shared/text.ts';
import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { YearRange } from '../parts/year-range.tsx';
import { isFiltering } from '../state/commands/filter-commands.ts';
import { useFacts } from '../state/facts-store.ts';
import { filterChips } from '../state/filter-chips.ts';
import { setFilterPanel, useFilterPanel } from '../state/filter-panel-store.ts';
import { tagsInUse } from '../state/tags-in-use.ts';
import { useOpenLibrary } from '../state/library-store.ts';
import { mapCounts } from '../state/map-counts.ts';
import { mapIndex } from '../state/map-index.ts';
import { NO_TOPIC } from '../state/matching-papers.ts';
import { useCommand } from '../state/use-command.ts';
import { useMatches } from '../state/use-matches.ts';
import { clearFilters, setFilters, useView } from '../state/view-store.ts';
import { counted } from '../state/words.ts';
import { yearCounts } from '../state/year-counts.ts';
import { FilterChoice, type FilterOption } from './filter-choice.tsx';
import { ConfidenceFilter, CountFilter, WeightFilters } from './filter-ranges.tsx';
import './filter-popover.css';

/** The button "Filter" with the panel that sets all conditions on papers. */
export function FilterPopover({ map }: { map: TopicMap }) {
  const isOpen = useFilterPanel(({ panel }) => panel === 'open');
  const filters = useView((state) => state.filters);
  const { shortcut } = useCommand('filter.open');
  const count = filterChips(filters, mapIndex(map)).length;
  return (
    <Popover opened={isOpen} onChange={(open) => setFilterPanel(open ? 'open' : 'closed')} position="bottom-end" width="min(340px, 100vw - 16px)" trapFocus returnFocus shadow="md" radius={8} offset={6} transitionProps={{ transition: 'fade', duration: 80 }}>
      <Popover.Target>
        <button type="button" className="filter-button" title={`Shows only papers that meet conditions (${shortcut ?? ''})`} onClick={() => setFilterPanel(isOpen ? 'closed' : 'open')}>
          <ListFilter size={14} aria-hidden />
          Filter
          {count > 0 && <span className="filter-badge">{count}<span className="visually-hidden"> in force</span></span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="filter-panel" aria-label="Filter">
        {isOpen && <FilterForm map={map} filters={filters} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterForm({ map, filters }: { map: TopicMap; filters: Filters }) {
  const { papers } = useMatches(map);
  const facts = useFacts(map, true);
  const options = useOptions(map);
  // The panel is there at once; what it holds takes a moment longer, in which keys are answered.
  const isWhole = useDeferredValue(true, false);
  return (
    <>
      <div className="filter-heading">
        <h2 className="panel-name">Filter</h2>
        <span className="section-count">{papers ? `${papers.size.toLocaleString('en')} of ${counted(map.papers.length, 'paper')}` : counted(map.papers.length, 'paper')}</span>
        <IconButton icon={X} label="Close the filter" onClick={() => setFilterPanel('closed')} />
      </div>
      <FilterChoice label="Topics" placeholder="Any topic" options={options.topics} value={filters.topics} onChange={(topics) => setFilters({ topics })} dot={options.position} isFirst />
      {isWhole && <MoreFilters map={map} filters={filters} facts={facts} options={options} />}
    </>
  );
}

/** All but the first of the conditions. */
function MoreFilters({ map, filters, facts, options }: { map: TopicMap; filters: Filters; facts: ReturnType<typeof useFacts>; options: ReturnType<typeof useOptions> }) {
  const years = useMemo(() => yearCounts(map, facts), [map, facts]);
  const sources = useMemo(() => [...new Set(Array.from(facts?.values() ?? [], ({ source }) => source))].sort(compareText), [facts]);
  const tags = tagsInUse(useOpenLibrary()?.annotations ?? []);
  return (
    <>
      <FilterChoice label="Concepts" placeholder="Any concept" options={options.concepts} value={filters.concepts} onChange={(concepts) => setFilters({ concepts })} />
      <WeightFilters map={map} options={options.concepts} />
      <div className="field">
        <span className="filter-label">Years{filters.undated ? ': not known' : years && `: ${filters.years?.from ?? years.from} to ${filters.years?.to ?? years.to}`}</span>
        {years ? <YearRange years={years} value={filters.years} onChange={(chosen) => setFilters({ years: chosen, undated: false })} /> : <p className="filter-none">No paper here has a year.</p>}
        {years !== null && years.undated > 0 && <p className="filter-none">{counted(years.undated, 'paper has', 'papers have')} no year: a range leaves {years.undated === 1 ? 'it' : 'them'} out.</p>}
      </div>
      <CountFilter map={map} facts={facts} of="links" />
      <CountFilter map={map} facts={facts} of="citations" />
      {filters.conceptCount !== null && <CountFilter map={map} facts={facts} of="conceptCount" />}
      <ConfidenceFilter map={map} />
      <label className="check">
        <input type="checkbox" checked={filters.starred} onChange={(event) => setFilters({ starred: event.currentTarget.checked })} />
        Starred papers only
      </label>
      {tags.length > 0 && <FilterChoice label="Tags" placeholder="Any tag" options={tags.map((tag) => ({ value: tag, label: tag }))} value={filters.tags} onChange={(chosen) => setFilters({ tags: chosen })} />}
      {sources.length > 1 && <FilterChoice label="Files" placeholder="Any file" options={sources.map((name) => ({ value: name, label: name }))} value={filters.sources} onChange={(chosen) => setFilters({ sources: chosen })} />}
      <div className="filter-actions">
        <button type="button" className="button" disabled={!isFiltering(filters)} onClick={clearFilters}>Clear all</button>
        <button type="button" className="button primary" onClick={() => setFilterPanel('closed')}>Done</button>
      </div>
    </>
  );
}

/** Topics as the map lists them, and concepts, those of most papers first. */
function useOptions(map: TopicMap): { topics: FilterOption[]; concepts: FilterOption[]; position: (topic: string) => number | null } {
  return useMemo(() => {
    const index = mapIndex(map);
    const alone = map.papers.filter(({ topic }) => topic === null).length;
    const counts = mapCounts(map).papers;
    const topics = mainTopics(map).map(({ id, label, papers }): FilterOption => ({ value: id, label, papers }));
    if (alone > 0) topics.push({ value: NO_TOPIC, label: 'Not in a topic', papers: alone });
    const concepts = map.concepts.map(({ id, label }) => ({ value: id, label, papers: counts.get(id) ?? 0 })).sort((a, b) => b.papers - a.papers);
    return { topics, concepts, position: index.topicPosition };
  }, [map]);
}
