// The combobox pattern of ARIA has no tags of its own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { FileText, Search, Tag, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { graphViewHandle } from '../state/graph-view-handle.ts';
import { goTo } from '../state/navigation.ts';
import { registerSearchField } from '../state/search-focus.ts';
import { foldTerm, type SearchHit } from '../state/search-index.ts';
import { endSearch, prepareSearch, searchFor, useSearch } from '../state/search-store.ts';
import { useCommand } from '../state/use-command.ts';

/** Search over papers and concepts: a field with a list that follows what is typed. */
export function SearchBox({ disabled }: { disabled: boolean }) {
  const { query, result } = useSearch();
  const [popup, setPopup] = useState<'open' | 'closed'>('closed');
  /** Place of the option that the arrow keys have reached; -1 before the first. */
  const [active, setActive] = useState(-1);
  const listId = useId();
  const { shortcut } = useCommand('search.focus');
  const hits = result ? [...result.papers, ...result.concepts] : [];
  const isOpen = popup === 'open' && result !== null;
  const optionId = (position: number) => `${listId}-${position}`;

  const choose = (hit: SearchHit | undefined) => {
    if (!hit) return;
    setPopup('closed');
    endSearch();
    goTo({ kind: hit.kind, id: hit.id });
  };
  const type = (text: string) => {
    setActive(-1);
    setPopup('open');
    searchFor(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move && hits.length > 0) {
      setPopup('open');
      setActive(move(active, hits.length));
    } else if (event.key === 'Enter') {
      choose(hits[Math.max(0, active)]);
    } else if (event.key === 'Escape') {
      if (isOpen) setPopup('closed');
      else if (query !== '') endSearch();
      else graphViewHandle.current?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className="search">
      <Search className="search-icon" size={15} aria-hidden />
      <input
        ref={registerSearchField}
        type="text"
        role="combobox"
        aria-label="Search"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        placeholder="Search papers and concepts"
        autoComplete="off"
        spellCheck={false}
        className="text-field search-field"
        disabled={disabled}
        value={query}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={() => {
          prepareSearch();
          setPopup('open');
        }}
        onBlur={() => setPopup('closed')}
        onKeyDown={onKeyDown}
      />
      {query === '' ? (
        <kbd className="search-hint" aria-hidden>{shortcut}</kbd>
      ) : (
        <button type="button" className="search-clear" aria-label="Clear the search" onClick={endSearch}>
          <X size={14} aria-hidden />
        </button>
      )}
      <div className={`search-popup ${isOpen ? '' : 'is-closed'}`}>
        <div id={listId} role="listbox" aria-label="Found">
          {isOpen && <HitGroup title="Papers" hits={result.papers} from={0} active={active} optionId={optionId} onChoose={choose} onPoint={setActive} />}
          {isOpen && <HitGroup title="Concepts" hits={result.concepts} from={result.papers.length} active={active} optionId={optionId} onChoose={choose} onPoint={setActive} />}
        </div>
        {isOpen && hits.length === 0 && <p className="search-nothing">Nothing found for “{query.trim()}”. Try fewer or other words.</p>}
      </div>
      <span className="visually-hidden" aria-live="polite">{isOpen ? `${hits.length} found` : ''}</span>
    </search>
  );
}

const MOVES: Record<string, (active: number, count: number) => number> = {
  ArrowDown: (active, count) => (active + 1) % count,
  ArrowUp: (active, count) => (Math.max(0, active) + count - 1) % count,
};

interface GroupProps {
  title: string;
  hits: readonly SearchHit[];
  /** Place of the first hit among all options. */
  from: number;
  active: number;
  optionId: (position: number) => string;
  onChoose: (hit: SearchHit) => void;
  onPoint: (position: number) => void;
}

function HitGroup({ title, hits, from, active, optionId, onChoose, onPoint }: GroupProps) {
  if (hits.length === 0) return null;
  const Icon = title === 'Papers' ? FileText : Tag;
  return (
    <div role="group" aria-label={title}>
      <div className="search-group" aria-hidden>{title}</div>
      {hits.map((hit, at) => (
        <Hit key={hit.id} id={optionId(from + at)} isActive={from + at === active} onPoint={() => onPoint(from + at)} onChoose={() => onChoose(hit)}>
          <Icon size={14} aria-hidden />
          <span className="search-label"><Emphasized text={hit.label} terms={hit.terms} /></span>
        </Hit>
      ))}
    </div>
  );
}

interface HitProps {
  id: string;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
  children: React.ReactNode;
}

function Hit({ id, isActive, onPoint, onChoose, children }: HitProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // The keyboard reaches options through the field, which stays focused.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div ref={row} id={id} role="option" aria-selected={isActive} className="search-option" onMouseDown={(event) => event.preventDefault()} onMouseMove={onPoint} onClick={onChoose}>
      {children}
    </div>
  );
}

function Emphasized({ text, terms }: { text: string; terms: readonly string[] }) {
  let at = 0;
  return text.split(/([\p{L}\p{N}]+)/u).map((part) => {
    const start = at;
    at += part.length;
    return terms.includes(foldTerm(part)) ? <b key={start}>{part}</b> : part;
  });
}
