import { useMemo } from 'react';
import type { ConceptDetail } from '../../shared/details.ts';
import type { MapConcept } from '../../shared/topic-map.ts';
import { CommandRow } from '../parts/command-row.tsx';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { MarkedSentence } from '../parts/marked-sentence.tsx';
import { PaperList } from '../parts/paper-list.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import { useTopicStyle } from '../parts/topic-dot.tsx';
import { YearBars } from '../parts/year-bars.tsx';
import { conceptPapers, type ConceptPaper } from '../state/concept-papers.ts';
import { foundTogether } from '../state/found-together.ts';
import type { MapIndex } from '../state/map-index.ts';
import { topicsOfPapers } from '../state/shared-of-papers.ts';
import { useReply } from '../state/use-reply.ts';
import { counted } from '../state/words.ts';
import { AnnotationEditor } from './annotation-editor.tsx';
import { ConceptTitle } from './detail-titles.tsx';
import { Wordings } from './wordings.tsx';
import { yearCounts } from '../state/paper-years.ts';

const TOGETHER_SHOWN = 12;
const TOPICS_SHOWN = 6;
const PAPERS_AT_FIRST = 12;

/** A concept: its other wordings, broader concepts, what it is found with, and the papers that mention it. */
export function ConceptDetails({ concept, index }: { concept: MapConcept; index: MapIndex }) {
  const reply = useReply('concept.get', { concept: concept.id });
  const detail = reply?.ok ? reply.value : null;
  const aliases = detail?.aliases ?? concept.aliases;
  const style = useTopicStyle(index.topicPosition(concept.topic));
  const papers = useMemo(() => conceptPapers(concept.id, detail, index), [concept, detail, index]);
  const narrower = papers.filter(({ mentions }) => mentions === 'narrower').length;
  const years = yearCounts(papers.map(({ paper }) => paper));
  return (
    <article className="detail-article" style={style}>
      <ConceptTitle concept={concept} />
      <p className="detail-source">In {counted(concept.papers, 'paper')}{narrower > 0 && `, and in ${narrower.toLocaleString('en')} more through narrower concepts`}</p>
      <CommandRow ids={['selection.merge', 'concept.hide', 'concept.keepApart']} />
      <AnnotationEditor target={{ kind: 'concept', id: concept.id }} />
      {aliases.length > 0 && (
        <DetailSection title="Also written as">
          <Wordings concept={concept} aliases={aliases} />
        </DetailSection>
      )}
      <Broader detail={detail} index={index} />
      <FoundTogetherWith concept={concept} index={index} />
      <TopicsOfConcept papers={papers} index={index} />
      {years.years.length > 0 && <DetailSection title="Years"><YearBars counts={years} /></DetailSection>}
      <DetailSection title="Papers" count={papers.length}>
        <MentioningPapers concept={concept} papers={papers} index={index} />
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

function FoundTogetherWith({ concept, index }: { concept: MapConcept; index: MapIndex }) {
  const found = useMemo(() => foundTogether(concept.id, index).filter(({ id }) => index.concepts.has(id)), [concept, index]);
  if (found.length === 0) return null;
  return (
    <DetailSection title="Found together with">
      <ul className="chip-row" aria-label="Found together with">
        {found.slice(0, TOGETHER_SHOWN).map(({ id, papers }) => <li key={id}><ConceptChip id={id} index={index}>{papers}<span className="visually-hidden"> papers</span></ConceptChip></li>)}
      </ul>
    </DetailSection>
  );
}

function TopicsOfConcept({ papers, index }: { papers: readonly ConceptPaper[]; index: MapIndex }) {
  const topics = topicsOfPapers(papers.map(({ paper }) => paper));
  if (topics.length === 0) return null;
  return (
    <DetailSection title="Topics it is in" count={topics.filter(({ id }) => id !== null).length}>
      <ul className="plain-list" aria-label="Topics it is in">
        {topics.slice(0, TOPICS_SHOWN).map(({ id, papers: count }) => (
          <li key={id ?? ''}><TopicChip topic={id} index={index} isWide>{count}<span className="visually-hidden"> papers</span></TopicChip></li>
        ))}
      </ul>
    </DetailSection>
  );
}

function MentioningPapers({ concept, papers, index }: { concept: MapConcept; papers: readonly ConceptPaper[]; index: MapIndex }) {
  const most = papers.reduce((largest, { weight }) => Math.max(largest, weight), 0);
  const listed = papers.map(({ paper, weight, sentence, mentions }) => ({
    paper,
    beneath: (
      <>
        <p className="link-strength">
          <ShareBar part={weight} most={most} says="Likely to be a key concept of this paper:" />
          {mentions === 'narrower' && <span>Through a narrower concept</span>}
          {paper.year !== undefined && <span className="paper-year">{paper.year}</span>}
        </p>
        {sentence && sentence.field !== 'title' && <p className="sentence"><MarkedSentence sentence={sentence} /></p>}
      </>
    ),
  }));
  return <PaperList label={`Papers that mention ${concept.label}`} order="ranked" atFirst={PAPERS_AT_FIRST} papers={listed} index={index} />;
}
