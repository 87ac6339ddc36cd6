// The combobox pattern of ARIA has no tags of its own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { FileText } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { findCandidates, type Candidate } from '../state/candidates.ts';
import type { MapIndex } from '../state/map-index.ts';
import { counted } from '../state/words.ts';
import { TopicDot } from './topic-dot.tsx';
import './pick-field.css';

const MOST_SHOWN = 60;

interface Props {
  label: string;
  placeholder: string;
  candidates: readonly Candidate[];
  index: MapIndex;
  onPick: (candidate: Candidate) => void;
}

/** A field that finds papers and topics by their names, with the list of what is found beneath it. Arrows and Enter, or a click, pick one. */
export function PickField({ label, placeholder, candidates, index, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const found = findCandidates(candidates, typed, MOST_SHOWN);
  const optionId = (at: number) => `${listId}-${at}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[active];
    if (event.key === 'Enter' && chosen) onPick(chosen);
    else if (event.key in MOVES && found.length > 0) setActive(MOVES[event.key]?.(active, found.length) ?? active);
    else return;
    event.preventDefault();
  };
  return (
    <div className="pick">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        className="text-field"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Found" className="pick-list">
        {found.map((candidate, at) => (
          <PickOption key={`${candidate.kind} ${candidate.id}`} id={optionId(at)} candidate={candidate} isActive={at === active} index={index} onPoint={() => setActive(at)} onPick={() => onPick(candidate)} />
        ))}
      </div>
      {found.length === 0 && <p className="note pick-nothing">Nothing found for “{typed.trim()}”. Try fewer or other words.</p>}
      <span className="visually-hidden" aria-live="polite">{typed.trim() === '' ? '' : `${counted(found.length, 'name')} found`}</span>
    </div>
  );
}

const MOVES: Record<string, (active: number, count: number) => number> = {
  ArrowDown: (active, count) => (active + 1) % count,
  ArrowUp: (active, count) => (active + count - 1) % count,
};

interface OptionProps {
  id: string;
  candidate: Candidate;
  isActive: boolean;
  index: MapIndex;
  onPoint: () => void;
  onPick: () => void;
}

function PickOption({ id, candidate: { kind, id: of, label, note }, isActive, index, onPoint, onPick }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const topic = kind === 'topic' ? of : (index.papers.get(of)?.topic ?? null);
  return (
    // The keyboard reaches options through the field, which stays focused.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div ref={row} id={id} role="option" aria-selected={isActive} className="pick-option" onMouseDown={(event) => event.preventDefault()} onMouseMove={onPoint} onClick={onPick}>
      {kind === 'paper' ? <FileText size={14} aria-hidden /> : <TopicDot position={index.topicPosition(topic)} />}
      <span className="pick-label">{label}{kind === 'topic' && <span className="visually-hidden">, topic</span>}</span>
      <span className="note">{note}</span>
    </div>
  );
}
