/** What the keyboard can be on, but for text fields: there, keys would make text instead of running commands. */
const FOCUSABLE = 'button, a[href], input[type="radio"], input[type="checkbox"], input[type="range"], summary, [tabindex]';
/** What a part of the window is about, such as the map: marked where it is made. */
const MAIN = '[data-main]';

/** Whether an element can take the keyboard now. */
export function canTakeFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.closest('[inert]') === null && element.getClientRects().length > 0;
}

/** The first thing in a piece of the page that takes the keyboard when Tab reaches it, the piece itself included; null for none. */
export function firstFocusable(piece: Element): HTMLElement | null {
  return focusables(piece)[0] ?? null;
}

/** The last such thing. */
export function lastFocusable(piece: Element): HTMLElement | null {
  return focusables(piece).at(-1) ?? null;
}

/** Where the keyboard goes in a piece of the page: to what it is about, else to the first thing in it; null for none. */
export function mainFocusable(piece: Element): HTMLElement | null {
  return elementsIn(piece, MAIN).find(canTakeFocus) ?? firstFocusable(piece);
}

function focusables(piece: Element): HTMLElement[] {
  return elementsIn(piece, FOCUSABLE).filter((element) => element.tabIndex >= 0 && canTakeFocus(element));
}

function elementsIn(piece: Element, selector: string): HTMLElement[] {
  return [piece, ...piece.querySelectorAll(selector)].filter((element): element is HTMLElement => element instanceof HTMLElement && element.matches(selector));
}
