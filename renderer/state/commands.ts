import { openDialog } from './dialog-store.ts';
import { redo, undo } from './edit-actions.ts';
import { graphViewHandle } from './graph-view-handle.ts';
import { chooseAndImport, openSample } from './import-actions.ts';
import { chooseLibrary, newLibrary, openRecentLibrary, saveLibraryAs } from './library-actions.ts';
import { openLibrary, openMap } from './library-store.ts';
import { clearSelection, stepThroughHistory } from './navigation.ts';
import { togglePanel } from './panel-store.ts';
import { focusSearch } from './search-focus.ts';
import { canGoBack, canGoForward } from './selection-history.ts';
import { isIdle } from './task-store.ts';
import { setTheme } from './theme-store.ts';
import { showThesauri } from './thesaurus-actions.ts';
import { setView, useView } from './view-store.ts';

/** Something the user can do, wherever they ask for it: toolbar, keyboard or the system's menu. */
export interface Command {
  label: string;
  /** As isShortcut reads them; the first is the one shown. */
  shortcuts: readonly string[];
  enabled: () => boolean;
  run: (argument?: string) => void | Promise<void>;
}

const always = () => true;
const hasMap = () => openMap() !== null;
const zoomStep = 1.3;

function command(label: string, shortcuts: readonly string[], enabled: () => boolean, run: Command['run']): Command {
  return { label, shortcuts, enabled, run };
}

/** All commands by id. The desktop's menu sends these ids. */
export const COMMANDS = {
  'library.new': command('New library', [], isIdle, newLibrary),
  'library.open': command('Open…', ['Mod+O'], isIdle, chooseLibrary),
  'library.openRecent': command('Open recent', [], isIdle, (id) => (id === undefined ? undefined : openRecentLibrary(id))),
  'library.import': command('Import', ['Mod+I'], isIdle, chooseAndImport),
  'library.paste': command('Paste text…', [], isIdle, () => openDialog({ kind: 'paste' })),
  'library.sample': command('Open sample', [], isIdle, openSample),
  'library.saveAs': command('Save as…', ['Mod+Shift+S'], () => isIdle() && hasMap(), saveLibraryAs),
  'thesaurus.open': command('Thesauri…', [], isIdle, showThesauri),
  'export.open': command('Export', ['Mod+E'], hasMap, () => openDialog({ kind: 'export', format: 'png' })),
  'export.png': command('Export picture (PNG)', [], hasMap, () => openDialog({ kind: 'export', format: 'png' })),
  'export.svg': command('Export drawing (SVG)', [], hasMap, () => openDialog({ kind: 'export', format: 'svg' })),
  'edit.undo': command('Undo', ['Mod+Z'], () => isIdle() && openLibrary()?.canUndo === true, undo),
  'edit.redo': command('Redo', ['Mod+Shift+Z', 'Mod+Y'], () => isIdle() && openLibrary()?.canRedo === true, redo),
  'view.papers': command('Show papers', ['1', 'Mod+1'], hasMap, () => setView('papers')),
  'view.concepts': command('Show concepts', ['2', 'Mod+2'], hasMap, () => setView('concepts')),
  'view.both': command('Show both', ['3', 'Mod+3'], hasMap, () => setView('both')),
  'map.zoomIn': command('Zoom in', ['+', '='], hasMap, () => graphViewHandle.current?.zoomBy(zoomStep)),
  'map.zoomOut': command('Zoom out', ['-'], hasMap, () => graphViewHandle.current?.zoomBy(1 / zoomStep)),
  'map.fit': command('Fit the map', ['0'], hasMap, () => graphViewHandle.current?.fit()),
  'history.back': command('Back', ['Alt+ArrowLeft'], () => canGoBack(useView.getState().history), () => stepThroughHistory(-1)),
  'history.forward': command('Forward', ['Alt+ArrowRight'], () => canGoForward(useView.getState().history), () => stepThroughHistory(1)),
  'search.focus': command('Search', ['Mod+F', '/'], hasMap, focusSearch),
  'selection.clear': command('Clear the selection', ['Escape'], hasMap, clearSelection),
  'panel.topics': command('Topics panel', [], hasMap, () => togglePanel('topics')),
  'panel.details': command('Details panel', [], hasMap, () => togglePanel('details')),
  'theme.system': command('Theme like the system', [], always, () => setTheme('system')),
  'theme.light': command('Light theme', [], always, () => setTheme('light')),
  'theme.dark': command('Dark theme', [], always, () => setTheme('dark')),
  'help.shortcuts': command('Keyboard shortcuts', ['?'], always, () => openDialog({ kind: 'shortcuts' })),
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;

/** All ids of commands. */
export const COMMAND_IDS = Object.keys(COMMANDS).filter(isCommandId);

/** True if a word is a command's id. */
export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(COMMANDS, id);
}

/** Runs a command if it can run now. */
export function runCommand(id: CommandId, argument?: string): void {
  const { enabled, run }: Command = COMMANDS[id];
  if (enabled()) void run(argument);
}
