import { FILTER_NAMES, NO_FILTERS, type Filters } from '../../../shared/filters.ts';
import type { Selection } from '../../../shared/settings.ts';
import { setFilterPanel, useFilterPanel } from '../filter-panel-store.ts';
import { clearFilters, setFilters, useView } from '../view-store.ts';
import { command, hasMap, selectionCommand } from './command.ts';

/** True if anything is asked of papers. */
export function isFiltering(asked: Filters): boolean {
  return FILTER_NAMES.some((name) => {
    const value = asked[name];
    return Array.isArray(value) ? value.length > 0 : value !== NO_FILTERS[name];
  });
}

const filters = () => useView.getState().filters;

function onlyTopic(selection: Selection): void {
  if (selection.kind === 'topic') setFilters({ topics: [selection.id] });
}

function onlyConcept(selection: Selection): void {
  if (selection.kind === 'concept') setFilters({ concepts: [selection.id] });
}

/** Commands on what papers are shown. */
export const FILTER_COMMANDS = {
  'filter.open': command('View', 'Filter…', ['Shift+F'], hasMap, () => setFilterPanel(useFilterPanel.getState().panel === 'open' ? 'closed' : 'open'), 'Show only some papers: by topic, concept, year and more.'),
  'filter.starred': command('View', 'Only starred papers', [], hasMap, () => setFilters({ starred: !filters().starred })),
  'filter.clear': command('View', 'Clear all filters', [], () => hasMap() && isFiltering(filters()), clearFilters),
  'filter.onlyTopic': selectionCommand(['topic'], 'Only papers of this topic', [], onlyTopic),
  'filter.onlyConcept': selectionCommand(['concept'], 'Only papers with this concept', [], onlyConcept),
};
