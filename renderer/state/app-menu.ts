import type { AppMenu, MenuEntry, MenuGroup } from '../../shared/app-menu.ts';
import { COMMAND_GROUPS, type CommandGroup } from './commands/command.ts';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from './commands.ts';
import { shortcutsOf } from './desktop-shortcuts.ts';
import { selected } from './view-store.ts';

/** The application's menu as things stand: every command by group, those on a selection only where they are for what is selected. */
export function appMenu(): AppMenu {
  return COMMAND_GROUPS.map(menuGroup).filter(({ sections }) => sections.length > 0);
}

/** One group of the menu as things stand. */
export function menuGroup(group: CommandGroup): MenuGroup {
  const sections = new Map<string, MenuEntry[]>();
  for (const id of COMMAND_IDS) {
    const command: Command = COMMANDS[id];
    if (command.group !== group || !isForSelection(command)) continue;
    const section = sectionOf(id);
    sections.set(section, [...(sections.get(section) ?? []), menuEntry(id, command)]);
  }
  return { label: group, sections: [...sections.values()] };
}

/** What a command is called in menus and lists. */
export function menuLabel({ label, menuLabel: own }: Command): string {
  return own ?? label;
}

/** Commands whose ids begin alike stand together. */
function sectionOf(id: CommandId): string {
  return id.split('.')[0] ?? '';
}

function isForSelection({ on }: Command): boolean {
  const selection = selected();
  return !on || (selection !== null && on.includes(selection.kind));
}

function menuEntry(id: CommandId, command: Command): MenuEntry {
  return {
    command: id,
    label: menuLabel(command),
    shortcuts: [...shortcutsOf(id, command)],
    enabled: command.enabled(),
    checked: command.isOn?.() ?? null,
    choices: command.choices?.() ?? null,
  };
}
