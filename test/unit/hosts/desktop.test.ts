import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/hosts/desktop/command-line.ts';
import { menuTemplate, type RunCommand } from '../../../electron/hosts/desktop/menu.ts';
import { fittingBounds } from '../../../electron/hosts/desktop/window-state.ts';
import type { AppMenu, MenuEntry } from '../../../shared/app-menu.ts';

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
  const entry = (command: string, label: string, shortcuts: string[], more: Partial<MenuEntry> = {}): MenuEntry => ({ command, label, shortcuts, enabled: true, checked: null, choices: null, ...more });
  const told: AppMenu = [
    { label: 'File', sections: [[entry('library.open', 'Open…', ['Mod+O']), entry('library.openRecent', 'Open recent', [], { choices: [{ argument: 'r1', label: 'Thesis', about: '/home/user/thesis.atlas' }] })], [entry('export.open', 'Export…', ['Mod+E'], { enabled: false })]] },
    { label: 'View', sections: [[entry('drawer.papers', 'Table of papers', ['t'], { checked: true }), entry('view.papers', 'Show papers', ['1', 'Mod+1'])]] },
    { label: 'Go', sections: [[entry('history.back', 'Back', ['Alt+ArrowLeft'])]] },
  ];
  const template = (platform: NodeJS.Platform, menu: AppMenu = told, run: RunCommand = () => undefined) => menuTemplate(platform, menu, run);
  const labels = (items: ReturnType<typeof menuTemplate>) => items.map(({ label, role }) => label ?? role);
  const itemsOf = (items: ReturnType<typeof menuTemplate>): ReturnType<typeof menuTemplate> => items.flatMap((item) => (Array.isArray(item.submenu) ? [item, ...itemsOf(item.submenu)] : [item]));
  const find = (id: string) => itemsOf(template('linux')).find((item) => item.id === id);

  it('holds the page’s groups between the system’s own, with Help last', () => {
    expect(labels(template('linux'))).toEqual(['&File', '&Edit', '&View', '&Go', '&Help']);
    expect(labels(template('darwin'))).toEqual(['appMenu', '&File', '&Edit', '&View', '&Go', 'windowMenu', '&Help']);
    expect(labels(template('win32', []))).toEqual(['&File', '&Edit', '&View', '&Help']);
  });

  it('sends the page’s commands, with what was chosen', () => {
    const run: unknown[] = [];
    for (const item of itemsOf(template('linux', told, (...sent) => void run.push(sent)))) item.click?.(undefined as never, undefined, undefined as never);
    expect(run).toEqual([['library.open'], ['library.openRecent', 'r1'], ['export.open'], ['drawer.papers'], ['view.papers'], ['history.back']]);
  });

  it('listens to keys only with Ctrl, Command or Alt, so that letters stay letters in text fields', () => {
    expect([find('library.open')?.accelerator, find('drawer.papers')?.accelerator, find('view.papers')?.accelerator, find('history.back')?.accelerator]).toEqual(['CmdOrCtrl+O', undefined, 'CmdOrCtrl+1', 'Alt+Left']);
  });

  it('shows what is on and what is not possible', () => {
    expect(find('drawer.papers')).toMatchObject({ type: 'checkbox', checked: true, enabled: true });
    expect(find('export.open')).toMatchObject({ enabled: false });
  });
});
