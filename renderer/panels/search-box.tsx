// The combobox pattern of ARIA has no tags of its own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Search, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { graphViewHandle } from '../state/graph-view-handle.ts';
import { goTo } from '../state/navigation.ts';
import { rememberSearch, useRecentSearches } from '../state/recent-searches.ts';
import { registerSearchField } from '../state/search-focus.ts';
import { searchGroups, type SearchOption } from '../state/search-options.ts';
import { dropDraft, endSearch, keepSearch, prepareSearch, searchFor, useSearch } from '../state/search-store.ts';
import { useCommand } from '../state/use-command.ts';
import { counted } from '../state/words.ts';
import { SearchResults } from './search-results.tsx';

/** Search over papers, concepts and topics: a field with a list that follows what is typed. */
export function SearchBox({ disabled }: { disabled: boolean }) {
  const { query, result } = useSearch();
  const recent = useRecentSearches(({ texts }) => texts);
  const [popup, setPopup] = useState<'open' | 'closed'>('closed');
  /** Place of the option that the arrow keys have reached; -1 before the first. */
  const [active, setActive] = useState(-1);
  const listId = useId();
  const { shortcut } = useCommand('search.focus');
  const groups = searchGroups(query, result, recent);
  const options = groups.flatMap((group) => group.options);
  const isOpen = popup === 'open' && (query.trim() === '' ? recent.length > 0 : result !== null);
  const optionId = (place: number) => `${listId}-${place}`;

  const type = (text: string) => {
    setActive(-1);
    setPopup('open');
    searchFor(text);
  };
  const keep = () => {
    setPopup('closed');
    setActive(-1);
    keepSearch();
  };
  const choose = (option: SearchOption) => {
    if (option.kind === 'recent') return type(option.text);
    if (option.kind === 'keep') return keep();
    setPopup('closed');
    setActive(-1);
    rememberSearch(query.trim());
    dropDraft();
    goTo({ kind: option.hit.kind, id: option.hit.id });
    return undefined;
  };
  const leave = () => {
    if (isOpen) setPopup('closed');
    else if (query !== '') endSearch();
    else graphViewHandle.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const chosen = isOpen ? options[active] : undefined;
    if (move && options.length > 0) {
      setPopup('open');
      setActive(move(active, options.length));
    } else if (event.key === 'Enter' && chosen) {
      choose(chosen);
      // The keys that do something with what was found are waited for on the map, not in the field.
      if (chosen.kind === 'hit') graphViewHandle.current?.focus();
    } else if (event.key === 'Enter') {
      keep();
    } else if (event.key === 'Escape') {
      leave();
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
        placeholder="Search papers, authors, concepts"
        autoComplete="off"
        spellCheck={false}
        className="text-field search-field"
        disabled={disabled}
        value={query}
        onChange={(event) => type(event.currentTarget.value)}
        onClick={() => setPopup('open')}
        onFocus={() => {
          prepareSearch();
          setPopup('open');
        }}
        onBlur={() => {
          setPopup('closed');
          setActive(-1);
          keepSearch();
        }}
        onKeyDown={onKeyDown}
      />
      {query === '' ? (
        <kbd className="search-hint" aria-hidden>{shortcut}</kbd>
      ) : (
        <button type="button" className="search-clear" aria-label="Clear the search" onMouseDown={(event) => event.preventDefault()} onClick={endSearch}>
          <X size={14} aria-hidden />
        </button>
      )}
      <SearchResults id={listId} isOpen={isOpen} groups={groups} query={query} result={result} active={active} optionId={optionId} onPoint={setActive} onChoose={choose} />
      <span className="visually-hidden" aria-live="polite">{isOpen && query.trim() !== '' && result ? foundInWords(result.paperIds.size, result.concepts.length + result.topics.length) : ''}</span>
    </search>
  );
}

const MOVES: Record<string, (active: number, count: number) => number> = {
  ArrowDown: (active, count) => (active + 1) % count,
  ArrowUp: (active, count) => (Math.max(0, active) + count - 1) % count,
};

function foundInWords(papers: number, others: number): string {
  if (papers + others === 0) return 'Nothing found';
  return `${counted(papers, 'paper')} found${others > 0 ? `, ${counted(others, 'concept or topic', 'concepts and topics')}` : ''}`;
}
