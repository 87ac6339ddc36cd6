import { openDialog } from '../dialog-store.ts';
import { cancelTask, chooseAndImport, openSample } from '../import-actions.ts';
import { chooseLibrary, newLibrary, openRecentLibrary, saveLibraryAs } from '../library-actions.ts';
import { openLibrary } from '../library-store.ts';
import { isIdle, useTask } from '../task-store.ts';
import { showThesauri } from '../thesaurus-actions.ts';
import { command, hasMap, type Command } from './command.ts';

const recentChoices: Command['choices'] = () => openLibrary()?.recent.map(({ id, name, place }) => ({ argument: id, label: name, about: place })) ?? [];

/** Commands on libraries and files. */
export const FILE_COMMANDS = {
  'library.new': command('File', 'New library', [], isIdle, newLibrary),
  'library.open': command('File', 'Open…', ['Mod+O'], isIdle, chooseLibrary),
  'library.openRecent': { ...command('File', 'Open recent', [], isIdle, (id) => (id === undefined ? undefined : openRecentLibrary(id))), choices: recentChoices },
  'library.import': { ...command('File', 'Import', ['Mod+I'], isIdle, chooseAndImport), menuLabel: 'Import…' },
  'library.paste': command('File', 'Paste text…', [], isIdle, () => openDialog({ kind: 'paste' })),
  'library.sample': command('File', 'Open sample', [], isIdle, openSample),
  'library.saveAs': command('File', 'Save as…', ['Mod+Shift+S'], () => isIdle() && hasMap(), saveLibraryAs),
  'task.cancel': command('File', 'Cancel the work in progress', ['Mod+.'], () => useTask.getState().kind === 'running', cancelTask),
  'thesaurus.open': command('File', 'Thesauri…', [], isIdle, showThesauri),
  'thesaurus.export': command('File', 'Export corrections as thesaurus…', [], () => isIdle() && (openLibrary()?.corrections.length ?? 0) > 0, () => openDialog({ kind: 'export-corrections' })),
  'export.open': { ...command('File', 'Export', ['Mod+E'], hasMap, () => openDialog({ kind: 'export', format: 'png' })), menuLabel: 'Export…' },
  'export.png': command('File', 'Export picture (PNG)…', [], hasMap, () => openDialog({ kind: 'export', format: 'png' })),
  'export.svg': command('File', 'Export drawing (SVG)…', [], hasMap, () => openDialog({ kind: 'export', format: 'svg' })),
};
