import type { ReactNode } from 'react';
import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { menuFor } from './menu-for.ts';
import { useTopicStyle } from './topic-dot.tsx';

interface Props {
  id: string;
  index: MapIndex;
  /** What stands after the name, such as a number of papers. */
  children?: ReactNode;
}

/** A concept as a small button in its topic's colour. */
export function ConceptChip({ id, index, children }: Props) {
  const concept = index.concepts.get(id);
  const style = useTopicStyle(index.topicPosition(concept?.topic ?? null));
  return (
    <button type="button" className="chip" style={style} onClick={() => goTo({ kind: 'concept', id })} {...menuFor({ kind: 'concept', id })}>
      <span className="chip-label">{concept?.label ?? id}</span>
      {children !== undefined && <span className="chip-note">{children}</span>}
    </button>
  );
}
