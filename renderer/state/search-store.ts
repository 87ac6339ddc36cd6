import { create } from 'zustand';
import { call } from '../api/call.ts';
import type { SearchReply } from '../../shared/answers.ts';
import type { Reply } from '../../shared/failures.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { openMap, useLibrary } from './library-store.ts';
import { rememberSearch } from './recent-searches.ts';
import { prepareIndex, readyIndex, resultOfReply, searchMap, type SearchResult } from './search-index.ts';
import { setFilters, useView } from './view-store.ts';

interface SearchStore {
  /** What is in the field. */
  query: string;
  /** What was found for it, or still for the letters before; null while nothing is searched for or known yet. */
  result: SearchResult | null;
}

export const useSearch = create<SearchStore>()(() => ({ query: '', result: null }));

const MOST_FOUND = 30;
/** How long what the letters before found stays while the engine searches; then the page's own answer stands in. */
const HOLD_MS = 150;

/** What the engine is searching for, and what is to be searched for after that. */
const engine: { asked: string | null; next: string | null } = { asked: null, next: null };
let holding: ReturnType<typeof setTimeout> | undefined;

/** Above this many papers the page makes no index of its own unless the engine fails: it would take longer than the engine's answer. */
const MOST_INDEXED = 3000;

/** Makes the page's index ready while the user is still about to type. */
export function prepareSearch(): void {
  const map = openMap();
  if (map && map.papers.length <= MOST_INDEXED) void prepareIndex(map);
}

/** Searches the open map as the user types: an answer of the page at once, then the engine's; an empty query ends the search. */
export function searchFor(query: string): void {
  clearTimeout(holding);
  const text = query.trim();
  if (text === '') {
    useSearch.setState({ query, result: null });
    return;
  }
  useSearch.setState({ query });
  if (useSearch.getState().result === null) answerAtOnce(text);
  else holding = setTimeout(() => answerAtOnce(text), HOLD_MS);
  void askEngine(text);
}

/** Ends the search, and asks no words of papers any more. */
export function endSearch(): void {
  searchFor('');
  if (useView.getState().filters.search !== '') setFilters({ search: '' });
}

/** Keeps the words in the field as a condition on papers, until it is taken away. */
export function keepSearch(): void {
  const text = useSearch.getState().query.trim();
  if (text !== '') rememberSearch(text);
  if (useView.getState().filters.search !== text) setFilters({ search: text });
}

/** Goes back to the words that are kept, or none, after others were typed. */
export function dropDraft(): void {
  const kept = useView.getState().filters.search;
  if (useSearch.getState().query.trim() !== kept) searchFor(kept);
}

/** From now on the words kept with the view are searched for: when a library opens, when its map changes, and when a filter takes them away. */
export function keepSearchInStep(): void {
  dropDraft();
  useView.subscribe(({ filters }, before) => {
    if (filters.search !== before.filters.search) dropDraft();
  });
  useLibrary.subscribe((phase, before) => {
    if (phase.kind !== 'open') return;
    const isSameLibrary = before.kind === 'open' && before.loads === phase.loads;
    if (isSameLibrary && before.state.map === phase.state.map) return;
    const words = isSameLibrary ? useSearch.getState().query : useView.getState().filters.search;
    useSearch.setState({ result: null });
    searchFor(words);
  });
}

function answerAtOnce(text: string): void {
  const map = openMap();
  const index = map && readyIndex(map);
  if (!map || useSearch.getState().query.trim() !== text) return;
  if (index) useSearch.setState({ result: searchMap(index, map, text) });
}

/** The page's own answer where the engine has none. */
async function answerAlone(map: TopicMap, text: string): Promise<void> {
  await prepareIndex(map);
  if (openMap() === map && useSearch.getState().result?.text !== text) answerAtOnce(text);
}

/** Asks for one text at a time: those typed meanwhile but the last are never asked for. Where the engine fails, the page's answer stays. */
async function askEngine(text: string): Promise<void> {
  if (engine.asked !== null) {
    engine.next = text;
    return;
  }
  const map = openMap();
  if (!map) return;
  engine.asked = text;
  const reply = await call('search.find', { text, limit: MOST_FOUND });
  const { next } = engine;
  engine.asked = null;
  engine.next = null;
  if (useSearch.getState().query.trim() === text && openMap() === map) takeReply(text, map, reply);
  if (next !== null && next === useSearch.getState().query.trim()) void askEngine(next);
}

function takeReply(text: string, map: TopicMap, reply: Reply<SearchReply>): void {
  clearTimeout(holding);
  if (reply.ok) useSearch.setState({ result: resultOfReply(reply.value, map, text) });
  else void answerAlone(map, text);
}
