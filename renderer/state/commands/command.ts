import type { MenuChoice } from '../../../shared/app-menu.ts';
import type { Selection } from '../../../shared/settings.ts';
import { openMap } from '../library-store.ts';
import { selected } from '../view-store.ts';

/** Menus and the palette show commands by group, in this order. */
export const COMMAND_GROUPS = ['File', 'Edit', 'View', 'Map', 'Go', 'Selection', 'Help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Parts of a context menu, in this order, with a divider between them. */
export const COMMAND_SECTIONS = ['see', 'relate', 'keep', 'correct', 'export'] as const;
export type CommandSection = (typeof COMMAND_SECTIONS)[number];

/** Something the user can do, wherever they ask for it: toolbar, menus, palette, keyboard or the system's menu. */
export interface Command {
  group: CommandGroup;
  label: string;
  /** As isShortcut reads them; the first is the one shown. */
  shortcuts: readonly string[];
  /** What it is for, in a sentence, where the label does not say it. */
  hint?: string;
  /** The label in menus and lists, where a button's says less: "Import…". */
  menuLabel?: string;
  /** Whether what it switches is on, for commands that switch something. */
  isOn?: () => boolean;
  /** What it may be given, for commands that take something. */
  choices?: () => MenuChoice[];
  /** Kinds of selection it is for: their context menus offer it. */
  on?: readonly Selection['kind'][];
  /** Part of the context menu that it stands in; without one, commands stand together whose ids begin with the same word. */
  section?: CommandSection;
  enabled: () => boolean;
  run: (argument?: string) => void | Promise<void>;
}

/** A command of a group. */
export function command(group: CommandGroup, label: string, shortcuts: readonly string[], enabled: () => boolean, run: Command['run'], hint?: string): Command {
  return { group, label, shortcuts, enabled, run, ...(hint === undefined ? {} : { hint }) };
}

/** A command on what is selected: possible while something of these kinds is, and `enabled` agrees. */
export function selectionCommand(on: readonly Selection['kind'][], label: string, shortcuts: readonly string[], run: (selection: Selection) => void | Promise<void>, enabled: (selection: Selection) => boolean = always): Command {
  const fitting = () => {
    const selection = selected();
    return selection && on.includes(selection.kind) && enabled(selection) ? selection : null;
  };
  return {
    group: 'Selection',
    label,
    shortcuts,
    on,
    enabled: () => hasMap() && fitting() !== null,
    run: () => {
      const selection = fitting();
      return selection ? run(selection) : undefined;
    },
  };
}

export const always = () => true;
export const hasMap = () => openMap() !== null;
