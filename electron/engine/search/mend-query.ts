import type { QueryPart } from './parse-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words that are tried instead of a misspelt one. */
const TRIED_WORDS = 5;

/** A query that finds nothing, with other words for misspelt ones, likeliest first. Misspelt is a word that no paper has: `isKnown` tells whether any meets a part by itself. */
export function mendQuery(query: string, parts: readonly QueryPart[], vocabulary: Vocabulary, isKnown: (part: QueryPart) => boolean): string[] {
  const mendable = parts.filter((part) => part.mendable);
  const unknown = mendable.filter((part) => !isKnown(part));
  const last = parts.at(-1);
  const isOpen = !/\s$/.test(query);
  const choices = (part: QueryPart) => vocabulary.near(part.wordings[0]?.[0] ?? '', part === last && isOpen, TRIED_WORDS);
  const found = unknown.map((part) => ({ part, words: choices(part) }));
  if (found.length === 0 || found.some(({ words }) => words.length === 0)) return [];
  return Array.from({ length: TRIED_WORDS }, (_, place) => replaced(query, found.map(({ part, words }) => ({ part, word: words[Math.min(place, words.length - 1)] ?? '' }))));
}

function replaced(query: string, changes: readonly { part: QueryPart; word: string }[]): string {
  let text = query;
  for (const { part, word } of changes.toSorted((a, b) => b.part.start - a.part.start)) text = text.slice(0, part.start) + word + text.slice(part.end);
  return text;
}
