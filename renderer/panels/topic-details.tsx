import type { MapTopic } from '../../shared/topic-map.ts';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { PaperList } from '../parts/paper-list.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { counted } from '../state/words.ts';
import { AnnotationEditor } from './annotation-editor.tsx';
import { TopicActions } from './concept-actions.tsx';
import { TopicTitle } from './detail-titles.tsx';

const CONCEPTS_SHOWN = 12;
const TOPICS_SHOWN = 5;

/** A topic: its concepts, neighbours and papers. */
export function TopicDetails({ topic, index }: { topic: MapTopic; index: MapIndex }) {
  const papers = index.inTopic(topic.id);
  const related = index.relatedTopics(topic.id).slice(0, TOPICS_SHOWN);
  const before = topic.splitFrom === undefined ? undefined : index.topics.get(topic.splitFrom);
  const parts = [...index.topics.values()].filter(({ parent }) => parent === topic.id);
  return (
    <article className="detail-article">
      <TopicTitle topic={topic} position={index.topicPosition(topic.id)} />
      <p className="detail-source">{counted(topic.papers, 'paper')}</p>
      <TopicActions />
      <AnnotationEditor target={{ kind: 'topic', id: topic.id }} />
      {before && before.id !== topic.id && <p className="detail-source">Split off from {before.label}</p>}
      {topic.concepts.length > 0 && (
        <DetailSection title="What it is about">
          <div className="chip-row">{topic.concepts.slice(0, CONCEPTS_SHOWN).map((id) => <ConceptChip key={id} id={id} index={index} />)}</div>
        </DetailSection>
      )}
      {parts.length > 0 && (
        <DetailSection title="Sub-topics" count={parts.length}>
          <ul className="plain-list" aria-label="Sub-topics">
            {parts.map(({ id, label, papers: size }) => <li key={id} className="detail-source">{label} ({counted(size, 'paper')})</li>)}
          </ul>
        </DetailSection>
      )}
      {related.length > 0 && (
        <DetailSection title="Closest topics">
          <ul className="plain-list" aria-label="Closest topics">
            {related.map(({ topic: other }) => (
              <li key={other.id}>
                <button type="button" className="topic-chip" onClick={() => goTo({ kind: 'topic', id: other.id })}>
                  <TopicDot position={index.topicPosition(other.id)} />
                  {other.label}
                </button>
              </li>
            ))}
          </ul>
        </DetailSection>
      )}
      <DetailSection title="Papers" count={papers.length}>
        <PaperList label="Papers of this topic" papers={papers.map((paper) => ({ paper, beneath: paper.year === undefined ? undefined : <p className="paper-because">{paper.year}</p> }))} index={index} />
      </DetailSection>
    </article>
  );
}
