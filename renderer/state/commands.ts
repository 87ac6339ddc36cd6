import type { Command } from './commands/command.ts';
import { CORRECT_COMMANDS } from './commands/correct-commands.ts';
import { EDIT_COMMANDS } from './commands/edit-commands.ts';
import { FILE_COMMANDS } from './commands/file-commands.ts';
import { FILTER_COMMANDS } from './commands/filter-commands.ts';
import { FOLLOW_COMMANDS } from './commands/follow-commands.ts';
import { GO_COMMANDS } from './commands/go-commands.ts';
import { HELP_COMMANDS } from './commands/help-commands.ts';
import { LOOK_COMMANDS } from './commands/look-commands.ts';
import { LIST_COMMANDS } from './commands/list-commands.ts';
import { MAP_COMMANDS } from './commands/map-commands.ts';
import { PIN_COMMANDS } from './commands/pin-commands.ts';
import { TOPIC_COMMANDS } from './commands/topic-commands.ts';
import { VIEW_COMMANDS } from './commands/view-commands.ts';

export type { Command } from './commands/command.ts';

/** All commands by id: toolbar, menus, palette and keyboard are made from this list, and the desktop's menu sends its ids. */
export const COMMANDS = {
  ...FILE_COMMANDS,
  ...EDIT_COMMANDS,
  ...VIEW_COMMANDS,
  ...FILTER_COMMANDS,
  ...MAP_COMMANDS,
  ...TOPIC_COMMANDS,
  ...PIN_COMMANDS,
  ...LOOK_COMMANDS,
  ...GO_COMMANDS,
  ...CORRECT_COMMANDS,
  ...LIST_COMMANDS,
  ...FOLLOW_COMMANDS,
  ...HELP_COMMANDS,
} satisfies Record<string, Command>;

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
