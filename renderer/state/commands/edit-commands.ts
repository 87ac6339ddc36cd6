import { openDialog } from '../dialog-store.ts';
import { redo, undo } from '../edit-actions.ts';
import { openLibrary } from '../library-store.ts';
import { isIdle } from '../task-store.ts';
import { always, command } from './command.ts';

/** Commands on the journal of edits. */
export const EDIT_COMMANDS = {
  'edit.undo': command('Edit', 'Undo', ['Mod+Z'], () => isIdle() && openLibrary()?.canUndo === true, undo),
  'edit.redo': command('Edit', 'Redo', ['Mod+Shift+Z', 'Mod+Y'], () => isIdle() && openLibrary()?.canRedo === true, redo),
  'settings.open': command('Edit', 'Settings…', ['Mod+,'], always, () => openDialog({ kind: 'settings' }), 'Topics, links, theme and motion'),
};
