import type { Drawer } from '../../shared/settings.ts';
import { graphViewHandle } from './graph-view-handle.ts';
import { setDrawer, useView } from './view-store.ts';

let isFocusWanted = false;

/** Opens something beneath the map and lets it have the focus; closes it where it is open. */
export function toggleDrawer(drawer: Exclude<Drawer, 'closed'>): void {
  if (useView.getState().drawer === drawer) {
    closeDrawer();
    return;
  }
  isFocusWanted = true;
  setDrawer(drawer);
}

/** Closes what is open beneath the map; the focus goes to the map if it was in there. */
export function closeDrawer(): void {
  const wasInside = document.activeElement?.closest('.drawer') != null;
  setDrawer('closed');
  if (wasInside) graphViewHandle.current?.focus();
}

/** True once after something was opened by command: it may take the focus then. */
export function takesFocus(): boolean {
  const isWanted = isFocusWanted;
  isFocusWanted = false;
  return isWanted;
}
