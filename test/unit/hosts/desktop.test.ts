import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/hosts/desktop/command-line.ts';
import { menuTemplate, type MenuState } from '../../../electron/hosts/desktop/menu.ts';
import { fittingBounds } from '../../../electron/hosts/desktop/window-state.ts';

const SCREEN = { x: 0, y: 25, width: 1920, height: 1055 };
const SECOND_SCREEN = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('the window is opened where it was', () => {
  it('on a display that still shows its title bar', () => {
    const bounds = { x: 2000, y: 50, width: 1000, height: 700 };
    expect(fittingBounds(bounds, [SCREEN, SECOND_SCREEN])).toEqual(bounds);
  });

  it('but centred at the default size when its display is gone', () => {
    expect(fittingBounds({ x: 2000, y: 50, width: 1000, height: 700 }, [SCREEN])).toEqual({ width: 1440, height: 900 });
  });

  it('and no larger than the display', () => {
    expect(fittingBounds({ x: 1930, y: 0, width: 3000, height: 2000 }, [SCREEN, SECOND_SCREEN])).toEqual({ x: 1930, y: 0, width: 1280, height: 1024 });
    expect(fittingBounds(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 });
  });

  it('but not above the top of the display, where no one can grasp it', () => {
    expect(fittingBounds({ x: 100, y: -300, width: 1000, height: 700 }, [SCREEN])).toEqual({ width: 1440, height: 900 });
  });
});

describe('the command line of the desktop app', () => {
  it('names files, resolved from where the user is, in a checkout after the project folder', () => {
    expect(readArguments(['/electron', '.', 'a.bib', '/b.atlas'], { packaged: false, folder: '/home/user' })).toEqual({ files: ['/home/user/a.bib', '/b.atlas'], dataFolder: null });
    expect(readArguments(['/electron', '--no-sandbox', '.', 'a.bib'], { packaged: false, folder: '/home/user' }).files).toEqual(['/home/user/a.bib']);
  });

  it('names files right after the program when packaged, and passes over Chromium’s options', () => {
    expect(readArguments(['/app', '--no-sandbox', '--data-folder=data', 'a.bib'], { packaged: true, folder: '/x' })).toEqual({ files: ['/x/a.bib'], dataFolder: '/x/data' });
  });
});

describe('the menu', () => {
  const state: MenuState = { platform: 'linux', theme: 'dark', recent: [{ id: 'r1', name: 'Thesis', place: '/home/user/thesis.atlas', openedAt: '2026-01-01' }] };
  const commandsOf = (platform: NodeJS.Platform) => {
    const run: [string, string | undefined][] = [];
    const visit = (items: ReturnType<typeof menuTemplate>) => {
      for (const item of items) {
        if (Array.isArray(item.submenu)) visit(item.submenu);
        else item.click?.(undefined as never, undefined, undefined as never);
      }
    };
    visit(menuTemplate({ ...state, platform }, (command, argument) => void run.push([command, argument])));
    return run;
  };

  it('sends every command of the page it offers, once', () => {
    const expected = [
      'library.new', 'library.open', 'library.openRecent', 'library.import', 'library.sample', 'thesaurus.open', 'library.saveAs', 'export.png', 'export.svg',
      'edit.undo', 'edit.redo', 'search.focus', 'view.papers', 'view.concepts', 'view.both', 'map.zoomIn', 'map.zoomOut', 'map.fit',
      'history.back', 'history.forward', 'theme.system', 'theme.light', 'theme.dark',
    ];
    expect(commandsOf('linux').map(([command]) => command)).toEqual(expected);
    expect(commandsOf('darwin').map(([command]) => command)).toEqual(expected);
    expect(commandsOf('linux')).toContainEqual(['library.openRecent', 'r1']);
  });

  it('gives no shortcut twice', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const accelerators: string[] = [];
      const visit = (items: ReturnType<typeof menuTemplate>) => {
        for (const item of items) {
          if (typeof item.accelerator === 'string') accelerators.push(item.accelerator);
          if (Array.isArray(item.submenu)) visit(item.submenu);
        }
      };
      visit(menuTemplate({ ...state, platform }, () => undefined));
      expect(new Set(accelerators).size).toBe(accelerators.length);
    }
  });
});
