import { Fragment } from 'react';
import type { Mention } from '../../shared/details.ts';
import type { MapIndex } from '../state/map-index.ts';
import { markMentions } from '../state/mark-mentions.ts';
import { goTo } from '../state/navigation.ts';
import { useTopicStyle } from './topic-dot.tsx';

interface Props {
  text: string;
  mentions: readonly Mention[];
  index: MapIndex;
}

/** A text with its concepts marked in place; each leads to its concept. Only the first mention of each is a stop for the tab key. */
export function MarkedText({ text, mentions, index }: Props) {
  const seen = new Set<string>();
  return markMentions(text, mentions.filter(({ concept }) => index.concepts.has(concept))).map((segment) => {
    if (segment.concept === null) return <Fragment key={segment.start}>{segment.text}</Fragment>;
    const isFirst = !seen.has(segment.concept);
    seen.add(segment.concept);
    return <MentionLink key={segment.start} concept={segment.concept} text={segment.text} isFirst={isFirst} index={index} />;
  });
}

function MentionLink({ concept, text, isFirst, index }: { concept: string; text: string; isFirst: boolean; index: MapIndex }) {
  const known = index.concepts.get(concept);
  const style = useTopicStyle(index.topicPosition(known?.topic ?? null));
  return (
    <a
      href={`#concept/${encodeURIComponent(concept)}`}
      className="mention"
      style={style}
      tabIndex={isFirst ? 0 : -1}
      title={known && known.label.toLowerCase() !== text.toLowerCase() ? known.label : undefined}
      onClick={(event) => {
        event.preventDefault();
        goTo({ kind: 'concept', id: concept });
      }}
    >
      {text}
    </a>
  );
}
