import { openDialog } from '../dialog-store.ts';
import { startGuide } from '../guide-store.ts';
import { always, command, hasMap } from './command.ts';

/** Commands that help. */
export const HELP_COMMANDS = {
  'help.commands': command('Help', 'All commands…', ['Mod+K', 'Mod+Shift+P'], always, () => openDialog({ kind: 'commands' }), 'Find anything the app can do by a few letters'),
  'help.guide': command('Help', 'Show the guide', [], hasMap, startGuide, 'A tour of the window in one minute'),
  'help.shortcuts': command('Help', 'Keyboard shortcuts…', ['?'], always, () => openDialog({ kind: 'shortcuts' })),
};
