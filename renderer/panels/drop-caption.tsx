import { TopicDot } from '../parts/topic-dot.tsx';
import { useDropTarget } from '../state/drag-store.ts';
import { isMac } from '../state/host-store.ts';
import { useOpenMap } from '../state/library-store.ts';
import { mapIndex } from '../state/map-index.ts';
import './drop-caption.css';

const FROM_POINTER = 14;
/** Room that the caption needs above the pointer and beside it, in pixels. */
const ROOM = { above: 80, beside: 300 };

/** Above the pointer and to its right, where there is room: the title of what is dragged stands below. */
function placeBy({ x, y }: { x: number; y: number }): string {
  const across = x + ROOM.beside > window.innerWidth ? `calc(${x - FROM_POINTER}px - 100%)` : `${x + FROM_POINTER}px`;
  const down = y < ROOM.above ? `${y + FROM_POINTER}px` : `calc(${y - FROM_POINTER}px - 100%)`;
  return `translate(${across}, ${down})`;
}

/** Says beside the pointer where papers go that are dropped now. By keyboard the dialog “Move to a topic” does the same. */
export function DropCaption() {
  const target = useDropTarget((state) => state.target);
  const map = useOpenMap();
  if (!target || !map) return null;
  const index = mapIndex(map);
  const { at, drop, papers, place, topic } = target;
  const isOne = papers.length === 1;
  const moves = drop === 'moves';
  return (
    <div className="drop-caption" style={{ transform: placeBy(at) }} aria-hidden>
      <p className="drop-caption-line">
        {moves && <TopicDot position={index.topicPosition(index.topics.get(topic)?.parent ?? topic)} />}
        {moves && <span>Move {isOne ? '' : `${papers.length.toLocaleString('en')} papers `}to <strong>{index.topics.get(topic)?.label}</strong></span>}
        {!moves && <span>Only put {isOne ? 'it' : 'them'} here</span>}
      </p>
      {place === 'map' && moves && <p className="drop-caption-hint">{isMac() ? '⌥' : 'Alt'} only puts {isOne ? 'it' : 'them'} here, Esc cancels</p>}
    </div>
  );
}
