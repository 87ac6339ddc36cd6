import { Menu, nativeTheme } from 'electron';
import type { RecentLibrary } from '../../../shared/contract.ts';
import { menuTemplate, type RunCommand } from './menu.ts';

/** The application menu, drawn anew when what it shows changes. */
export interface DesktopMenu {
  readonly draw: () => void;
  readonly showRecent: (libraries: readonly RecentLibrary[]) => void;
}

export function createDesktopMenu(run: RunCommand): DesktopMenu {
  let recent: readonly RecentLibrary[] = [];
  const draw = () => {
    const template = menuTemplate({ platform: process.platform, theme: nativeTheme.themeSource, recent }, run);
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  return {
    draw,
    showRecent(libraries) {
      if (JSON.stringify(libraries) === JSON.stringify(recent)) return;
      recent = libraries;
      draw();
    },
  };
}
