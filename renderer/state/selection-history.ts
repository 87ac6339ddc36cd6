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

/** The history after something else was selected: what lay ahead is forgotten. Selecting the same again changes nothing. */
export function visit(history: SelectionHistory, selection: Selection | null): SelectionHistory {
  if (sameSelection(currentSelection(history), selection)) return history;
  const entries = [...history.entries.slice(0, history.index + 1), selection].slice(-MOST_ENTRIES);
  return { entries, index: entries.length - 1 };
}

/** True if there is something before the current selection. */
export function canGoBack(history: SelectionHistory): boolean {
  return history.index > 0;
}

/** True if there is something after the current selection. */
export function canGoForward(history: SelectionHistory): boolean {
  return history.index < history.entries.length - 1;
}

/** One step back (-1) or forward (1); the same history where there is no such step. */
export function step(history: SelectionHistory, by: -1 | 1): SelectionHistory {
  const index = history.index + by;
  return index < 0 || index >= history.entries.length ? history : { ...history, index };
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
