import type { ConceptDetail } from '../../shared/contract.ts';
import type { MapConcept } from '../../shared/topic-map.ts';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { PaperList } from '../parts/paper-list.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import { useTopicStyle } from '../parts/topic-dot.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { useReply } from '../state/use-reply.ts';
import { counted } from '../state/words.ts';
import { AnnotationEditor } from './annotation-editor.tsx';
import { ConceptActions } from './concept-actions.tsx';
import { ConceptTitle } from './detail-titles.tsx';
import { MarkedSentence } from './link-details.tsx';
import { Wordings } from './wordings.tsx';

/** A concept: its other wordings, broader concepts, and the papers that mention it. */
export function ConceptDetails({ concept, index }: { concept: MapConcept; index: MapIndex }) {
  const reply = useReply('concept.get', { concept: concept.id });
  const detail = reply?.ok ? reply.value : null;
  const aliases = detail?.aliases ?? concept.aliases;
  const style = useTopicStyle(index.topicPosition(concept.topic));
  return (
    <article className="detail-article" style={style}>
      <ConceptTitle concept={concept} />
      <p className="detail-source">In {counted(concept.papers, 'paper')}</p>
      <div className="chip-row"><TopicChip topic={concept.topic} index={index} /></div>
      <ConceptActions />
      <AnnotationEditor target={{ kind: 'concept', id: concept.id }} />
      {aliases.length > 0 && (
        <DetailSection title="Also written as">
          <Wordings concept={concept} aliases={aliases} />
        </DetailSection>
      )}
      <Broader detail={detail} index={index} />
      <DetailSection title="Papers" count={index.mentioning(concept.id).length}>
        <MentioningPapers concept={concept} detail={detail} index={index} />
      </DetailSection>
      {reply && !reply.ok && <p className="note">{reply.failure.message}</p>}
    </article>
  );
}

function Broader({ detail, index }: { detail: ConceptDetail | null; index: MapIndex }) {
  if (!detail || detail.broader.length === 0) return null;
  return (
    <DetailSection title="Part of">
      <div className="chip-row">
        {detail.broader.map(({ id, label }) => (index.concepts.has(id) ? <ConceptChip key={id} id={id} index={index} /> : <span key={id} className="chip is-plain">{label}</span>))}
      </div>
    </DetailSection>
  );
}

function MentioningPapers({ concept, detail, index }: { concept: MapConcept; detail: ConceptDetail | null; index: MapIndex }) {
  const sentences = new Map(detail?.papers.map(({ id, sentence }) => [id, sentence]));
  const papers = index.mentioning(concept.id).map(({ paper, weight }) => {
    const sentence = sentences.get(paper.id);
    return {
      paper,
      beneath: (
        <>
          <ShareBar part={weight} says="Weight" />
          {sentence && sentence.field !== 'title' && <p className="sentence"><MarkedSentence sentence={sentence} /></p>}
        </>
      ),
    };
  });
  return <PaperList label={`Papers that mention ${concept.label}`} papers={papers} index={index} />;
}
