import type { MouseEvent } from 'react';
import type { Selection } from '../../shared/settings.ts';
import { openContextMenu } from '../state/context-menu-store.ts';

/** What makes a row, button or chip open the menu of what it stands for: by right click, and by the menu key or Shift+F10 while it has the focus. */
export function contextMenuProps(selection: Selection | null): { onContextMenu: (event: MouseEvent) => void } {
  return {
    onContextMenu: (event) => {
      event.preventDefault();
      event.stopPropagation();
      openContextMenu(selection, { x: event.clientX, y: event.clientY });
    },
  };
}
