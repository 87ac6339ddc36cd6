import { ExternalLink } from 'lucide-react';
import type { PaperDetail } from '../../shared/contract.ts';
import type { MapPaper } from '../../shared/topic-map.ts';
import { DetailSection } from '../parts/detail-section.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import { useTopicStyle } from '../parts/topic-dot.tsx';
import { openLink } from '../state/links.ts';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { paperLinks } from '../state/paper-links.ts';
import { useReply } from '../state/use-reply.ts';
import { namesInWords } from '../state/words.ts';
import { AnnotationEditor } from './annotation-editor.tsx';
import { PaperTitle } from './detail-titles.tsx';
import { RelatedPapers } from './related-papers.tsx';

const CONCEPTS_SHOWN = 12;

/** A paper: what it says, its concepts, and the papers it is linked to. */
export function PaperDetails({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  const reply = useReply('paper.get', { paper: paper.id });
  const detail = reply?.ok ? reply.value : null;
  return (
    <article className="detail-article">
      <PaperTitle paper={paper} />
      <Source paper={paper} detail={detail} />
      <div className="chip-row">
        <TopicChip topic={paper.topic} index={index} />
        {paperLinks(paper, detail).map(({ label, url }) => (
          <button key={url} type="button" className="link-chip" title={url} onClick={() => void openLink(url)}>
            {label} <ExternalLink size={12} aria-hidden />
          </button>
        ))}
      </div>
      <AnnotationEditor target={{ kind: 'paper', id: paper.id }} />
      {reply && !reply.ok && <p className="note">{reply.failure.message}</p>}
      <Abstract reply={reply !== null} detail={detail} index={index} />
      <PaperConcepts paper={paper} index={index} />
      <RelatedPapers paper={paper} index={index} />
    </article>
  );
}

function Source({ paper, detail }: { paper: MapPaper; detail: PaperDetail | null }) {
  const year = detail?.year ?? paper.year;
  const line = [year, detail?.venue].filter((part) => part !== null && part !== undefined).join(' · ');
  const authors = detail ? namesInWords(detail.authors) : '';
  if (line === '' && authors === '') return null;
  return (
    <div className="detail-source">
      {authors !== '' && <p>{authors}</p>}
      {line !== '' && <p>{line}</p>}
    </div>
  );
}

function Abstract({ reply, detail, index }: { reply: boolean; detail: PaperDetail | null; index: MapIndex }) {
  if (!reply) return <div className="skeleton" aria-hidden><i /><i /><i /><i /></div>;
  if (!detail) return null;
  if (detail.abstract === '') return <p className="note">This paper came without an abstract.</p>;
  return (
    <DetailSection title="Abstract">
      <p className="abstract">
        <MarkedText text={detail.abstract} mentions={detail.mentions.filter(({ field }) => field === 'abstract')} index={index} />
      </p>
    </DetailSection>
  );
}

function PaperConcepts({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  const known = paper.concepts.filter(({ id }) => index.concepts.has(id)).slice(0, CONCEPTS_SHOWN);
  if (known.length === 0) return null;
  return (
    <DetailSection title="Concepts">
      <ul className="concept-list" aria-label="Concepts">
        {known.map(({ id, weight }) => <ConceptRow key={id} id={id} weight={weight} index={index} />)}
      </ul>
    </DetailSection>
  );
}

function ConceptRow({ id, weight, index }: { id: string; weight: number; index: MapIndex }) {
  const concept = index.concepts.get(id);
  const style = useTopicStyle(index.topicPosition(concept?.topic ?? null));
  return (
    <li className="concept-row" style={style}>
      <button type="button" className="concept-name" onClick={() => goTo({ kind: 'concept', id })}>{concept?.label ?? id}</button>
      <ShareBar part={weight} says="Weight" />
    </li>
  );
}
