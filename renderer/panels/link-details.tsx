import type { LinkExplanation, MentionSentence } from '../../shared/contract.ts';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { TopicDot, useTopicStyle } from '../parts/topic-dot.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { useReply } from '../state/use-reply.ts';
import { asPercent, strengthInWords } from '../state/words.ts';

const SENTENCES_SHOWN = 2;

/** Why two papers are linked: the concepts they share, each with its part in the link and the sentences that it rests on. */
export function LinkDetails({ source, target, index }: { source: string; target: string; index: MapIndex }) {
  const reply = useReply('link.explain', { source, target });
  return (
    <section className="detail-article" aria-label="Why related">
      <h2 className="detail-title is-small">Why these two papers are related</h2>
      <ol className="pair">
        {[source, target].map((id, at) => <PairPaper key={id} id={id} letter={at === 0 ? 'A' : 'B'} index={index} />)}
      </ol>
      {reply === null && <div className="skeleton" aria-hidden><i /><i /><i /></div>}
      {reply && !reply.ok && <p className="note">{reply.failure.message}</p>}
      {reply?.ok && <Explanation explanation={reply.value} index={index} />}
    </section>
  );
}

function PairPaper({ id, letter, index }: { id: string; letter: 'A' | 'B'; index: MapIndex }) {
  const paper = index.papers.get(id);
  return (
    <li className="pair-paper">
      <span className="pair-letter" aria-hidden>{letter}</span>
      <TopicDot position={index.topicPosition(paper?.topic ?? null)} />
      <button type="button" className="paper-title" onClick={() => goTo({ kind: 'paper', id })}>{paper?.title ?? id}</button>
    </li>
  );
}

function Explanation({ explanation: { weight, because }, index }: { explanation: LinkExplanation; index: MapIndex }) {
  return (
    <>
      <div className="strength">
        <span className="strength-words">{strengthInWords(weight)}</span>
        <ShareBar part={weight} says="Strength" />
        <span className="strength-number">{weight.toFixed(2)} of 1</span>
      </div>
      <h3 className="section-title">Shared concepts</h3>
      <ol className="because-list">
        {because.map((shared) => <Because key={`${shared.id} ${shared.near?.id ?? ''}`} shared={shared} index={index} />)}
      </ol>
    </>
  );
}

function Because({ shared: { id, near, share, source, target }, index }: { shared: LinkExplanation['because'][number]; index: MapIndex }) {
  const style = useTopicStyle(index.topicPosition(index.concepts.get(id)?.topic ?? null));
  return (
    <li className="because" style={style}>
      <div className="because-head">
        <ConceptChip id={id} index={index} />
        {near && <span className="note" aria-hidden>~</span>}
        {near && <ConceptChip id={near.id} index={index} />}
        <ShareBar part={share} says="Share of the link" />
        <span className="because-share" aria-hidden>{asPercent(share)}</span>
      </div>
      {near && <p className="note">{companyInWords(near)}</p>}
      <div className="because-sides">
        <Sentences letter="A" sentences={source} />
        <Sentences letter="B" sentences={target} />
      </div>
    </li>
  );
}

function companyInWords({ company }: { company: readonly string[] }): string {
  const others = company.length > 0 ? `: ${company.join(', ')}` : '';
  return `Not the same concept, but papers name these two along with the same others${others}.`;
}

function Sentences({ letter, sentences }: { letter: 'A' | 'B'; sentences: readonly MentionSentence[] }) {
  return (
    <div className="because-side">
      <span className="pair-letter" title={`Paper ${letter}`}>{letter}</span>
      <div>
        {sentences.length === 0 && <p className="note">No sentence to show.</p>}
        {sentences.slice(0, SENTENCES_SHOWN).map((sentence) => (
          <p key={`${sentence.field} ${sentence.start} ${sentence.text}`} className="sentence"><MarkedSentence sentence={sentence} /></p>
        ))}
      </div>
    </div>
  );
}

/** A sentence with the mention in it marked. */
export function MarkedSentence({ sentence: { text, start, end } }: { sentence: MentionSentence }) {
  return <>{text.slice(0, start)}<mark>{text.slice(start, end)}</mark>{text.slice(end)}</>;
}
