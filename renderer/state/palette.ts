import { menuLabel } from './app-menu.ts';
import { COMMAND_GROUPS, type CommandGroup } from './commands/command.ts';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from './commands.ts';
import { shortcutsOf } from './desktop-shortcuts.ts';
import { fuzzyMatch } from './fuzzy-match.ts';
import { isMac } from './host-store.ts';
import { shortcutInWords } from './shortcuts.ts';
import { whyNot } from './why-not.ts';

/** A command, or one of the things it may be given, as the list of commands shows it. */
export interface PaletteEntry {
  key: string;
  id: CommandId;
  argument: string | null;
  label: string;
  group: CommandGroup;
  shortcut: string | null;
  /** What it is for or where it lies, where the label does not say it. */
  hint: string | null;
  /** Whether what it switches is on; null where it switches nothing. */
  checked: boolean | null;
  /** Why it can't run now; null when it can. */
  blocked: string | null;
}

/** An entry that answers to what was typed, with the ranges of its label that matched. */
export interface RankedEntry {
  entry: PaletteEntry;
  marks: [number, number][];
}

export interface PaletteGroup {
  title: string;
  entries: RankedEntry[];
}

/** A match in the group's name or the hint counts this part of one in the label. */
const BESIDE = 0.3;

/** Every command as things stand, those that take something once for each thing they may be given. */
export function paletteEntries(): PaletteEntry[] {
  return COMMAND_GROUPS.flatMap((group) => COMMAND_IDS.filter((id) => COMMANDS[id].group === group).flatMap(entriesOf));
}

/** Entries for an empty field: those used lately, then by group, then those that can't run now. */
export function groupEntries(entries: readonly PaletteEntry[], recent: readonly CommandId[]): PaletteGroup[] {
  const possible = entries.filter(({ blocked }) => blocked === null);
  const lately = recent.flatMap((id) => possible.filter((entry) => entry.id === id && entry.argument === null));
  const rest = possible.filter((entry) => !lately.includes(entry));
  return [
    { title: 'Used lately', entries: lately.map(unmarked) },
    ...COMMAND_GROUPS.map((title) => ({ title, entries: rest.filter(({ group }) => group === title).map(unmarked) })),
    { title: 'Not possible now', entries: entries.filter(({ blocked }) => blocked !== null).map(unmarked) },
  ].filter((group) => group.entries.length > 0);
}

/** Entries that answer to what was typed, best first; of equals the one used lately. Those that can't run now come last. */
export function rankEntries(entries: readonly PaletteEntry[], typed: string, recent: readonly CommandId[]): PaletteGroup[] {
  const ranked = entries.flatMap((entry) => {
    const match = matchOf(entry, typed);
    const lateness = recent.includes(entry.id) ? 1 - recent.indexOf(entry.id) / recent.length : 0;
    return match ? [{ entry, marks: match.marks, score: match.score + lateness }] : [];
  });
  ranked.sort((a, b) => b.score - a.score);
  return [
    { title: 'Commands', entries: ranked.filter(({ entry }) => entry.blocked === null) },
    { title: 'Not possible now', entries: ranked.filter(({ entry }) => entry.blocked !== null) },
  ].filter((group) => group.entries.length > 0);
}

function matchOf({ label, group, hint }: PaletteEntry, typed: string): { score: number; marks: [number, number][] } | null {
  const direct = fuzzyMatch(typed, label);
  if (direct) return direct;
  const beside = fuzzyMatch(typed, `${label} ${group} ${hint ?? ''}`);
  return beside && { score: beside.score * BESIDE, marks: beside.marks.filter(([, end]) => end <= label.length) };
}

const unmarked = (entry: PaletteEntry): RankedEntry => ({ entry, marks: [] });

function entriesOf(id: CommandId): PaletteEntry[] {
  const command: Command = COMMANDS[id];
  const [first] = shortcutsOf(id, command);
  const entry: PaletteEntry = {
    key: id,
    id,
    argument: null,
    label: menuLabel(command),
    group: command.group,
    shortcut: first === undefined ? null : shortcutInWords(first, isMac()),
    hint: command.hint ?? null,
    checked: command.isOn?.() ?? null,
    blocked: command.enabled() ? null : whyNot(command),
  };
  if (!command.choices) return [entry];
  return command.choices().map(({ argument, label, about }) => ({ ...entry, key: `${id} ${argument}`, argument, label: `${entry.label}: ${label}`, hint: about }));
}
