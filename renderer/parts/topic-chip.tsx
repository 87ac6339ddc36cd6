import type { ReactNode } from 'react';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { menuFor } from './menu-for.ts';
import { TopicDot } from './topic-dot.tsx';

interface Props {
  topic: string | null;
  index: MapIndex;
  /** A row of its own with a quiet look, for lists of topics. */
  isWide?: boolean;
  /** What stands after the name, such as a number of papers. */
  children?: ReactNode;
}

/** A topic as a button; says so where there is none. */
export function TopicChip({ topic, index, isWide = false, children }: Props) {
  const known = topic === null ? undefined : index.topics.get(topic);
  const look = isWide ? 'topic-chip is-wide' : 'topic-chip';
  if (!known) return <span className={`${look} is-none`}><TopicDot position={null} /><span className="topic-label">Not in a topic</span>{children}</span>;
  return (
    <button type="button" className={look} title={known.label} onClick={() => goTo({ kind: 'topic', id: known.id })} {...menuFor({ kind: 'topic', id: known.id })}>
      <TopicDot position={index.topicPosition(known.id)} />
      <span className="topic-label">{known.label}</span>
      {children !== undefined && <span className="topic-count">{children}</span>}
    </button>
  );
}
