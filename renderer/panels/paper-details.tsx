import { ExternalLink } from 'lucide-react';
import type { PaperDetail } from '../../shared/details.ts';
import type { MapPaper } from '../../shared/topic-map.ts';
import { CommandRow } from '../parts/command-row.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import { menuFor } from '../parts/menu-for.ts';
import { ShareBar } from '../parts/share-bar.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useTopicStyle } from '../parts/topic-dot.tsx';
import { openLink } from '../state/links.ts';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { paperLinks } from '../state/paper-links.ts';
import { useReply } from '../state/use-reply.ts';
import { counted, namesInWords } from '../state/words.ts';
import { AnnotationEditor } from './annotation-editor.tsx';
import { PaperTitle } from './detail-titles.tsx';
import { PaperTopics } from './paper-topics.tsx';
import { Bridges, RelatedPapers, SameTopic } from './related-papers.tsx';

const CONCEPTS_SHOWN = 12;
const SKELETON_LINES = 9;

/** A paper: what it says, its concepts, and the papers that it leads to. */
export function PaperDetails({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  const reply = useReply('paper.get', { paper: paper.id });
  const detail = reply?.ok ? reply.value : null;
  return (
    <article className="detail-article">
      <PaperTitle paper={paper} />
      <Source paper={paper} detail={detail} isWaiting={reply === null} />
      <WebLinks paper={paper} detail={detail} />
      <PaperTopics paper={paper} index={index} />
      <CommandRow ids={['compare.pick', 'path.pick']} />
      <AnnotationEditor target={{ kind: 'paper', id: paper.id }} />
      {reply && !reply.ok && <p className="note">{reply.failure.message}</p>}
      <Abstract isWaiting={reply === null} detail={detail} index={index} />
      <PaperConcepts paper={paper} index={index} />
      <RelatedPapers paper={paper} index={index} />
      <SameTopic paper={paper} index={index} />
      <Bridges paper={paper} index={index} />
    </article>
  );
}

function Source({ paper, detail, isWaiting }: { paper: MapPaper; detail: PaperDetail | null; isWaiting: boolean }) {
  const year = detail?.year ?? paper.year;
  const cited = detail === null || detail.citations === null ? null : `cited ${counted(detail.citations, 'time')}`;
  const line = [year, detail?.venue, cited].filter((part) => part !== null && part !== undefined).join(' · ');
  const authors = detail ? namesInWords(detail.authors) : '';
  if (isWaiting) return <Skeleton lines={2} />;
  if (line === '' && authors === '') return null;
  return (
    <div className="detail-source">
      {authors !== '' && <p>{authors}</p>}
      {line !== '' && <p>{line}</p>}
    </div>
  );
}

function WebLinks({ paper, detail }: { paper: MapPaper; detail: PaperDetail | null }) {
  const links = paperLinks(paper, detail);
  if (links.length === 0) return null;
  return (
    <div className="chip-row">
      {links.map(({ label, url }) => (
        <button key={url} type="button" className="link-chip" title={url} onClick={() => void openLink(url)}>
          {label} <ExternalLink size={12} aria-hidden />
        </button>
      ))}
    </div>
  );
}

function Abstract({ isWaiting, detail, index }: { isWaiting: boolean; detail: PaperDetail | null; index: MapIndex }) {
  if (!isWaiting && !detail) return null;
  return (
    <DetailSection title="Abstract">
      {!detail && <Skeleton lines={SKELETON_LINES} />}
      {detail?.abstract === '' && <p className="note">This paper came without an abstract.</p>}
      {detail && detail.abstract !== '' && (
        <p className="abstract">
          <MarkedText text={detail.abstract} mentions={detail.mentions.filter(({ field }) => field === 'abstract')} index={index} />
        </p>
      )}
    </DetailSection>
  );
}

function PaperConcepts({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  const known = paper.concepts.filter(({ id }) => index.concepts.has(id)).slice(0, CONCEPTS_SHOWN);
  const [strongest] = known;
  if (!strongest) return null;
  return (
    <DetailSection title="Concepts">
      <ul className="concept-list" aria-label="Concepts">
        {known.map(({ id, weight }) => <ConceptRow key={id} id={id} weight={weight} most={strongest.weight} index={index} />)}
      </ul>
    </DetailSection>
  );
}

function ConceptRow({ id, weight, most, index }: { id: string; weight: number; most: number; index: MapIndex }) {
  const concept = index.concepts.get(id);
  const style = useTopicStyle(index.topicPosition(concept?.topic ?? null));
  return (
    <li className="concept-row" style={style} {...menuFor({ kind: 'concept', id })}>
      <button type="button" className="concept-name" onClick={() => goTo({ kind: 'concept', id })}>{concept?.label ?? id}</button>
      <ShareBar part={weight} most={most} says="Likely to be a key concept of this paper:" />
    </li>
  );
}
