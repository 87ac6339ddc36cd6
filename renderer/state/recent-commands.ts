import { isCommandId, type CommandId } from './commands.ts';

const STORAGE_KEY = 'concept-atlas-recent-commands';
const MOST = 5;

/** Commands that were chosen from the list of commands lately, the last one first. */
export function recentCommands(): CommandId[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is CommandId => typeof id === 'string' && isCommandId(id)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers that a command was chosen. Where storage is forbidden it is forgotten, which costs a few letters more. */
export function rememberCommand(id: CommandId): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify([id, ...recentCommands().filter((other) => other !== id)].slice(0, MOST)));
  } catch {
    // Not worth a word.
  }
}
