import type { Selection } from '../../shared/settings.ts';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from './commands.ts';
import { COMMAND_SECTIONS, type CommandSection } from './commands/command.ts';

/** Commands of a context menu that belong together, without a divider between them. */
export interface MenuSection {
  key: string;
  commands: CommandId[];
}

/** Sections of commands that name none, by their ids or the word that these begin with. */
const SECTION_OF: Readonly<Record<string, CommandSection>> = { map: 'see', filter: 'see', path: 'relate', compare: 'relate', selection: 'keep', list: 'keep', papers: 'correct', topic: 'correct', concept: 'correct', concepts: 'correct', copy: 'export', export: 'export', table: 'export', why: 'relate', pair: 'relate', 'selection.rename': 'correct', 'selection.merge': 'correct', 'papers.copyTitles': 'export' };

/** The commands of the menu for what is selected, those on the map for the empty ground, that are possible now, by section. */
export function menuSections(selection: Selection | null): MenuSection[] {
  const sections = new Map<string, CommandId[]>(COMMAND_SECTIONS.map((section) => [section, []]));
  for (const id of COMMAND_IDS) {
    const command: Command = COMMANDS[id];
    const isFor = selection === null ? command.group === 'Map' && command.on === undefined : command.on?.includes(selection.kind) === true;
    if (!isFor || !command.enabled()) continue;
    const word = id.split('.')[0] ?? id;
    const key = command.section ?? SECTION_OF[id] ?? SECTION_OF[word] ?? word;
    sections.set(key, [...(sections.get(key) ?? []), id]);
  }
  return [...sections].filter(([, commands]) => commands.length > 0).map(([key, commands]) => ({ key, commands }));
}
