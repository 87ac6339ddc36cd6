import { create } from 'zustand';
import { NO_FILTERS, type Filters } from '../../shared/filters.ts';
import type { MapLook } from '../../shared/picture/map-look.ts';
import { DEFAULT_VIEW_STATE, type Drawer, type Selection, type View, type ViewState } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { isOnMap, mapIndex } from './map-index.ts';
import { NO_TOPIC } from './matching-papers.ts';
import { currentSelection, forgetMissing, jump, replaceCurrent, startHistory, step, visit, type SelectionHistory } from './selection-history.ts';

/** What the window shows of the map. The selection is where the history stands. */
export interface ViewStore {
  view: View;
  hiddenTopics: readonly string[];
  viewport: ViewState['viewport'];
  history: SelectionHistory;
  /** What colours, sizes and ground of the map tell. */
  look: MapLook;
  /** What is open beneath the map. */
  drawer: Drawer;
  filters: Filters;
}

function lookOf({ colourBy, colourConcept, sizeBy, backdrop }: ViewState): MapLook {
  return { colourBy, colourConcept, sizeBy, backdrop };
}

export const useView = create<ViewStore>()(() => ({
  view: DEFAULT_VIEW_STATE.view,
  hiddenTopics: [],
  viewport: null,
  history: startHistory(null),
  look: lookOf(DEFAULT_VIEW_STATE),
  drawer: 'closed',
  filters: NO_FILTERS,
}));

/** What is selected now. */
export function selected(): Selection | null {
  return currentSelection(useView.getState().history);
}

/** As selected, for components. */
export function useSelection(): Selection | null {
  return useView((state) => currentSelection(state.history));
}

/** Shows a view as the library kept it, with a history of its own. What is no longer on the map is left out. */
export function restoreView(view: ViewState, map: TopicMap | null): void {
  const selection = view.selection && isOnMap(map, view.selection) ? view.selection : null;
  useView.setState({ view: view.view, hiddenTopics: topicsOnMap(view.hiddenTopics, map), viewport: view.viewport, history: keptHistory(view, selection, map), look: lookOf(view), drawer: view.drawer, filters: filtersOnMap(view.filters, map) });
}

/** The trail as it was kept, without what is no longer on the map; the selection alone where none was. */
function keptHistory({ trail }: ViewState, selection: Selection | null, map: TopicMap | null): SelectionHistory {
  if (!trail || trail.entries.length === 0) return startHistory(selection);
  const index = Math.min(trail.index, trail.entries.length - 1);
  return forgetMissing({ entries: trail.entries, index }, (entry) => isOnMap(map, entry));
}

/** Leaves out of the view what a changed map no longer has. */
export function adaptView(map: TopicMap | null): void {
  useView.setState((state) => ({
    hiddenTopics: topicsOnMap(state.hiddenTopics, map),
    history: forgetMissing(state.history, (selection) => isOnMap(map, selection)),
    filters: filtersOnMap(state.filters, map),
  }));
}

/** Selects something, or nothing. */
export function setSelection(selection: Selection | null): void {
  useView.setState((state) => ({ history: visit(state.history, selection) }));
}

/** Selects something in place of what is selected, without a step in the history. */
export function replaceSelection(selection: Selection): void {
  useView.setState((state) => ({ history: replaceCurrent(state.history, selection) }));
}

/** Goes to an entry of the history. */
export function jumpHistory(index: number): void {
  useView.setState((state) => ({ history: jump(state.history, index) }));
}

/** Goes one selection back (-1) or forward (1). */
export function stepHistory(by: -1 | 1): void {
  useView.setState((state) => ({ history: step(state.history, by) }));
}

/** Shows papers, concepts or both. */
export function setView(view: View): void {
  useView.setState({ view });
}

/** Changes what colours, sizes or ground of the map tell. */
export function setLook(change: Partial<MapLook>): void {
  useView.setState(({ look }) => ({ look: { ...look, ...change } }));
}

/** Opens something beneath the map, or closes it. */
export function setDrawer(drawer: Drawer): void {
  useView.setState({ drawer });
}

/** Changes conditions that papers must meet. */
export function setFilters(change: Partial<Filters>): void {
  useView.setState(({ filters }) => ({ filters: { ...filters, ...change } }));
}

/** Asks nothing of papers. */
export function clearFilters(): void {
  useView.setState({ filters: NO_FILTERS });
}

/** Keeps where the map stands. */
export function setViewport(viewport: ViewState['viewport']): void {
  useView.setState({ viewport });
}

/** Hides a topic that is shown, shows one that is hidden. */
export function toggleTopic(topic: string): void {
  useView.setState(({ hiddenTopics }) => ({
    hiddenTopics: hiddenTopics.includes(topic) ? hiddenTopics.filter((hidden) => hidden !== topic) : [...hiddenTopics, topic],
  }));
}

/** Hides these topics and shows all others. */
export function hideTopics(topics: readonly string[]): void {
  useView.setState({ hiddenTopics: topics });
}

/** Shows all topics. */
export function showAllTopics(): void {
  useView.setState({ hiddenTopics: [] });
}

/** The view as the library keeps it. */
export function viewState(): ViewState {
  const { view, hiddenTopics, viewport, history, look, drawer, filters } = useView.getState();
  const trail = { entries: [...history.entries], index: history.index };
  return { view, hiddenTopics: [...hiddenTopics], viewport, selection: currentSelection(history), ...look, drawer, filters, trail };
}

/** The same object where nothing is missing, so that nobody draws anew. */
function filtersOnMap(filters: Filters, map: TopicMap | null): Filters {
  if (!map) return filters;
  const index = mapIndex(map);
  const topics = filters.topics.filter((topic) => topic === NO_TOPIC || index.topics.has(topic));
  const concepts = filters.concepts.filter((concept) => index.concepts.has(concept));
  const without = filters.without.filter((concept) => index.concepts.has(concept));
  const weights = filters.weights.filter(({ concept }) => index.concepts.has(concept));
  const isSame = topics.length + concepts.length + without.length + weights.length === filters.topics.length + filters.concepts.length + filters.without.length + filters.weights.length;
  return isSame ? filters : { ...filters, topics, concepts, without, weights };
}

function topicsOnMap(topics: readonly string[], map: TopicMap | null): string[] {
  return map ? topics.filter((topic) => mapIndex(map).topics.has(topic)) : [];
}
