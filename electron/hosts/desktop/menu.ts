import type { MenuItemConstructorOptions } from 'electron';
import type { AppMenu, MenuEntry, MenuGroup } from '../../../shared/app-menu.ts';
import { APP_NAME } from '../app-identity.ts';

/** Runs a command of the page; `argument` is what was chosen, for commands that take something. */
export type RunCommand = (command: string, argument?: string) => void;

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** Menus that every app has, whether or not the page has commands for them; Help is the last. */
const FIRST_GROUPS = ['File', 'Edit', 'View'];
const LAST_GROUP = 'Help';

/** The application menu, as Electron takes it: the page's commands by group, with what is the system's. */
export function menuTemplate(platform: NodeJS.Platform, menu: AppMenu, run: RunCommand): MenuItemConstructorOptions[] {
  const others = menu.map(({ label }) => label).filter((label) => !FIRST_GROUPS.includes(label) && label !== LAST_GROUP);
  const groups = [...FIRST_GROUPS, ...others, LAST_GROUP].map((name) => menu.find(({ label }) => label === name) ?? { label: name, sections: [] });
  const items = groups.map((group) => groupItem(group, platform, run));
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...items.slice(0, -1), { role: 'windowMenu' }, ...items.slice(-1)] : items;
}

function groupItem(group: MenuGroup, platform: NodeJS.Platform, run: RunCommand): MenuItemConstructorOptions {
  const sections = [...group.sections.map((section) => section.map((entry) => entryItem(entry, run))), ...systemSections(group.label, platform)];
  return { label: `&${group.label}`, submenu: parted(sections), ...(group.label === LAST_GROUP ? { role: 'help' } : {}) };
}

/** What the system does in a menu of this name. */
function systemSections(name: string, platform: NodeJS.Platform): MenuItemConstructorOptions[][] {
  switch (name) {
    case 'File':
      return [[{ role: 'close' }, ...(platform === 'darwin' ? [] : [{ role: 'quit', accelerator: 'CmdOrCtrl+Q' } as const])]];
    case 'Edit':
      return [[{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]];
    case 'View':
      return [[{ role: 'togglefullscreen' }]];
    case 'Help':
      return [[{ role: 'about', label: `About ${APP_NAME}` }]];
    default:
      return [];
  }
}

function parted(sections: readonly MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return sections.filter(({ length }) => length > 0).flatMap((section, position) => (position === 0 ? section : [SEPARATOR, ...section]));
}

function entryItem({ command, label, shortcuts, enabled, checked, choices }: MenuEntry, run: RunCommand): MenuItemConstructorOptions {
  if (choices) {
    const items = choices.map((choice): MenuItemConstructorOptions => ({ label: choice.label, sublabel: choice.about, toolTip: choice.about, click: () => run(command, choice.argument) }));
    return { id: command, label, enabled: enabled && items.length > 0, submenu: items };
  }
  const accelerator = acceleratorOf(shortcuts);
  return { id: command, label, enabled, click: () => run(command), ...(checked === null ? {} : { type: 'checkbox', checked }), ...(accelerator === null ? {} : { accelerator }) };
}

const KEY_NAMES: Record<string, string> = { ArrowLeft: 'Left', ArrowRight: 'Right', ArrowUp: 'Up', ArrowDown: 'Down' };

/** The first shortcut that may be the system's, as Electron writes it: a key without Ctrl, Command or Alt would be lost to text fields. */
function acceleratorOf(shortcuts: readonly string[]): string | null {
  const fitting = shortcuts.find((shortcut) => /^(Mod|Alt)\+/.test(shortcut) || /^F\d+$/.test(shortcut));
  if (fitting === undefined) return null;
  return fitting.split('+').map((name) => (name === 'Mod' ? 'CmdOrCtrl' : (KEY_NAMES[name] ?? name))).join('+');
}
