import { create } from 'zustand';
import { z } from 'zod';
import { keepOnMachine, keptOnMachine } from './kept-on-machine.ts';

const KEY = 'concept-atlas-recent-searches';
const MOST = 6;

const keptSchema = z.array(z.string());

/** What was searched for last, newest first; kept on this machine. */
export const useRecentSearches = create<{ texts: readonly string[] }>()(() => ({ texts: keptOnMachine(KEY, keptSchema) ?? [] }));

/** Puts a search in front of the recent ones. */
export function rememberSearch(text: string): void {
  const texts = withNewest(useRecentSearches.getState().texts, text);
  useRecentSearches.setState({ texts });
  keepOnMachine(KEY, texts);
}

/** Forgets all recent searches. */
export function forgetSearches(): void {
  useRecentSearches.setState({ texts: [] });
  keepOnMachine(KEY, []);
}

/** A list with a text in front, once, and no longer than may be kept. */
export function withNewest(texts: readonly string[], text: string): string[] {
  return [text, ...texts.filter((other) => other.toLowerCase() !== text.toLowerCase())].slice(0, MOST);
}
