import type { Selection } from '../../shared/settings.ts';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from './commands.ts';
import { COMMAND_SECTIONS } from './commands/command.ts';

/** Commands of a context menu that belong together, without a divider between them. */
export interface MenuSection {
  key: string;
  commands: CommandId[];
}

/** The commands of the menu for what is selected, those on the map for the empty ground, that are possible now: by section, those of no section by the word that their ids begin with. */
export function menuSections(selection: Selection | null): MenuSection[] {
  const sections = new Map<string, CommandId[]>(COMMAND_SECTIONS.map((section) => [section, []]));
  for (const id of COMMAND_IDS) {
    const command: Command = COMMANDS[id];
    const isFor = selection === null ? command.group === 'Map' && command.on === undefined : command.on?.includes(selection.kind) === true;
    if (!isFor || !command.enabled()) continue;
    const key = command.section ?? id.split('.')[0] ?? id;
    sections.set(key, [...(sections.get(key) ?? []), id]);
  }
  return [...sections].filter(([, commands]) => commands.length > 0).map(([key, commands]) => ({ key, commands }));
}
