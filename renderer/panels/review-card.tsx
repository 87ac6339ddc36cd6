import { useId, useState, type KeyboardEvent } from 'react';
import type { ReviewItem } from '../../shared/answers.ts';
import { MarkedSentence } from '../parts/marked-sentence.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { activate, answerDifferent, answerSame, skipItem } from '../state/review-store.ts';
import { counted, likelihoodInWords } from '../state/words.ts';

interface Props {
  item: ReviewItem;
  /** The active card is unfolded, and takes the keys. */
  isActive: boolean;
  /** Called before the card goes: the focus then belongs on the next one. */
  onDecided: () => void;
}

/** Two names, or a concept and one of its wordings: are they one? */
export function ReviewCard({ item, isActive, onDecided }: Props) {
  const [into, setInto] = useState(() => moreUsed(item));
  const [evidence, setEvidence] = useState<'folded' | 'open'>('folded');
  const second = item.other?.label ?? item.wording ?? '';
  const decide = (work: () => void) => {
    onDecided();
    work();
  };
  const same = () => decide(() => void answerSame(item, into));
  const different = () => decide(() => void answerDifferent(item));
  const toggle = () => setEvidence(evidence === 'open' ? 'folded' : 'open');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnCard = event.target === event.currentTarget;
    const key = event.key.toLowerCase();
    if (key === 's') same();
    else if (key === 'd') different();
    else if (key === 'enter' && isOnCard) toggle();
    else return;
    event.preventDefault();
  };
  return (
    // A card takes the keys of its buttons, so that one can decide without going to them.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div role="group" className={`review-card ${isActive ? 'is-active' : ''}`} aria-label={`“${item.concept.label}” and “${second}”`} tabIndex={isActive ? 0 : -1} onKeyDown={onKeyDown} onFocus={() => activate(item.id)} onClick={() => activate(item.id)}>
      {isActive ? <Names item={item} into={into} onInto={setInto} /> : <p className="review-names">{item.concept.label}<span className="review-and"> / </span>{second}</p>}
      {isActive && (
        <>
          <p className="review-reason">{item.reason}</p>
          <div className="review-likelihood">
            <span>{likelihoodInWords(item.likelihood)}</span>
            <ShareBar part={item.likelihood} says="Likelihood" />
          </div>
          <div className="review-buttons">
            <button type="button" className="button small" title="S" onClick={same}>Same</button>
            <button type="button" className="button small" title="D" onClick={different}>Different</button>
            <button type="button" className="button quiet small" onClick={() => decide(() => skipItem(item))}>Skip</button>
          </div>
          <Evidence item={item} state={evidence} onToggle={toggle} />
        </>
      )}
    </div>
  );
}

/** Both names; of two concepts the one that stays is chosen. */
function Names({ item: { concept, other, wording }, into, onInto }: { item: ReviewItem; into: string; onInto: (id: string) => void }) {
  const group = useId();
  if (other === null) return <p className="review-names">“{wording}” <span className="review-and">counts as</span> “{concept.label}” <span className="note">{counted(concept.papers, 'paper')}</span></p>;
  return (
    <fieldset className="review-choice">
      <legend className="visually-hidden">Name that stays if they are the same</legend>
      {[concept, other].map(({ id, label, papers }) => (
        <label key={id} className="check" title="The name that stays if they are the same">
          <input type="radio" name={group} checked={id === into} onChange={() => onInto(id)} />
          <span className="review-name">{label}</span>
          <span className="note">{counted(papers, 'paper')}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Evidence({ item: { evidence }, state, onToggle }: { item: ReviewItem; state: 'folded' | 'open'; onToggle: () => void }) {
  const id = useId();
  if (evidence.length === 0) return null;
  return (
    <div className="review-evidence">
      <button type="button" className="text-button" aria-expanded={state === 'open'} aria-controls={id} onClick={onToggle}>{state === 'open' ? 'Hide the sentences' : `Show ${counted(evidence.length, 'sentence')}`}</button>
      <div id={id}>
        {state === 'open' && evidence.map((sentence) => <p key={`${sentence.paper} ${sentence.start} ${sentence.text}`} className="sentence"><MarkedSentence sentence={sentence} /></p>)}
      </div>
    </div>
  );
}

/** The name that more papers use. */
function moreUsed({ concept, other }: ReviewItem): string {
  return other !== null && other.papers > concept.papers ? other.id : concept.id;
}
