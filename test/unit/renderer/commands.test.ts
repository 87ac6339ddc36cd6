import { beforeEach, describe, expect, it } from 'vitest';
import { mapKey } from '../../../renderer/map/keys.ts';
import { appMenu } from '../../../renderer/state/app-menu.ts';
import { COMMAND_GROUPS } from '../../../renderer/state/commands/command.ts';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from '../../../renderer/state/commands.ts';
import { fuzzyMatch } from '../../../renderer/state/fuzzy-match.ts';
import { findKeys, keyHelp, MAP_KEYS } from '../../../renderer/state/key-help.ts';
import { useLibrary } from '../../../renderer/state/library-store.ts';
import { groupEntries, paletteEntries, rankEntries } from '../../../renderer/state/palette.ts';
import { shortcutInWords } from '../../../renderer/state/shortcuts.ts';
import { setSelection } from '../../../renderer/state/view-store.ts';
import { appMenuSchema } from '../../../shared/app-menu.ts';
import { sampleLibrary } from '../../support/sample-map.ts';

const commandOf = (id: CommandId): Command => COMMANDS[id];
const state = { ...sampleLibrary(20).state, recent: [{ id: 'r1', name: 'Thesis', place: '/home/user/Thesis.atlas', openedAt: '2026-01-01' }] };

beforeEach(() => {
  useLibrary.setState({ kind: 'open', state, loads: 1 }, true);
  setSelection(null);
});

describe('commands are one list', () => {
  it('with a group that menus know, words, and no shortcut twice but on selections of different kinds', () => {
    expect(COMMAND_IDS.filter((id) => !COMMAND_GROUPS.includes(commandOf(id).group) || commandOf(id).label.trim() === '')).toEqual([]);
    const shortcuts = COMMAND_IDS.flatMap((id) => commandOf(id).shortcuts.flatMap((shortcut) => (commandOf(id).on ?? ['']).map((kind) => `${shortcut.toLowerCase()} ${kind}`)));
    const always = new Set(shortcuts.filter((shortcut) => shortcut.endsWith(' ')));
    expect(shortcuts.filter((shortcut) => !shortcut.endsWith(' ') && always.has(`${shortcut.split(' ')[0]} `))).toEqual([]);
    expect(shortcuts.filter((shortcut, position) => shortcuts.indexOf(shortcut) !== position)).toEqual([]);
  });

  it('and no label twice for the same kind of selection, since menus and the list of commands tell them by it', () => {
    const labels = COMMAND_IDS.flatMap((id) => (commandOf(id).on ?? ['']).map((kind) => `${commandOf(id).menuLabel ?? commandOf(id).label} ${kind}`));
    expect(labels.filter((label, position) => labels.indexOf(label) !== position)).toEqual([]);
  });

  it('menus and the list of commands hold each of them once, those on a selection in menus only where they fit it', () => {
    const inMenus = appMenu().flatMap(({ sections }) => sections.flat().map(({ command }) => command));
    const inPalette = paletteEntries().filter(({ argument }) => argument === null || argument === 'r1').map(({ id }) => id);
    expect(inPalette.toSorted()).toEqual(COMMAND_IDS.toSorted());
    expect(inMenus.toSorted()).toEqual(COMMAND_IDS.filter((id) => !commandOf(id).on).toSorted());
    expect(appMenuSchema.safeParse(appMenu()).success).toBe(true);
  });

  it('and agree on what is possible', () => {
    useLibrary.setState({ kind: 'open', state: { ...state, map: null }, loads: 1 }, true);
    const impossible = appMenu().flatMap(({ sections }) => sections.flat()).filter(({ enabled }) => !enabled).map(({ command }) => command);
    const blocked = paletteEntries().filter(({ blocked: why }) => why !== null).map(({ id }) => id);
    expect(impossible).toContain('export.open');
    expect(blocked.filter((id) => !commandOf(id).on).toSorted()).toEqual(impossible.toSorted());
  });
});

describe('the list of commands', () => {
  const labels = (typed: string) => rankEntries(paletteEntries(), typed, []).flatMap(({ entries }) => entries.map(({ entry }) => entry.label));

  it('finds a command by the start of its words, by parts and by letters in order', () => {
    expect(labels('dark')[0]).toBe('Dark theme');
    expect(labels('theme da')[0]).toBe('Dark theme');
    expect(labels('zo in')[0]).toBe('Zoom in');
    expect(labels('ztm')).not.toContain('Zoom in');
    expect(labels('xyzzy')).toEqual([]);
  });

  it('finds recent libraries by name', () => {
    expect(labels('thesis')[0]).toBe('Open recent: Thesis');
  });

  it('shows what was used lately first and what is not possible last, with why', () => {
    const groups = groupEntries(paletteEntries(), ['theme.dark', 'map.fit']);
    expect(groups[0]).toMatchObject({ title: 'Used lately', entries: [{ entry: { id: 'theme.dark' } }, { entry: { id: 'map.fit' } }] });
    expect(groups.at(-1)?.title).toBe('Not possible now');
    expect(groups.at(-1)?.entries.every(({ entry }) => (entry.blocked ?? '').length > 5)).toBe(true);
  });
});

describe('matching by letters', () => {
  it('marks what matched, without regard to case and accents', () => {
    expect(fuzzyMatch('ÉCO', 'Table of economies')?.marks).toEqual([[9, 12]]);
    expect(fuzzyMatch('so da', 'Save as… dark')).toBeNull();
  });

  it('puts the start of a word before the inside of one, and that before letters in order', () => {
    const scores = ['Map', 'Recompute a maps list', 'Remap', 'Make a plan'].map((text) => fuzzyMatch('map', text)?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.at(-1)).toBeGreaterThan(0);
  });
});

describe('the help on keys', () => {
  const press = (shortcut: string) => {
    const names = shortcut.split('+');
    return { key: names.at(-1) ?? '', shiftKey: names.includes('Shift'), ctrlKey: false, altKey: false, metaKey: false };
  };

  it('tells all that keys do on the map, and nothing else', () => {
    const kinds = MAP_KEYS.rows.map(({ keys }) => keys.map((key) => mapKey(press(key))?.kind));
    expect(kinds.filter((row) => new Set(row).size !== 1 || row.includes(undefined))).toEqual([]);
    expect(kinds.map(([kind]) => kind).toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))).toEqual(['choose', 'clear', 'collect', 'home', 'menu', 'pan', 'walk']);
  });

  it('lists every shortcut of every command', () => {
    const told = keyHelp().flatMap(({ rows }) => rows.flatMap(({ keys }) => keys));
    const missing = COMMAND_IDS.flatMap((id) => commandOf(id).shortcuts).filter((shortcut) => !told.includes(shortcutInWords(shortcut, false)));
    expect(missing).toEqual([]);
    expect(findKeys(keyHelp(), 'fit map').flatMap(({ rows }) => rows.map(({ says }) => says))).toEqual(['Fit the map']);
  });
});
