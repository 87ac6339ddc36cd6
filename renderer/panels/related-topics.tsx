import { useId } from 'react';
import type { MapTopic } from '../../shared/topic-map.ts';
import { DetailSection } from '../parts/detail-section.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { TopicChip } from '../parts/topic-chip.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';

const TOPICS_SHOWN = 6;

/** The topics that one has most links to, each with what part of them that is, and a way to compare the two. */
export function RelatedTopics({ topic, index }: { topic: MapTopic; index: MapIndex }) {
  const related = index.relatedTopics(topic.id);
  const all = related.reduce((sum, { strength }) => sum + strength, 0);
  if (related.length === 0) return null;
  return (
    <DetailSection title="Closest topics" count={related.length}>
      <ul className="related-topics" aria-label="Closest topics">
        {related.slice(0, TOPICS_SHOWN).map(({ topic: other, strength }) => (
          <RelatedTopic key={other.id} from={topic.id} to={other.id} part={strength / all} most={(related[0]?.strength ?? 0) / all} index={index} />
        ))}
      </ul>
    </DetailSection>
  );
}

function RelatedTopic({ from, to, part, most, index }: { from: string; to: string; part: number; most: number; index: MapIndex }) {
  const nameId = useId();
  return (
    <li className="related-topic">
      <span id={nameId} className="related-topic-name"><TopicChip topic={to} index={index} isWide /></span>
      <ShareBar part={part} most={most} says="Part of the links to other topics:" />
      <button type="button" className="why-button" aria-describedby={nameId} onClick={() => goTo({ kind: 'compare', topics: [from, to] })}>Compare</button>
    </li>
  );
}
