// The combobox pattern of ARIA has no tags of its own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Modal } from '@mantine/core';
import { Check, Command as CommandIcon } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { runCommand } from '../state/commands.ts';
import { closeDialog, useDialog } from '../state/dialog-store.ts';
import { groupEntries, paletteEntries, rankEntries, type PaletteEntry, type PaletteGroup } from '../state/palette.ts';
import { recentCommands, rememberCommand } from '../state/recent-commands.ts';
import { useAppState } from '../state/use-app-state.ts';
import './command-palette.css';

/** Every command by a few letters of its name. What had the focus has it again afterwards, before a command runs. */
export function CommandPalette() {
  const isOpen = useDialog(({ kind }) => kind === 'commands');
  const before = useRef<Element | null>(null);
  useEffect(() => useDialog.subscribe((now, last) => {
    if (now.kind === 'commands' && last.kind !== 'commands') before.current = document.activeElement;
  }), []);
  const leave = (entry: PaletteEntry | null) => {
    closeDialog();
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    if (!entry) return;
    rememberCommand(entry.id);
    runCommand(entry.id, entry.argument ?? undefined);
  };
  return (
    <Modal.Root
      className="palette"
      opened={isOpen}
      onClose={() => leave(null)}
      returnFocus={false}
      lockScroll={false}
      size={600}
      centered={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.25} />
      <Modal.Content aria-label="Commands" radius={10}>
        <Modal.Body><PaletteList onLeave={leave} /></Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteList({ onLeave }: { onLeave: (entry: PaletteEntry | null) => void }) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  /** At once, so that no letter typed right after the shortcut is lost. */
  useLayoutEffect(() => field.current?.focus(), []);
  useAppState();
  const recent = useMemo(() => recentCommands(), []);
  const groups = typed.trim() === '' ? groupEntries(paletteEntries(), recent) : rankEntries(paletteEntries(), typed, recent);
  const entries = groups.flatMap((group) => group.entries.map(({ entry }) => entry));
  const choose = (entry: PaletteEntry | undefined) => {
    if (entry && entry.blocked === null) onLeave(entry);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move && entries.length > 0) setActive(move(active, entries.length));
    else if (event.key === 'Enter') choose(entries[active]);
    else return;
    event.preventDefault();
  };
  const optionId = (position: number) => `${listId}-${position}`;
  return (
    <>
      <div className="palette-field">
        <CommandIcon size={16} aria-hidden />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label="Find a command"
          aria-autocomplete="list"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={entries.length > 0 ? optionId(active) : undefined}
          placeholder="What do you want to do?"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label="Commands" className="palette-list">
        <PaletteOptions groups={groups} active={active} optionId={optionId} onPoint={setActive} onChoose={choose} />
      </div>
      {entries.length === 0 && <p className="palette-nothing">No command answers to “{typed.trim()}”. Papers and concepts are found by the search in the top bar.</p>}
      <span className="visually-hidden" aria-live="polite">{`${entries.length} commands`}</span>
    </>
  );
}

const PAGE = 8;

const MOVES: Record<string, (active: number, count: number) => number> = {
  ArrowDown: (active, count) => (active + 1) % count,
  ArrowUp: (active, count) => (active + count - 1) % count,
  PageDown: (active, count) => Math.min(count - 1, active + PAGE),
  PageUp: (active) => Math.max(0, active - PAGE),
};

interface OptionsProps {
  groups: readonly PaletteGroup[];
  active: number;
  optionId: (position: number) => string;
  onPoint: (position: number) => void;
  onChoose: (entry: PaletteEntry) => void;
}

function PaletteOptions({ groups, active, optionId, onPoint, onChoose }: OptionsProps) {
  const starts = groups.map((_, position) => groups.slice(0, position).reduce((sum, { entries }) => sum + entries.length, 0));
  return groups.map(({ title, entries }, place) => (
    <div key={title} role="group" aria-label={title}>
      <div className="palette-group" aria-hidden>{title}</div>
      {entries.map(({ entry, marks }, position) => {
        const at = (starts[place] ?? 0) + position;
        return <PaletteOption key={entry.key} id={optionId(at)} entry={entry} marks={marks} isActive={at === active} onPoint={() => onPoint(at)} onChoose={() => onChoose(entry)} />;
      })}
    </div>
  ));
}

interface OptionProps {
  id: string;
  entry: PaletteEntry;
  marks: readonly [number, number][];
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function PaletteOption({ id, entry, marks, isActive, onPoint, onChoose }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // The keyboard reaches options through the field, which stays focused.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div ref={row} id={id} role="option" aria-selected={isActive} aria-disabled={entry.blocked !== null} className="palette-option" onMouseDown={(event) => event.preventDefault()} onMouseMove={onPoint} onClick={onChoose}>
      <span className="palette-label"><Marked text={entry.label} marks={marks} /></span>
      <span className="palette-hint">{entry.blocked ?? entry.hint}</span>
      {entry.checked === true && <Check size={14} aria-label="On" />}
      {entry.shortcut !== null && <kbd>{entry.shortcut}</kbd>}
    </div>
  );
}

function Marked({ text, marks }: { text: string; marks: readonly [number, number][] }) {
  const parts = marks.flatMap(([from, to], position) => [
    text.slice(marks[position - 1]?.[1] ?? 0, from),
    <b key={from}>{text.slice(from, to)}</b>,
  ]);
  return <>{parts}{text.slice(marks.at(-1)?.[1] ?? 0)}</>;
}
