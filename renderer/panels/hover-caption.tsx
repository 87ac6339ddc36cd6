import type { TopicMap } from '../../shared/topic-map.ts';
import { TopicDot } from '../parts/topic-dot.tsx';
import { useOpenLibrary } from '../state/library-store.ts';
import { useHover } from '../state/hover-store.ts';
import { mapIndex } from '../state/map-index.ts';
import { counted } from '../state/words.ts';

/** What is under the pointer, in words, at the foot of the map. */
export function HoverCaption({ map }: { map: TopicMap }) {
  const id = useHover((state) => state.id);
  const pinned = useOpenLibrary()?.pinned;
  if (id === null) return null;
  const index = mapIndex(map);
  const paper = index.papers.get(id);
  const concept = paper ? undefined : index.concepts.get(id);
  const topic = paper?.topic ?? concept?.topic ?? null;
  if (!paper && !concept) return null;
  return (
    <div className="hover-caption" aria-hidden>
      <TopicDot position={index.topicPosition(topic)} />
      <span className="hover-title">{paper?.title ?? concept?.label}</span>
      <span className="hover-more">{paper ? paper.year : counted(concept?.papers ?? 0, 'paper')}</span>
      {pinned?.includes(id) === true && <span className="hover-more">stays where you put it</span>}
    </div>
  );
}
