import { create } from 'zustand';
import type { Selection } from '../../shared/settings.ts';

/** The context menu that is open: what it is for, null for the empty map, and where in the window, in CSS pixels. */
export type ContextMenu = { kind: 'closed' } | { kind: 'open'; selection: Selection | null; x: number; y: number };

export const useContextMenu = create<ContextMenu>()(() => ({ kind: 'closed' }));

/** Opens the menu of what can be done with something. */
export function openContextMenu(selection: Selection | null, at: { x: number; y: number }): void {
  useContextMenu.setState({ kind: 'open', selection, ...at }, true);
}

/** Closes the context menu. */
export function closeContextMenu(): void {
  useContextMenu.setState({ kind: 'closed' }, true);
}
