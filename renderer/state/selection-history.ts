import type { Selection } from '../../shared/settings.ts';

/** What was selected, in order, and where in that order the user is. Null stands for nothing selected. */
export interface SelectionHistory {
  entries: readonly (Selection | null)[];
  index: number;
}

const MOST_ENTRIES = 100;

/** A history that begins with this selection. */
export function startHistory(selection: Selection | null): SelectionHistory {
  return { entries: [selection], index: 0 };
}

/** What is selected now. */
export function currentSelection(history: SelectionHistory): Selection | null {
  return history.entries[history.index] ?? null;
}

/**
 * The history after something else was selected; selecting the same again changes nothing. What lay ahead is not lost:
 * it goes before what one came from, so that Back leads there first, and the whole is in the order of the last visits.
 */
export function visit(history: SelectionHistory, selection: Selection | null): SelectionHistory {
  const current = currentSelection(history);
  if (sameSelection(current, selection)) return history;
  const ahead = history.entries.slice(history.index + 1).filter((entry) => entry !== null);
  const entries = withoutRepeats([...history.entries.slice(0, history.index), ...ahead, current, selection]).slice(-MOST_ENTRIES);
  return { entries, index: entries.length - 1 };
}

/** The history with another selection in place of the current one: another choice within the same view. */
export function replaceCurrent(history: SelectionHistory, selection: Selection | null): SelectionHistory {
  return { ...history, entries: history.entries.with(history.index, selection) };
}

/** True if there is something before the current selection. */
export function canGoBack(history: SelectionHistory): boolean {
  return history.index > 0;
}

/** True if there is something after the current selection. */
export function canGoForward(history: SelectionHistory): boolean {
  return history.index < history.entries.length - 1;
}

/** The history standing at one of its entries; the same where there is no such entry. */
export function jump(history: SelectionHistory, index: number): SelectionHistory {
  return index < 0 || index >= history.entries.length ? history : { ...history, index };
}

/** One step back (-1) or forward (1); the same history where there is no such step. */
export function step(history: SelectionHistory, by: -1 | 1): SelectionHistory {
  return jump(history, history.index + by);
}

/**
 * The history without the entries that are no longer on the map, and without the repeats that this leaves.
 * The current selection becomes null if it is gone.
 */
export function forgetMissing(history: SelectionHistory, exists: (selection: Selection) => boolean): SelectionHistory {
  const entries: (Selection | null)[] = [];
  let index = 0;
  for (const [position, entry] of history.entries.entries()) {
    const isCurrent = position === history.index;
    const kept = entry !== null && !exists(entry) ? null : entry;
    const isGone = kept === null && entry !== null && !isCurrent;
    const isRepeat = entries.length > 0 && sameSelection(entries.at(-1) ?? null, kept);
    if (!isGone && !isRepeat) entries.push(kept);
    if (isCurrent) index = Math.max(0, entries.length - 1);
  }
  return { entries: entries.length > 0 ? entries : [null], index };
}

/** True if both name the same thing; a link is the same from either end. */
export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'link') {
    return b.kind === 'link' && ((a.source === b.source && a.target === b.target) || (a.source === b.target && a.target === b.source));
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

function withoutRepeats(entries: readonly (Selection | null)[]): (Selection | null)[] {
  return entries.filter((entry, at) => at === 0 || !sameSelection(entries[at - 1] ?? null, entry));
}
