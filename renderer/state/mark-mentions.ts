import type { Mention } from '../../shared/details.ts';

/** A stretch of text; `concept` is the id of the concept that it mentions, or null. */
export interface TextSegment {
  text: string;
  start: number;
  concept: string | null;
}

type Range = Pick<Mention, 'concept' | 'start' | 'end'>;

/**
 * Cuts a text into stretches with and without a mention. Offsets are UTF-16 units, end exclusive.
 * Where mentions overlap, the longer one is kept, then the earlier one. Mentions outside the text are ignored.
 * The stretches joined give the text again.
 */
export function markMentions(text: string, mentions: readonly Range[]): TextSegment[] {
  const segments: TextSegment[] = [];
  let at = 0;
  const add = (end: number, concept: string | null) => {
    if (end > at) segments.push({ text: text.slice(at, end), start: at, concept });
    at = Math.max(at, end);
  };
  for (const { concept, start, end } of withoutOverlaps(text, mentions)) {
    add(start, null);
    add(end, concept);
  }
  add(text.length, null);
  return segments;
}

function withoutOverlaps(text: string, mentions: readonly Range[]): Range[] {
  const valid = mentions.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const byLength = [...valid].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Uint8Array(text.length);
  const kept = byLength.filter(({ start, end }) => {
    if (taken.subarray(start, end).some((unit) => unit === 1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
