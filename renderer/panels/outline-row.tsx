import { ChevronRight } from 'lucide-react';
import { menuFor } from '../parts/menu-for.ts';
import { TopicDot } from '../parts/topic-dot.tsx';
import { dropOn } from '../state/drag-actions.ts';
import { useIsDropTarget } from '../state/drag-store.ts';
import type { OutlineRow } from '../state/outline.ts';

interface Props {
  id: string;
  row: OutlineRow;
  /** Pixels from the top of the list. */
  top: number;
  topicPosition: number | null;
  isActive: boolean;
  isSelected: boolean;
  onToggle: () => void;
  onSelect: () => void;
}

/** A line of the outline. The keyboard reaches it through the tree, which holds the focus. */
export function OutlineLine({ id, row, top, topicPosition, isActive, isSelected, onToggle, onSelect }: Props) {
  const isDrop = useIsDropTarget(row.id) && row.kind === 'topic';
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={isSelected}
      className={`outline-row is-${row.kind} is-level-${row.level} ${isActive ? 'is-active' : ''} ${isDrop ? 'is-drop' : ''}`}
      {...dropOn(row.kind === 'topic' ? row.id : null)}
      style={{ transform: `translateY(${top}px)` }}
      title={row.label}
      onClick={row.id === null ? onToggle : onSelect}
      {...(row.id === null ? {} : menuFor({ kind: row.kind, id: row.id }))}
    >
      {row.kind === 'topic' && (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span
          className={`outline-arrow ${row.expanded ? 'is-open' : ''}`}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <ChevronRight size={14} aria-hidden />
        </span>
      )}
      {row.kind === 'topic' && row.level === 1 && <TopicDot position={topicPosition} />}
      <span className="outline-label">{row.label}</span>
      {row.kind === 'topic' && <span className="outline-count" aria-hidden>{row.count}</span>}
    </div>
  );
}
