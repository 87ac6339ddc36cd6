import type { MapPaper } from '../../shared/topic-map.ts';
import { TopicChip } from '../parts/topic-chip.tsx';
import type { MapIndex } from '../state/map-index.ts';
import { asPercent, confidenceInWords } from '../state/words.ts';

/** Which topic a paper is of, how surely, its sub-topic, and the topics it stands between. */
export function PaperTopics({ paper, index }: { paper: MapPaper; index: MapIndex }) {
  const { topic, subtopic, between = [], confidence } = paper;
  const isKnown = topic !== null && index.topics.has(topic);
  return (
    <dl className="paper-topics">
      <div>
        <dt>Topic</dt>
        <dd>
          <TopicChip topic={topic} index={index} />
          {isKnown && <span className="note" title="The part of this paper’s links that stay in its topic, counted by how often they were grouped together">{confidenceInWords(confidence)} · {asPercent(confidence)}</span>}
        </dd>
      </div>
      {subtopic !== undefined && index.topics.has(subtopic) && (
        <div>
          <dt>Sub-topic</dt>
          <dd><TopicChip topic={subtopic} index={index} /></dd>
        </div>
      )}
      {between.length > 0 && (
        <div>
          <dt>Also near</dt>
          <dd>
            {between.filter(({ topic: other }) => index.topics.has(other)).map(({ topic: other, share }) => (
              <span key={other} className="between" title="The part of this paper’s links that lead there">
                <TopicChip topic={other} index={index} />
                <span className="note">{asPercent(share)}</span>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
