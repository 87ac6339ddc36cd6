import type { CSSProperties } from 'react';
import { topicColour } from '../../shared/palette.ts';
import { useColourScheme } from '../state/use-colour-scheme.ts';

/** Style that gives a topic's colour to what is in it, as --topic. `position` is the place of the topic's colour in the palette; null for none. */
export function useTopicStyle(position: number | null): CSSProperties {
  return { '--topic': topicColour(position, useColourScheme()) };
}

/** A dot in a topic's colour. */
export function TopicDot({ position }: { position: number | null }) {
  return <span className="topic-dot" style={useTopicStyle(position)} aria-hidden />;
}
