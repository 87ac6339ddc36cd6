// The combobox pattern of ARIA has no tags of its own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Clock, FileText, ListFilter, Shapes, Tag, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { cutAtMarks, type TextRange } from '../state/mark-terms.ts';
import { forgetSearches } from '../state/recent-searches.ts';
import type { SearchHit, SearchResult } from '../state/search-index.ts';
import type { SearchGroup, SearchOption } from '../state/search-options.ts';
import { counted } from '../state/words.ts';
import './search-results.css';

interface Props {
  id: string;
  isOpen: boolean;
  groups: readonly SearchGroup[];
  query: string;
  result: SearchResult | null;
  active: number;
  optionId: (place: number) => string;
  onPoint: (place: number) => void;
  onChoose: (option: SearchOption) => void;
}

/** What a search found, beneath its field, which keeps the focus. */
export function SearchResults({ id, isOpen, groups, query, result, active, optionId, onPoint, onChoose }: Props) {
  const isSearching = query.trim() !== '';
  return (
    // What scrolls is a stop for Tab in some browsers; here the arrows move, from the field.
    <div className={`search-popup ${isOpen ? '' : 'is-closed'}`} tabIndex={-1}>
      {isOpen && isSearching && result?.corrected != null && <p className="search-note">Corrected to <b>{result.corrected}</b></p>}
      <div id={id} role="listbox" aria-label={isSearching ? 'Found' : 'Recent searches'}>
        {isOpen && groups.map(({ title, options, from }) => (
          <div key={title} role="group" aria-label={title} className={title === 'All' ? 'search-all' : ''}>
            {title !== 'All' && <div className="search-group" aria-hidden>{title}</div>}
            {options.map((option, at) => (
              <Line key={keyOf(option)} id={optionId(from + at)} isActive={from + at === active} onPoint={() => onPoint(from + at)} onChoose={() => onChoose(option)}>
                <Option option={option} />
              </Line>
            ))}
          </div>
        ))}
      </div>
      {isOpen && isSearching && groups.length === 0 && (
        <p className="search-nothing">Nothing found for “{query.trim()}”. Try fewer words, the beginning of a word, or an author’s last name.</p>
      )}
      {isOpen && !isSearching && (
        <button type="button" className="text-button search-forget" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={forgetSearches}>
          Forget these
        </button>
      )}
    </div>
  );
}

function keyOf(option: SearchOption): string {
  if (option.kind === 'hit') return `${option.hit.kind} ${option.hit.id}`;
  return option.kind === 'recent' ? option.text : option.kind;
}

const ICONS: Record<SearchHit['kind'], LucideIcon> = { paper: FileText, concept: Tag, topic: Shapes };
const FROM_WORDS: Record<NonNullable<SearchHit['excerpt']>['from'], string> = { abstract: '', authors: 'By ', keywords: 'Keywords: ', concepts: 'Concepts: ', wording: 'Also: ' };

function Option({ option }: { option: SearchOption }) {
  if (option.kind === 'recent') return <><Clock size={14} aria-hidden /><span className="search-label">{option.text}</span></>;
  if (option.kind === 'keep') return <><ListFilter size={14} aria-hidden /><span className="search-label">Show only {option.papers === 1 ? 'this paper' : `these ${counted(option.papers, 'paper')}`}</span><kbd aria-hidden>↵</kbd></>;
  const { kind, label, marks, excerpt } = option.hit;
  const Icon = ICONS[kind];
  return (
    <>
      <Icon size={14} aria-hidden />
      <span className="search-text">
        <span className="search-label"><Marked text={label} marks={marks} /></span>
        {excerpt && <span className="search-excerpt">{FROM_WORDS[excerpt.from]}<Marked text={excerpt.text} marks={excerpt.marks} /></span>}
      </span>
    </>
  );
}

interface LineProps {
  id: string;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
  children: ReactNode;
}

function Line({ id, isActive, onPoint, onChoose, children }: LineProps) {
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

function Marked({ text, marks }: { text: string; marks: readonly TextRange[] }) {
  return cutAtMarks(text, marks).map((part) => (part.isMarked ? <b key={part.start}>{part.text}</b> : part.text));
}
