import { openDialog } from '../dialog-store.ts';
import { always, command } from './command.ts';

/** Commands that help. */
export const HELP_COMMANDS = {
  'help.shortcuts': command('Help', 'Keyboard shortcuts', ['?'], always, () => openDialog({ kind: 'shortcuts' })),
};
