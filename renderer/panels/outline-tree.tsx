import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Selection, View } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { afterPaint } from '../parts/after-paint.ts';
import { mapIndex } from '../state/map-index.ts';
import { goTo } from '../state/navigation.ts';
import { countIn, groupKeys, outlineGroups, outlineMove, outlineRows, type OutlineGroup, type OutlineRow } from '../state/outline.ts';
import { useMatches } from '../state/use-matches.ts';
import { useSelection, useView } from '../state/view-store.ts';
import { counted } from '../state/words.ts';
import { OutlineLine } from './outline-row.tsx';
import './outline-tree.css';
import { useOutlineFollow } from './use-outline-follow.ts';

const ROW_PX = 28;
/** Up to this many rows all are drawn; beyond, only those in sight. */
const DRAW_ALL = 400;
/** With more papers than this topics are closed at first. */
const ALL_OPEN = 150;
const HEADINGS = { papers: 'Papers by topic', concepts: 'Concepts by topic', both: 'Papers and concepts by topic' } as const;

/** The map as a list: topics, sub-topics, and what is in them. Arrow keys move, Enter selects. It follows the map, which shows a choice at once. */
export function OutlineTree({ map }: { map: TopicMap }) {
  return <Outline map={map} selection={useDeferredValue(useSelection())} view={useDeferredValue(useView((state) => state.view))} />;
}

const Outline = memo(({ map, selection, view }: { map: TopicMap; selection: Selection | null; view: View }) => {
  const index = mapIndex(map);
  const groups = useOutline(map, view);
  const keys = useMemo(() => groupKeys(groups), [groups]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(map.papers.length > ALL_OPEN ? keys : []));
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const rows = useMemo(() => outlineRows(groups, closed), [groups, closed]);
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
  useOutlineFollow(selection, index, rows, {
    open: (around) => setClosed((before) => new Set([...before].filter((key) => !around.includes(key)))),
    activate: setActiveKey,
    reveal: (row) => void afterPaint(() => virtual.scrollToIndex(row, { align: rows[row]?.kind === 'topic' ? 'start' : 'auto' })),
  });

  const toggle = (key: string) => setClosed((before) => (before.has(key) ? new Set([...before].filter((other) => other !== key)) : new Set([...before, key])));
  const goToRow = (row: number) => {
    setActiveKey(rows[row]?.key ?? null);
    virtual.scrollToIndex(row, { align: 'auto' });
  };
  const select = (row: OutlineRow | undefined) => {
    if (!row) return;
    setActiveKey(row.key);
    if (row.id === null) toggle(row.key);
    else goTo({ kind: row.kind, id: row.id });
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
        <h2 className="panel-name"><span className="panel-name-text" title={HEADINGS[view]}>{HEADINGS[view]}</span> <OutlineCount map={map} view={view} groups={groups} /></h2>
        <button type="button" className="text-button" onClick={() => setClosed(closed.size > 0 ? new Set() : new Set(keys))}>
          {closed.size > 0 ? 'Open all' : 'Close all'}
        </button>
      </div>
      {rows.length === 0 && <p className="outline-empty">Nothing on the map meets what you search for or filter by.</p>}
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
              <OutlineLine
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
});

function useOutline(map: TopicMap, view: View): OutlineGroup[] {
  const hiddenTopics = useView((state) => state.hiddenTopics);
  const { onMap: matches } = useMatches(map);
  return useMemo(() => outlineGroups({ map, index: mapIndex(map), view, hiddenTopics, matches }), [map, view, hiddenTopics, matches]);
}

/** How much of the map the outline lists: “100”, or “12 of 100” while something is hidden or filtered out. */
function OutlineCount({ map, view, groups }: { map: TopicMap; view: View; groups: readonly OutlineGroup[] }) {
  const all = (view === 'concepts' ? 0 : map.papers.length) + (view === 'papers' ? 0 : map.concepts.length);
  const listed = groups.reduce((sum, group) => sum + countIn(group), 0);
  const words = listed === all ? all.toLocaleString('en') : `${listed.toLocaleString('en')} of ${all.toLocaleString('en')}`;
  return <span className="section-count" title={counted(listed, 'entry', 'entries')}>{words}</span>;
}
