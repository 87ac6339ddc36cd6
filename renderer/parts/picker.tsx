// The combobox pattern of ARIA has no tags of its own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { FileText } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { findOptions, type PickerOption } from '../state/picker-search.ts';
import { counted } from '../state/words.ts';
import { TopicDot } from './topic-dot.tsx';
import './picker.css';

/** More are found by typing. */
const MOST_SHOWN = 60;

interface Props<Option extends PickerOption> {
  label: string;
  placeholder: string;
  options: readonly Option[];
  /** Said where nothing fits what was typed. */
  none: string;
  /** With `form` the user may be done: Enter on nothing typed or pointed at is the form's. */
  enter?: 'picks' | 'form';
  onPick: (option: Option) => void;
}

/** A field with the list of what can be picked beneath it: typing narrows it, arrows move, Enter picks. Focused first in a dialog. */
export function Picker<Option extends PickerOption>({ label, placeholder, options, none, enter = 'picks', onPick }: Props<Option>) {
  const [typed, setTyped] = useState('');
  /** Place of the option that Enter picks; null for the first, where Enter picks. */
  const [active, setActive] = useState<number | null>(null);
  const listId = useId();
  const shown = findOptions(options, typed, MOST_SHOWN);
  const first = enter === 'form' && typed.trim() === '' ? -1 : 0;
  const at = Math.min(active ?? first, shown.length - 1);
  const pick = (option: Option | undefined) => {
    if (!option) return;
    setTyped('');
    setActive(null);
    onPick(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by !== undefined && shown.length > 0) setActive((Math.max(at, by < 0 ? 0 : -1) + by + shown.length) % shown.length);
    else if (event.key === 'Enter' && (enter === 'picks' || at >= 0)) pick(shown[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="picker">
      <input
        className="text-field"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={shown[at] ? `${listId}-${at}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          setActive(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className="picker-list">
        {shown.map((option, place) => <PickerRow key={option.id} id={`${listId}-${place}`} option={option} isActive={place === at} onPoint={() => setActive(place)} onPick={() => pick(option)} />)}
      </div>
      {shown.length === 0 && <p className="picker-none">{none}</p>}
      <span className="visually-hidden" aria-live="polite">{typed.trim() === '' ? '' : `${counted(shown.length, 'name')} found`}</span>
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

interface RowProps {
  id: string;
  option: PickerOption;
  isActive: boolean;
  onPoint: () => void;
  onPick: () => void;
}

function PickerRow({ id, option: { label, about, colour, kind }, isActive, onPoint, onPick }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // The keyboard reaches options through the field, which stays focused.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div ref={row} id={id} role="option" aria-selected={isActive} className="picker-option" onMouseDown={(event) => event.preventDefault()} onMouseMove={onPoint} onClick={onPick}>
      {kind === 'paper' ? <FileText size={14} aria-hidden /> : colour !== undefined && <TopicDot position={colour} />}
      <span className="picker-label">{label}{kind === 'topic' && <span className="visually-hidden">, topic</span>}</span>
      {about !== undefined && <span className="picker-about">{about}</span>}
    </div>
  );
}
