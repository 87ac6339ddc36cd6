import { useMemo } from 'react';
import type { MapTopic } from '../../shared/topic-map.ts';
import { CommandRow } from '../parts/command-row.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { menuFor } from '../parts/menu-for.ts';
import { PaperList } from '../parts/paper-list.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import { useTopicStyle } from '../parts/topic-dot.tsx';
import { YearBars } from '../parts/year-bars.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { newestPapers, typicalPapers } from '../state/typical-papers.ts';
import { counted } from '../state/words.ts';
import { yearCounts } from '../state/paper-years.ts';
import { AnnotationEditor } from './annotation-editor.tsx';
import { TopicTitle } from './detail-titles.tsx';
import { RelatedTopics } from './related-topics.tsx';

const CONCEPTS_SHOWN = 10;
const PAPERS_AT_FIRST = 12;
const NEWEST_SHOWN = 4;

/** A topic: what it is about, its parts and neighbours, and its papers. */
export function TopicDetails({ topic, index }: { topic: MapTopic; index: MapIndex }) {
  const parent = topic.parent === undefined ? undefined : index.topics.get(topic.parent);
  const before = topic.splitFrom === undefined ? undefined : index.topics.get(topic.splitFrom);
  const parts = [...index.topics.values()].filter(({ parent: of }) => of === topic.id);
  const years = useMemo(() => yearCounts(index.inTopic(topic.id)), [topic, index]);
  return (
    <article className="detail-article" style={useTopicStyle(index.topicPosition(topic.id))}>
      <TopicTitle topic={topic} position={index.topicPosition(topic.id)} />
      <p className="detail-source">{counted(topic.papers, 'paper')}{before && before.id !== topic.id && ` · split off from ${before.label}`}</p>
      {parent && <p className="part-of">Sub-topic of <TopicChip topic={parent.id} index={index} /></p>}
      <CommandRow ids={['compare.pick', 'path.pick', 'selection.merge']} />
      <AnnotationEditor target={{ kind: 'topic', id: topic.id }} />
      <About topic={topic} index={index} />
      {parts.length > 0 && (
        <DetailSection title="Sub-topics" count={parts.length}>
          <ul className="plain-list" aria-label="Sub-topics">
            {parts.map(({ id, papers }) => <li key={id}><TopicChip topic={id} index={index} isWide>{papers}<span className="visually-hidden"> papers</span></TopicChip></li>)}
          </ul>
        </DetailSection>
      )}
      <RelatedTopics topic={topic} index={index} />
      {years.years.length > 0 && <DetailSection title="Years"><YearBars counts={years} /></DetailSection>}
      <Papers topic={topic} index={index} />
    </article>
  );
}

function About({ topic, index }: { topic: MapTopic; index: MapIndex }) {
  const papers = index.inTopic(topic.id);
  const shown = topic.concepts.filter((id) => index.concepts.has(id)).slice(0, CONCEPTS_SHOWN);
  const shares = shown.map((id) => ({ id, share: papers.length === 0 ? 0 : papers.filter(({ concepts }) => concepts.some((concept) => concept.id === id)).length / papers.length }));
  const most = Math.max(0, ...shares.map(({ share }) => share));
  if (shown.length === 0) return null;
  return (
    <DetailSection title="What it is about">
      <ul className="concept-list" aria-label="What it is about">
        {shares.map(({ id, share }) => (
          <li key={id} className="concept-row" {...menuFor({ kind: 'concept', id })}>
            <button type="button" className="concept-name" onClick={() => goTo({ kind: 'concept', id })}>{index.concepts.get(id)?.label}</button>
            <ShareBar part={share} most={most} says="In this part of the topic’s papers:" />
          </li>
        ))}
      </ul>
    </DetailSection>
  );
}

function Papers({ topic, index }: { topic: MapTopic; index: MapIndex }) {
  const typical = useMemo(() => typicalPapers(topic.id, index), [topic, index]);
  const newest = newestPapers(typical).slice(0, NEWEST_SHOWN);
  const listed = (papers: typeof typical) => papers.map((paper) => ({ paper, beneath: paper.year === undefined ? undefined : <p className="paper-because">{paper.year}</p> }));
  return (
    <>
      <DetailSection title="Papers, most typical first" count={typical.length}>
        <PaperList label="Papers of this topic" order="ranked" atFirst={PAPERS_AT_FIRST} papers={listed(typical)} index={index} />
      </DetailSection>
      {newest.length > 0 && typical.length > NEWEST_SHOWN && (
        <DetailSection title="Newest papers">
          <PaperList label="Newest papers" papers={listed(newest)} index={index} />
        </DetailSection>
      )}
    </>
  );
}
