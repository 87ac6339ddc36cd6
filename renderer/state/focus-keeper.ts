import { canTakeFocus, firstFocusable, lastFocusable, mainFocusable } from './focusable.ts';

/*
 * A button that is pressed often goes away with what it showed, and a browser then leaves the keyboard nowhere: Tab starts
 * over, and a screen reader is silent. Here it goes on from where it was.
 */

/** Where the keyboard is or was: on an element, and where that stood once it is gone. */
interface Stand {
  element: HTMLElement;
  spot: Spot | null;
}

/** A place among the children of an element. */
interface Spot {
  parent: Element;
  before: Node | null;
  after: Node | null;
}

/** Dialogs and menus that close give the focus back themselves; so long they may take. */
const OVERLAY_CLOSES_MS = 60;
const LISTS = 'ul, ol, [role="list"], [role="listbox"], [role="toolbar"]';
/** What stays while dialogs, menus and messages come and go. */
const WINDOW = '.body, .top-bar';
/** Messages and progress. */
const PASSING = '.notices';
const MODAL = '[role="dialog"][aria-modal="true"]';

let current: Stand | null = null;
/** Tab goes on by itself from where something was. */
let isTabbing = false;
/** The last stand in the window itself: where one is when an overlay closes that cannot say where it was opened from. */
let home: Stand | null = null;

/** From now on what has the focus and goes away hands it on: to what took its place, its neighbour in a list, or what is around it. */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    current = { element: target, spot: null };
    if (target.closest(WINDOW)) home = current;
  });
  document.addEventListener('keydown', ({ key }) => void (isTabbing = key === 'Tab'), { capture: true });
  document.addEventListener('focusout', () => queueMicrotask(forgetWhatWasLeft));
  new MutationObserver(onMutations).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
}

/** A click on the ground takes the focus off something that is still there: that is meant so. */
function forgetWhatWasLeft(): void {
  if (current && document.activeElement !== current.element && canTakeFocus(current.element)) current = null;
}

function onMutations(mutations: MutationRecord[]): void {
  for (const mutation of mutations) {
    for (const removed of mutation.removedNodes) noteRemoval(removed, mutation);
  }
  if (current === null || isTabbing || document.activeElement !== document.body) return;
  const wasInWindow = current.element.closest(WINDOW) ?? current.spot?.parent.closest(WINDOW);
  // Not at once: the key that is being pressed would be for what goes on.
  setTimeout(goOn, wasInWindow ? 0 : OVERLAY_CLOSES_MS);
}

function noteRemoval(removed: Node, { target, previousSibling, nextSibling }: MutationRecord): void {
  for (const stand of new Set([current, home])) {
    if (!stand || !(target instanceof Element)) continue;
    const wasWithin = removed.contains(stand.spot?.parent ?? stand.element);
    if (wasWithin && !(stand.spot?.parent ?? stand.element).isConnected) stand.spot = { parent: target, before: previousSibling, after: nextSibling };
  }
}

function goOn(): void {
  if (document.activeElement !== document.body) return;
  const dialog = [...document.querySelectorAll(MODAL)].at(-1);
  const next = standsInOrder().map((stand) => stand && successor(stand)).find((found) => found && (!dialog || dialog.contains(found)));
  const target = next ?? (dialog ? firstFocusable(dialog) : null);
  target?.focus({ preventScroll: true });
}

/** Where to go on from, the better first: messages and progress go away for good, a menu or a dialog may still be there. */
function standsInOrder(): (Stand | null)[] {
  return current?.spot?.parent.closest(PASSING) ? [home, current] : [current, home];
}

/** What goes on from a stand: itself as soon as it can, or what is nearest to where it was; null while it is there, but unavailable. */
function successor({ element, spot }: Stand): HTMLElement | null {
  if (element.isConnected) return canTakeFocus(element) ? element : null;
  if (!spot || spot.parent === document.body) return null;
  return inPlaceOf(spot) ?? besideInList(spot) ?? around(spot.parent);
}

/** What stands now where something was. */
function inPlaceOf({ parent, before, after }: Spot): HTMLElement | null {
  let node = before?.isConnected ? before.nextSibling : parent.firstChild;
  for (; node && node !== after; node = node.nextSibling) {
    const found = node instanceof Element ? mainFocusable(node) : null;
    if (found) return found;
  }
  return null;
}

/** The next entry of the list, or the one before. */
function besideInList({ parent, before, after }: Spot): HTMLElement | null {
  if (!parent.matches(LISTS)) return null;
  const next = after instanceof Element && after.isConnected ? firstFocusable(after) : null;
  return next ?? (before instanceof Element && before.isConnected ? lastFocusable(before) : null);
}

/** What is nearest around a place: what a part of the window is about, or the first thing there. Not outside a dialog or the window. */
function around(place: Element | null): HTMLElement | null {
  return place && place !== document.body ? (mainFocusable(place) ?? around(place.parentElement)) : null;
}
