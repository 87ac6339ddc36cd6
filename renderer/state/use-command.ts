import { COMMANDS, runCommand, type Command, type CommandId } from './commands.ts';
import { shortcutsOf } from './desktop-shortcuts.ts';
import { isMac, useHost } from './host-store.ts';
import { useLibrary } from './library-store.ts';
import { shortcutInWords } from './shortcuts.ts';
import { useTask } from './task-store.ts';
import { useView } from './view-store.ts';

/** A command as a control shows it: label, whether it can run now, its first shortcut in words, and what runs it. */
export function useCommand(id: CommandId): { label: string; enabled: boolean; shortcut: string | null; run: () => void } {
  const { label, enabled }: Command = COMMANDS[id];
  useHost();
  const byLibrary = useLibrary(enabled);
  const byTask = useTask(enabled);
  const byView = useView(enabled);
  const [first] = shortcutsOf(id, COMMANDS[id]);
  return { label, enabled: byLibrary && byTask && byView, shortcut: first === undefined ? null : shortcutInWords(first, isMac()), run: () => runCommand(id) };
}
