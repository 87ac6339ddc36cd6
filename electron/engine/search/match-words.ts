import { wordsIn, type TextWord } from './fold-words.ts';
import type { QueryPart } from './parse-query.ts';

/** A place in a text that meets one part of a query; end exclusive. */
export interface Match {
  part: number;
  start: number;
  end: number;
}

/** Where a text meets the parts of a query, in the order of the text. */
export function matchesIn(text: string, parts: readonly QueryPart[]): Match[] {
  const words = wordsIn(text);
  const matches: Match[] = [];
  for (const place of words.keys()) {
    for (const [part, { wordings, open }] of parts.entries()) {
      const ends = wordings.map((wording) => endOfMatch(words, place, wording, open)).filter((end) => end !== null);
      if (ends.length > 0) matches.push({ part, start: words[place]?.start ?? 0, end: Math.max(...ends) });
    }
  }
  return matches;
}

/** Where words in a row that begin at a place end in the text: of a word that was only begun, as far as it was typed. */
function endOfMatch(words: readonly TextWord[], place: number, wording: readonly string[], open: boolean): number | null {
  for (const [step, wanted] of wording.entries()) {
    const word = words[place + step];
    const isLast = step === wording.length - 1;
    if (!word || !(isLast && open ? word.folded.startsWith(wanted) : word.folded === wanted)) return null;
    if (isLast) return word.end - word.start === word.folded.length ? word.start + wanted.length : word.end;
  }
  return null;
}

/** Places as ranges to mark, in order, those that touch joined. */
export function marksOf(matches: readonly Match[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const { start, end } of matches.toSorted((a, b) => a.start - b.start)) {
    const before = marks.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
