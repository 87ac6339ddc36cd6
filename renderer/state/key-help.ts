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

/** Keys of the map, while it has the focus. Written as isShortcut reads them. */
export const MAP_KEYS: KeyHelpGroup = {
  title: 'On the map',
  rows: [
    { says: 'Walk to the next paper that way', keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'] },
    { says: 'Go to the paper with the most links', keys: ['Home'] },
    { says: 'Select', keys: ['Enter', ' '] },
    { says: 'Choose one more, or one less', keys: ['x', 'Shift+ '] },
    { says: 'Open its menu', keys: ['Shift+F10', 'ContextMenu'] },
    { says: 'Move the map', keys: ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowRight'] },
    { says: 'Let go of the selection', keys: ['Escape'] },
  ],
};

/** Keys of other parts of the window, while these have the focus. */
const PART_KEYS: readonly KeyHelpGroup[] = [
  MAP_KEYS,
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
const mouseHelp = (): KeyHelpGroup => ({
  title: 'With the mouse',
  rows: [
    { says: 'Move the map', keys: [], mouse: 'Drag the ground' },
    { says: 'Zoom', keys: [], mouse: 'Wheel or pinch' },
    { says: 'Zoom to a topic, or a step nearer', keys: [], mouse: 'Double-click' },
    { says: 'See why two papers are related', keys: [], mouse: 'Click a line' },
    { says: 'Choose one more, or one less', keys: [], mouse: isMac() ? '⌘ and click' : 'Ctrl and click' },
    { says: 'Choose several', keys: [], mouse: 'Shift and drag a box' },
    { says: 'Open the menu of anything', keys: [], mouse: 'Right-click' },
    { says: 'Put a paper elsewhere', keys: [], mouse: 'Drag it' },
    { says: 'Move papers to another topic', keys: [], mouse: 'Drag them onto it' },
    { says: 'Only put them there', keys: [], mouse: isMac() ? '⌥ while dropping' : 'Alt while dropping' },
    { says: 'Rename a topic', keys: [], mouse: 'Double-click in the list' },
    { says: 'Back and forward', keys: [], mouse: 'Side buttons' },
  ],
});

/** All keys: those of commands by group, those of parts of the window, and what the mouse does. Of keys as the user's keyboard has them. */
export function keyHelp(): KeyHelpGroup[] {
  const commands = COMMAND_GROUPS.map((title) => ({ title, rows: COMMAND_IDS.filter((id) => COMMANDS[id].group === title).flatMap((id) => commandRow(COMMANDS[id], shortcutsOf(id, COMMANDS[id]))) }));
  const parts = PART_KEYS.map(({ title, rows }) => ({ title, rows: rows.map(({ says, keys }) => ({ says, keys: keys.map(inWords) })) }));
  return [...commands, ...parts, mouseHelp()].filter(({ rows }) => rows.length > 0);
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
