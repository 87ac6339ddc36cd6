import { create } from 'zustand';
import type { Selection } from '../../shared/settings.ts';
import { selected, setSelection } from './view-store.ts';

/** The context menu that is open: what it is for, null for the empty map, and where in the window, in CSS pixels. */
export type ContextMenu = { kind: 'closed' } | { kind: 'open'; selection: Selection | null; x: number; y: number };

export const useContextMenu = create<ContextMenu>()(() => ({ kind: 'closed' }));

/** Selects something and opens the menu of what can be done with it. One of several papers that are selected opens the menu of all of them; null that of the map. */
export function openContextMenu(selection: Selection | null, at: { x: number; y: number }): void {
  const chosen = selected();
  const isOneOfThem = selection?.kind === 'paper' && chosen?.kind === 'papers' && chosen.ids.includes(selection.id);
  const target = isOneOfThem ? chosen : selection;
  if (target && !isOneOfThem) setSelection(target);
  useContextMenu.setState({ kind: 'open', selection: target, x: at.x, y: at.y }, true);
}

/** Closes the context menu. */
export function closeContextMenu(): void {
  useContextMenu.setState({ kind: 'closed' }, true);
}
