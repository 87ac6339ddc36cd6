import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { TopicDot } from './topic-dot.tsx';

/** The topic of a paper or concept as a button; says so where there is none. */
export function TopicChip({ topic, index }: { topic: string | null; index: MapIndex }) {
  const known = topic === null ? undefined : index.topics.get(topic);
  if (!known) return <span className="topic-chip is-none"><TopicDot position={null} />Not in a topic</span>;
  return (
    <button type="button" className="topic-chip" onClick={() => goTo({ kind: 'topic', id: known.id })}>
      <TopicDot position={index.topicPosition(known.id)} />
      {known.label}
    </button>
  );
}
