import { useHost } from './host-store.ts';
import { useLibrary } from './library-store.ts';
import { usePanels } from './panel-store.ts';
import { useTask } from './task-store.ts';
import { useTheme } from './theme-store.ts';
import { useView } from './view-store.ts';

/** Draws the component anew whenever anything changes that commands look at: for menus and lists of commands, while they are open. */
export function useAppState(): void {
  useHost();
  useLibrary();
  usePanels();
  useTask();
  useTheme();
  useView();
}
