import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Selection } from '../../shared/settings.ts';
import { mainTopics, type TopicMap } from '../../shared/topic-map.ts';
import { TopicDot } from '../parts/topic-dot.tsx';
import { mapIndex, type MapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { outlineMove, outlineRows, topicKey, type OutlineRow } from '../state/outline.ts';
import { useSelection } from '../state/view-store.ts';

const ROW_PX = 28;
/** Up to this many rows all are drawn; beyond, only those in sight. */
const DRAW_ALL = 400;

/** The map as a list: topics and their papers. Arrow keys move, Enter selects. */
export function OutlineTree({ map }: { map: TopicMap }) {
  const index = mapIndex(map);
  const selection = useSelection();
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set());
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const rows = useMemo(() => outlineRows(mainTopics(map), index.inTopic, closed), [map, index, closed]);
  const active = Math.max(0, rows.findIndex(({ key }) => key === activeKey));
  const scroller = useRef<HTMLDivElement>(null);
  const treeId = useId();
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized on what it returns
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: rows.length <= DRAW_ALL ? DRAW_ALL : 12,
  });

  useFollowSelection(selection, index, rows, setClosed, setActiveKey, (row) => virtual.scrollToIndex(row, { align: rows[row]?.kind === 'topic' ? 'start' : 'auto' }));

  const toggle = (key: string) => setClosed((before) => (before.has(key) ? without(before, key) : new Set([...before, key])));
  const goToRow = (row: number) => {
    setActiveKey(rows[row]?.key ?? null);
    virtual.scrollToIndex(row, { align: 'auto' });
  };
  const select = (row: OutlineRow | undefined) => {
    if (!row) return;
    setActiveKey(row.key);
    if (row.id !== null) goTo({ kind: row.kind, id: row.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = outlineMove(rows, active, event.key);
    if (event.key === 'Enter' || event.key === ' ') select(rows[active]);
    else if (move?.kind === 'go') goToRow(move.row);
    else if (move?.kind === 'toggle') toggle(rows[move.row]?.key ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="outline" aria-label="Outline">
      <div className="panel-heading">
        <h2 className="panel-name">Papers by topic <span className="section-count">{map.papers.length.toLocaleString('en')}</span></h2>
        <button type="button" className="text-button" onClick={() => setClosed(closed.size > 0 ? new Set() : new Set([null, ...mainTopics(map).map(({ id }) => id)].map(topicKey)))}>
          {closed.size > 0 ? 'Open all' : 'Close all'}
        </button>
      </div>
      <div
        ref={scroller}
        role="tree"
        aria-label="Map outline"
        tabIndex={0}
        aria-activedescendant={rows[active] ? `${treeId}-${active}` : undefined}
        className="outline-tree"
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className="outline-rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: at, start }) => {
            const row = rows[at];
            return row && (
              <Row
                key={row.key}
                id={`${treeId}-${at}`}
                row={row}
                top={start}
                topicPosition={row.kind === 'topic' ? index.topicPosition(row.id) : null}
                isActive={at === active}
                isSelected={selection !== null && selection.kind === row.kind && selection.id === row.id}
                onToggle={() => toggle(row.key)}
                onSelect={() => select(row)}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

interface RowProps {
  id: string;
  row: OutlineRow;
  top: number;
  topicPosition: number | null;
  isActive: boolean;
  isSelected: boolean;
  onToggle: () => void;
  onSelect: () => void;
}

function Row({ id, row, top, topicPosition, isActive, isSelected, onToggle, onSelect }: RowProps) {
  return (
    // The keyboard reaches the rows through the tree, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={isSelected}
      className={`outline-row is-${row.kind} ${isActive ? 'is-active' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      title={row.label}
      onClick={row.id === null ? onToggle : onSelect}
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
      {row.kind === 'topic' && <TopicDot position={topicPosition} />}
      <span className="outline-label">{row.label}</span>
      {row.kind === 'topic' && <span className="outline-count" aria-hidden>{row.count}</span>}
    </div>
  );
}

/** Opens the topic of what is selected elsewhere and brings its row into sight. */
function useFollowSelection(
  selection: Selection | null,
  index: MapIndex,
  rows: readonly OutlineRow[],
  setClosed: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void,
  setActiveKey: (key: string) => void,
  reveal: (row: number) => void,
): void {
  const followed = useRef<Selection | null>(null);
  useEffect(() => {
    if (followed.current === selection) return;
    if (selection?.kind === 'topic') {
      setActiveKey(topicKey(selection.id));
    } else if (selection?.kind === 'paper') {
      const topic = topicKey(index.papers.get(selection.id)?.topic ?? null);
      setClosed((before) => (before.has(topic) ? without(before, topic) : before));
      setActiveKey(`paper ${selection.id}`);
    }
    const row = rows.findIndex(({ kind, id }) => selection !== null && kind === selection.kind && id === selection.id);
    if (row < 0 && selection?.kind === 'paper' && index.papers.has(selection.id)) return;
    followed.current = selection;
    if (row >= 0) reveal(row);
  });
}

function without(keys: ReadonlySet<string>, key: string): Set<string> {
  return new Set([...keys].filter((other) => other !== key));
}
