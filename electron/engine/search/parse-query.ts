import { american, singular } from '../concepts/normalise.ts';
import { wordsIn } from './fold-words.ts';

/** One condition of a query: words in a row, in any of the wordings. */
export interface QueryPart {
  /** Sequences of folded words, any of which will do: what was typed, then its other spellings. */
  wordings: string[][];
  /** Whether words that go on after the last one count too. */
  open: boolean;
  /** Whether it may be misspelt: a single word outside quotes. */
  mendable: boolean;
  /** Where it stands in the query. */
  start: number;
  end: number;
}

/**
 * The conditions of a query as one types it, all of which must be met. Words outside quotes count as beginnings of words, but for single letters
 * before the last word; quoted ones count as they are, and those of a quote that is still open as begun. A word with a hyphen is a phrase.
 */
export function parseQuery(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  for (const match of query.matchAll(/["“„”«]([^"“”„»«]*)(["”“»]?)|[^\s"“„”«»]+/gu)) {
    const [all, quoted, closing] = match;
    const words = wordsIn(quoted ?? all).map(({ folded }) => folded);
    if (words.length === 0) continue;
    const [start, end] = [match.index, match.index + all.length];
    if (quoted === undefined) parts.push({ wordings: spellings(words), open: true, mendable: words.length === 1, start, end });
    else parts.push({ wordings: [words], open: closing === '', mendable: false, start, end });
  }
  const last = parts.at(-1);
  for (const part of parts) if (part !== last && part.wordings[0]?.length === 1 && (part.wordings[0][0]?.length ?? 0) < 2) part.open = false;
  return parts;
}

/** Words as typed, then with their last one in the singular and in the other English spelling. */
function spellings(words: string[]): string[][] {
  const before = words.slice(0, -1);
  const last = words.at(-1) ?? '';
  const others = new Set([last, singular(last), american(last), last.replace(/iz(?=ation|ing|e[drs]?$)/, 'is')]);
  return Array.from(others, (word) => [...before, word]);
}
