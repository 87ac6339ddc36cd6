import { useVirtualizer } from '@tanstack/react-virtual';
import { X } from 'lucide-react';
import { useRef } from 'react';
import type { MapPaper, TopicMap } from '../../shared/topic-map.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { menuFor } from '../parts/menu-for.ts';
import { TopicDot } from '../parts/topic-dot.tsx';
import { mapIndex, type MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { useSelection } from '../state/view-store.ts';

const ROW_PX = 44;
/** Up to this many rows all are drawn; beyond, only those in sight. */
const DRAW_ALL = 200;

interface Props {
  label: string;
  /** Ids, in the order to show. */
  papers: readonly string[];
  map: TopicMap;
  removeLabel: string;
  onRemove: (paper: string) => void;
}

/** Papers by their titles, each to go to and to take out. Draws what is in sight of a long list. */
export function PapersToGoTo({ label, papers, map, removeLabel, onRemove }: Props) {
  const index = mapIndex(map);
  const selection = useSelection();
  const list = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized on what it returns
  const virtual = useVirtualizer({
    count: papers.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    overscan: papers.length <= DRAW_ALL ? DRAW_ALL : 12,
  });
  if (papers.length === 0) return null;
  return (
    <div ref={list} className="list-papers">
      <ul aria-label={label} className="list-papers-all" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index: at, start }) => {
          const paper = index.papers.get(papers[at] ?? '');
          return paper && (
            <PaperRow
              key={paper.id}
              paper={paper}
              top={start}
              place={at + 1}
              count={papers.length}
              index={index}
              isSelected={selection?.kind === 'paper' && selection.id === paper.id}
              removeLabel={removeLabel}
              onRemove={() => onRemove(paper.id)}
            />
          );
        })}
      </ul>
    </div>
  );
}

interface RowProps {
  paper: MapPaper;
  top: number;
  place: number;
  count: number;
  index: MapIndex;
  isSelected: boolean;
  removeLabel: string;
  onRemove: () => void;
}

function PaperRow({ paper, top, place, count, index, isSelected, removeLabel, onRemove }: RowProps) {
  return (
    <li
      className={`list-paper ${isSelected ? 'is-selected' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      aria-posinset={place}
      aria-setsize={count}
      {...menuFor({ kind: 'paper', id: paper.id })}
    >
      <TopicDot position={index.topicPosition(paper.topic)} />
      <button
        type="button"
        className="list-paper-title"
        title={paper.title}
        aria-current={isSelected}
        onClick={() => goTo({ kind: 'paper', id: paper.id })}
      >
        {paper.title}
      </button>
      <IconButton icon={X} label={`${removeLabel}: ${paper.title}`} onClick={onRemove} />
    </li>
  );
}
