import type { MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { useTopicStyle } from './topic-dot.tsx';

/** A concept as a small button in its topic's colour. */
export function ConceptChip({ id, index }: { id: string; index: MapIndex }) {
  const concept = index.concepts.get(id);
  const style = useTopicStyle(index.topicPosition(concept?.topic ?? null));
  return (
    <button type="button" className="chip" style={style} onClick={() => goTo({ kind: 'concept', id })}>
      {concept?.label ?? id}
    </button>
  );
}
