import type { LinkReason, MentionSentence } from '../../shared/details.ts';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { MarkedSentence } from '../parts/marked-sentence.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { useTopicStyle } from '../parts/topic-dot.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { asSmallPercent, listed } from '../state/words.ts';

const SENTENCES_SHOWN = 2;

/** The concepts that two papers share, the largest part first, each with the sentences of both side by side. */
export function LinkReasons({ because, index }: { because: readonly LinkReason[]; index: MapIndex }) {
  const most = because[0]?.share ?? 1;
  return (
    <ol className="because-list" aria-label="Shared concepts">
      {because.map((shared) => <Because key={`${shared.id} ${shared.near?.id ?? ''}`} shared={shared} most={most} index={index} />)}
    </ol>
  );
}

function Because({ shared: { id, label, near, share, source, target }, most, index }: { shared: LinkReason; most: number; index: MapIndex }) {
  const style = useTopicStyle(index.topicPosition(index.concepts.get(id)?.topic ?? null));
  return (
    <li className="because" style={style}>
      <div className="because-head">
        <ConceptChip id={id} index={index} />
        {near && <span className="note"><span className="visually-hidden">close to</span><span aria-hidden>≈</span></span>}
        {near && <ConceptChip id={near.id} index={index} />}
        <ShareBar part={share} most={most} says="Part of the score" />
        <span className="because-share" aria-hidden>{asSmallPercent(share)}</span>
      </div>
      {near && <p className="note">{companyInWords(label, near)}</p>}
      <div className="because-sides">
        <Sentences letter="A" sentences={source} />
        <Sentences letter="B" sentences={target} />
      </div>
    </li>
  );
}

function companyInWords(label: string, { label: other, company }: NonNullable<LinkReason['near']>): string {
  const others = company.length > 0 ? ` such as ${listed(company)}` : '';
  return `“${label}” and “${other}” are two concepts, but papers name both along with the same others${others}.`;
}

function Sentences({ letter, sentences }: { letter: 'A' | 'B'; sentences: readonly MentionSentence[] }) {
  return (
    <div className="because-side">
      <span className="pair-letter" title={`Paper ${letter}`}><span className="visually-hidden">Paper </span>{letter}</span>
      <div>
        {sentences.length === 0 && <p className="note">No sentence to show.</p>}
        {sentences.slice(0, SENTENCES_SHOWN).map((sentence) => (
          <p key={`${sentence.field} ${sentence.start} ${sentence.text}`} className="sentence">
            {sentence.field === 'title' && <span className="sentence-field">Title: </span>}
            {sentence.field === 'keywords' && <span className="sentence-field">Keywords: </span>}
            <MarkedSentence sentence={sentence} />
          </p>
        ))}
      </div>
    </div>
  );
}
