import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { ConceptChip } from '../parts/concept-chip.tsx';
import { DetailSection } from '../parts/detail-section.tsx';
import { TopicDot } from '../parts/topic-dot.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { compareText } from '../../shared/text.ts';

const TOPICS_SHOWN = 6;
const CONCEPTS_SHOWN = 14;

/** What the map holds, and where to begin: shown while nothing is selected. */
export function MapOverview({ map, index }: { map: TopicMap; index: MapIndex }) {
  const topics = mainTopics(map);
  const facts: [number, string][] = [
    [map.papers.length, 'papers'],
    [map.concepts.length, 'concepts'],
    [topics.length, 'topics'],
    [map.links.length, 'links'],
  ];
  const biggest = [...topics].sort((a, b) => b.papers - a.papers || compareText(a.id, b.id)).slice(0, TOPICS_SHOWN);
  const commonest = [...map.concepts].sort((a, b) => b.papers - a.papers || compareText(a.id, b.id)).slice(0, CONCEPTS_SHOWN);
  return (
    <div className="detail-article">
      <dl className="facts">
        {facts.map(([count, name]) => (
          <div key={name}><dt>{name}</dt><dd>{count.toLocaleString('en')}</dd></div>
        ))}
      </dl>
      <p className="lead">Each dot is a paper; papers that share concepts lie close together and are joined by lines. Click a paper to read it, or a line to see why two papers are related.</p>
      <DetailSection title="Biggest topics">
        <ul className="plain-list" aria-label="Biggest topics">
          {biggest.map((topic) => (
            <li key={topic.id}>
              <button type="button" className="topic-chip is-wide" onClick={() => goTo({ kind: 'topic', id: topic.id })}>
                <TopicDot position={index.topicPosition(topic.id)} />
                <span className="topic-label">{topic.label}</span>
                <span className="topic-count">{topic.papers}</span>
              </button>
            </li>
          ))}
        </ul>
      </DetailSection>
      <DetailSection title="Most shared concepts">
        <div className="chip-row">{commonest.map(({ id }) => <ConceptChip key={id} id={id} index={index} />)}</div>
      </DetailSection>
      {map.notices.length > 0 && (
        <DetailSection title="Worth knowing">
          {map.notices.map((notice) => <p key={`${notice.code} ${notice.message}`} className="note">{notice.message}</p>)}
        </DetailSection>
      )}
    </div>
  );
}
