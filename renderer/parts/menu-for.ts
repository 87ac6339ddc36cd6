import type { MouseEvent } from 'react';
import type { Selection } from '../../shared/settings.ts';
import { openContextMenu } from '../state/context-menu-store.ts';

/** What a right click or the menu key on a control opens: what can be done with the thing it names. */
export function menuFor(selection: Selection): { onContextMenu: (event: MouseEvent) => void } {
  return {
    onContextMenu: (event) => {
      event.preventDefault();
      openContextMenu(selection, { x: event.clientX, y: event.clientY });
    },
  };
}
