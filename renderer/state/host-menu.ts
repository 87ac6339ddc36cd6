import { call } from '../api/call.ts';
import { appMenu } from './app-menu.ts';
import { isDesktop } from './host-store.ts';
import { useLibrary } from './library-store.ts';
import { usePanels } from './panel-store.ts';
import { useTask } from './task-store.ts';
import { useTheme } from './theme-store.ts';
import { useView } from './view-store.ts';

const QUIET_MS = 120;

/** From now on tells the desktop what its menu holds, whenever that changes. A browser has no menu of ours. */
export function keepHostMenu(): void {
  if (!isDesktop()) return;
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const menu = appMenu();
    const text = JSON.stringify(menu);
    if (text === told) return;
    told = text;
    void call('host.showMenu', { menu });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET_MS);
  };
  for (const store of [useLibrary, usePanels, useTask, useTheme, useView]) store.subscribe(soon);
  tell();
}
