import { canTakeFocus, mainFocusable } from './focusable.ts';

/** Where the keyboard was last in each part of the window. */
const lastFocus = new WeakMap<Element, HTMLElement>();

/** From now on each part of the window remembers where the keyboard was in it. */
export function rememberParts(): void {
  document.addEventListener('focusin', ({ target }) => {
    const part = target instanceof HTMLElement ? target.closest('[data-part]') : null;
    if (part && target instanceof HTMLElement) lastFocus.set(part, target);
  });
}

/** Leads the keyboard to the next part of the window (topics, map, what is beneath it, details, bar), or with -1 to the one before: to the map or table itself, else to where it was there last. */
export function goToPart(by: 1 | -1): void {
  const parts = [...document.querySelectorAll('[data-part]')].filter((part) => standIn(part) !== null);
  const here = parts.findIndex((part) => part.contains(document.activeElement));
  const start = here < 0 && by < 0 ? 0 : here;
  const next = parts[(start + by + parts.length) % parts.length];
  if (next) standIn(next)?.focus();
}

function standIn(part: Element): HTMLElement | null {
  const main = mainFocusable(part);
  if (main && main.tabIndex >= 0 && main.matches('[data-main]')) return main;
  const last = lastFocus.get(part);
  return last && part.contains(last) && canTakeFocus(last) ? last : main;
}
