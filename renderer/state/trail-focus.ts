import { revealSideTab } from './side-tab-store.ts';

/** Opens the tab with the trail and puts the keyboard on where one is. */
export function focusTrail(): void {
  revealSideTab('trail');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.trail [aria-current="true"]')?.focus());
}
