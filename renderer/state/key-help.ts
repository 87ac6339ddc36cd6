import { menuLabel } from './app-menu.ts';
import { COMMAND_GROUPS } from './commands/command.ts';
import { COMMAND_IDS, COMMANDS, type Command } from './commands.ts';
import { shortcutsOf } from './desktop-shortcuts.ts';
import { isMac } from './host-store.ts';
import { shortcutInWords } from './shortcuts.ts';

/** What keys do, each of them alone, or a movement of the mouse. */
export interface KeyHelp {
  says: string;
  keys: readonly string[];
  mouse?: string;
}

export interface KeyHelpGroup {
  title: string;
  rows: readonly KeyHelp[];
}

/** Keys of parts of the window, while these have the focus. Written as isShortcut reads them. */
const PART_KEYS: readonly KeyHelpGroup[] = [
  {
    title: 'On the map',
    rows: [
      { says: 'Walk to the next paper in that direction', keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'] },
      { says: 'Go to the paper with the most links', keys: ['Home'] },
      { says: 'Select', keys: ['Enter', ' '] },
      { says: 'Move the map', keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
      { says: 'Let go of the selection', keys: ['Escape'] },
    ],
  },
  {
    title: 'In the outline and in lists',
    rows: [
      { says: 'Up and down', keys: ['ArrowUp', 'ArrowDown'] },
      { says: 'Open and close a topic', keys: ['ArrowRight', 'ArrowLeft'] },
      { says: 'Rename a topic in the list of topics', keys: ['F2'] },
    ],
  },
];

/** What the mouse does on the map. */
const MOUSE: KeyHelpGroup = {
  title: 'With the mouse',
  rows: [
    { says: 'Move the map', keys: [], mouse: 'Drag the ground' },
    { says: 'Zoom', keys: [], mouse: 'Wheel or pinch' },
    { says: 'See why two papers are related', keys: [], mouse: 'Click a line' },
    { says: 'Put a paper elsewhere', keys: [], mouse: 'Drag it' },
    { says: 'Rename a topic', keys: [], mouse: 'Double-click in the list' },
    { says: 'Back and forward', keys: [], mouse: 'Side buttons' },
  ],
};

/** All keys: those of commands by group, those of parts of the window, and what the mouse does. Of keys as the user's keyboard has them. */
export function keyHelp(): KeyHelpGroup[] {
  const commands = COMMAND_GROUPS.map((title) => ({ title, rows: COMMAND_IDS.filter((id) => COMMANDS[id].group === title).flatMap((id) => commandRow(COMMANDS[id], shortcutsOf(id, COMMANDS[id]))) }));
  const parts = PART_KEYS.map(({ title, rows }) => ({ title, rows: rows.map(({ says, keys }) => ({ says, keys: keys.map(inWords) })) }));
  return [...commands, ...parts, MOUSE].filter(({ rows }) => rows.length > 0);
}

/** The groups with only the rows that hold all words typed. */
export function findKeys(groups: readonly KeyHelpGroup[], typed: string): KeyHelpGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const holds = (title: string, { says, keys, mouse = '' }: KeyHelp) => words.every((word) => `${title} ${says} ${keys.join(' ')} ${mouse}`.toLowerCase().includes(word));
  return groups.map(({ title, rows }) => ({ title, rows: rows.filter((row) => holds(title, row)) })).filter(({ rows }) => rows.length > 0);
}

const inWords = (shortcut: string) => shortcutInWords(shortcut, isMac());

function commandRow(command: Command, shortcuts: readonly string[]): KeyHelp[] {
  return shortcuts.length === 0 ? [] : [{ says: menuLabel(command).replace('…', ''), keys: shortcuts.map(inWords) }];
}
