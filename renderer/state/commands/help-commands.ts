import { openDialog } from '../dialog-store.ts';
import { always, command } from './command.ts';

/** Commands that help. */
export const HELP_COMMANDS = {
  'help.commands': command('Help', 'All commands…', ['Mod+K', 'Mod+Shift+P'], always, () => openDialog({ kind: 'commands' }), 'Find anything the app can do by a few letters'),
  'help.shortcuts': command('Help', 'Keyboard shortcuts…', ['?'], always, () => openDialog({ kind: 'shortcuts' })),
};
