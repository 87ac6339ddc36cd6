import type { MenuItemConstructorOptions } from 'electron';
import type { RecentLibrary } from '../../../shared/contract.ts';
import { THEMES, type Theme } from '../../../shared/settings.ts';
import { APP_NAME } from '../app-identity.ts';

export interface MenuState {
  platform: NodeJS.Platform;
  theme: Theme;
  recent: readonly RecentLibrary[];
}

/** Runs a command of the page; `argument` is the recent library's id for library.openRecent. */
export type RunCommand = (command: string, argument?: string) => void;

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

const THEME_LABELS: Record<Theme, string> = { system: 'Like the System', light: 'Light', dark: 'Dark' };

/** The application menu, as Electron takes it. Its entries only send the page's own commands. */
export function menuTemplate(state: MenuState, run: RunCommand): MenuItemConstructorOptions[] {
  const onMac = state.platform === 'darwin';
  return [
    ...(onMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(state, run) },
    { label: '&Edit', submenu: editMenu(state, run) },
    { label: '&View', submenu: viewMenu(state, run) },
    ...(onMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: '&Help', submenu: [{ role: 'about', label: `About ${APP_NAME}` }] },
  ];
}

function entry(run: RunCommand, label: string, command: string, accelerator?: string): MenuItemConstructorOptions {
  return { id: command, label, click: () => run(command), ...(accelerator === undefined ? {} : { accelerator }) };
}

function fileMenu({ platform, recent }: MenuState, run: RunCommand): MenuItemConstructorOptions[] {
  return [
    entry(run, 'New Library', 'library.new', 'CmdOrCtrl+N'),
    entry(run, 'Open…', 'library.open', 'CmdOrCtrl+O'),
    { label: 'Open Recent', id: 'recent', enabled: recent.length > 0, submenu: recent.map((library) => recentEntry(library, run)) },
    SEPARATOR,
    entry(run, 'Import…', 'library.import', 'CmdOrCtrl+I'),
    entry(run, 'Open Sample', 'library.sample'),
    entry(run, 'Thesauri…', 'thesaurus.open'),
    SEPARATOR,
    entry(run, 'Save As…', 'library.saveAs', 'CmdOrCtrl+Shift+S'),
    { label: 'Export', submenu: [entry(run, 'Picture (PNG)…', 'export.png', 'CmdOrCtrl+E'), entry(run, 'Drawing (SVG)…', 'export.svg', 'CmdOrCtrl+Shift+E')] },
    SEPARATOR,
    { role: 'close' },
    ...(platform === 'darwin' ? [] : [{ role: 'quit', accelerator: 'CmdOrCtrl+Q' } as const]),
  ];
}

function recentEntry(library: RecentLibrary, run: RunCommand): MenuItemConstructorOptions {
  return { label: library.name, sublabel: library.place, toolTip: library.place, click: () => run('library.openRecent', library.id) };
}

function editMenu({ platform }: MenuState, run: RunCommand): MenuItemConstructorOptions[] {
  return [
    entry(run, 'Undo', 'edit.undo', 'CmdOrCtrl+Z'),
    entry(run, 'Redo', 'edit.redo', platform === 'win32' ? 'CmdOrCtrl+Y' : 'CmdOrCtrl+Shift+Z'),
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    SEPARATOR,
    entry(run, 'Find', 'search.focus', 'CmdOrCtrl+F'),
  ];
}

function viewMenu({ platform, theme }: MenuState, run: RunCommand): MenuItemConstructorOptions[] {
  const onMac = platform === 'darwin';
  return [
    entry(run, 'Papers', 'view.papers', 'CmdOrCtrl+1'),
    entry(run, 'Concepts', 'view.concepts', 'CmdOrCtrl+2'),
    entry(run, 'Both', 'view.both', 'CmdOrCtrl+3'),
    SEPARATOR,
    entry(run, 'Zoom In', 'map.zoomIn', 'CmdOrCtrl+Plus'),
    entry(run, 'Zoom Out', 'map.zoomOut', 'CmdOrCtrl+-'),
    entry(run, 'Fit', 'map.fit', 'CmdOrCtrl+0'),
    SEPARATOR,
    entry(run, 'Back', 'history.back', onMac ? 'Cmd+[' : 'Alt+Left'),
    entry(run, 'Forward', 'history.forward', onMac ? 'Cmd+]' : 'Alt+Right'),
    SEPARATOR,
    { label: 'Theme', submenu: THEMES.map((name) => ({ ...entry(run, THEME_LABELS[name], `theme.${name}`), type: 'radio', checked: name === theme })) },
    { role: 'togglefullscreen' },
  ];
}
