import { CircleCheck, Download } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ReviewItem } from '../../shared/answers.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { openDialog } from '../state/dialog-store.ts';
import { useOpenLibrary } from '../state/library-store.ts';
import { activate, loadReview, showSkipped, useReview } from '../state/review-store.ts';
import { ReviewCard } from './review-card.tsx';
import './review.css';

const SHOWN_FIRST = 30;

/** The Review tab: concepts that may be one, or were joined on weak grounds, for the user to decide on. */
export function ReviewPanel({ map }: { map: TopicMap }) {
  const { items, problem, active, skipped } = useReview();
  const answers = useOpenLibrary()?.corrections.map(({ label }) => label).join('\n');
  useEffect(() => void loadReview(), [map, answers]);
  return (
    <section className="review" aria-label="Review">
      <div className="panel-heading">
        <h2 className="panel-name">Same or different? <span className="section-count">{items?.length.toLocaleString('en')}</span></h2>
        {skipped.size > 0 && <button type="button" className="text-button" onClick={() => void showSkipped()}>Show {skipped.size.toLocaleString('en')} skipped</button>}
      </div>
      <div className="review-scroll">
        {problem !== null && <p className="side-hint">{problem}</p>}
        {items === null && problem === null && <p className="side-hint">Looking for names that may mean the same…</p>}
        {items?.length === 0 && <p className="side-hint"><CircleCheck size={16} aria-hidden /><span>Nothing left to decide. Names that may mean the same concept are listed here when papers come in.</span></p>}
        {items && items.length > 0 && <Proposals items={items} active={items.some(({ id }) => id === active) ? active : (items[0]?.id ?? null)} />}
        <Corrections />
      </div>
    </section>
  );
}

function Proposals({ items, active }: { items: readonly ReviewItem[]; active: string | null }) {
  const [shown, setShown] = useState(SHOWN_FIRST);
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useFocusOn(list, active);
  const rest = items.length - shown;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const next = items[items.findIndex(({ id }) => id === active) + by];
    if (!next) return;
    keepFocus();
    activate(next.id);
  };
  return (
    <>
      <p className="review-keys">Arrow keys move, <kbd>S</kbd> same, <kbd>D</kbd> different, <kbd>Enter</kbd> sentences</p>
      {/* The keys are those of the cards inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} className="review-list" aria-label="To decide on" onKeyDown={onKeyDown}>
        {items.slice(0, shown).map((item) => <li key={item.id}><ReviewCard item={item} isActive={item.id === active} onDecided={keepFocus} /></li>)}
      </ul>
      {rest > 0 && <button type="button" className="button quiet small" onClick={() => setShown(shown + SHOWN_FIRST)}>Show more ({rest.toLocaleString('en')} left)</button>}
    </>
  );
}

/** Puts the focus on the active card when it changes after `keepFocus` was called: then the card before had it. */
function useFocusOn(list: { current: HTMLUListElement | null }, active: string | null): () => void {
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isWanted.current) return;
    isWanted.current = false;
    list.current?.querySelector<HTMLElement>('.review-card.is-active')?.focus();
  }, [active, list]);
  return () => {
    isWanted.current = true;
  };
}

/** The corrections in force, the last first. */
function Corrections() {
  const corrections = useOpenLibrary()?.corrections ?? [];
  if (corrections.length === 0) return null;
  return (
    <details className="corrections">
      <summary>Corrections <span className="section-count">{corrections.length.toLocaleString('en')}</span></summary>
      <ol className="correction-list" aria-label="Corrections">
        {corrections.toReversed().map(({ label }, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same may be said twice
          <li key={`${corrections.length - place} ${label}`}>{label}</li>
        ))}
      </ol>
      <button type="button" className="button small" onClick={() => openDialog({ kind: 'export-corrections' })}><Download size={14} aria-hidden />Export as thesaurus…</button>
    </details>
  );
}
