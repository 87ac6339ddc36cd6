/* oxlint-disable jsx-a11y/prefer-tag-over-role -- one grid serves the bars, the numbers and screen readers */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { PaperFacts } from '../../shared/details.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { openContextMenu } from '../state/context-menu-store.ts';
import { takesFocus } from '../state/drawer-actions.ts';
import { goTo, goToPapers } from '../state/navigation.ts';
import { selectionAfter } from '../state/select-many.ts';
import { papersOfCell, type Timeline } from '../state/timeline.ts';
import { timelineMove, type TimelinePlace } from '../state/timeline-moves.ts';
import { setFilters } from '../state/view-store.ts';
import { clampedYears } from '../state/year-counts.ts';
import { TimelineBand } from './timeline-band.tsx';

interface Props {
  map: TopicMap;
  facts: ReadonlyMap<string, PaperFacts> | null;
  /** Papers that meet the conditions other than years; null for all. */
  matches: ReadonlySet<string> | null;
  timeline: Timeline;
  look: 'bars' | 'numbers';
  /** Width of a column in CSS pixels. */
  columnPx: number;
  /** The years that the map is filtered to; null for all. */
  filtered: { from: number; to: number } | null;
  /** The place that the pointer or the keyboard is on, null for none. */
  onRead: (place: TimelinePlace | null) => void;
}

/** Topics by year as a grid: arrows move, Enter selects the papers of a cell, in the first row Enter or a drag takes years. */
export function TimelineGrid({ map, facts, matches, timeline, look, columnPx, filtered, onRead }: Props) {
  const { rows, bins, years, most } = timeline;
  const gridId = useId();
  const [active, setActive] = useState<TimelinePlace>({ row: 0, column: -1 });
  /** Column in which a drag over the years began. */
  const begun = useRef<number | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus()) grid.current?.focus();
  }, []);
  const idOf = ({ row, column }: TimelinePlace) => `${gridId}-${row}-${column}`;
  const cellPapers = ({ row, column }: TimelinePlace) => {
    const bin = bins[column] ?? years;
    return papersOfCell(map, facts, matches, rows[row]?.topic, bin);
  };
  const takeYears = (from: number, to: number) => {
    const first = bins[Math.min(from, to)];
    const last = bins[Math.max(from, to)];
    if (first && last) setFilters({ years: clampedYears(first.from, last.to, years) });
  };
  const activate = (place: TimelinePlace) => {
    const bin = bins[place.column];
    const topic = rows[place.row]?.topic;
    if (topic === undefined && bin) setFilters({ years: filtered?.from === bin.from && filtered.to === bin.to ? null : clampedYears(bin.from, bin.to, years) });
    else if (topic === undefined) setFilters({ years: null });
    else if (!bin && topic !== null) goTo({ kind: 'topic', id: topic });
    else goToPapers(cellPapers(place));
  };
  const go = (place: TimelinePlace) => {
    setActive(place);
    onRead(place);
    document.getElementById(idOf(place))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const move = timelineMove(active, rows.length, bins.length, event);
    if (move && event.shiftKey && move.row === 0 && move.column >= 0) {
      begun.current ??= Math.max(0, active.column);
      takeYears(begun.current, move.column);
      go(move);
    } else if (move) {
      begun.current = null;
      go(move);
    } else if (event.key === 'Enter' || event.key === ' ') {
      activate(active);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      openContextMenu(selectionAt(active), placeOfCell(document.getElementById(idOf(active))));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const selectionAt = (place: TimelinePlace) => {
    const topic = rows[place.row]?.topic;
    return place.column < 0 && typeof topic === 'string' ? { kind: 'topic' as const, id: topic } : selectionAfter(null, cellPapers(place), 'replace');
  };
  const onPointerDown = (event: PointerEvent) => {
    const place = placeAt(event.target);
    if (event.button === 0 && place?.row === 0 && place.column >= 0) begun.current = place.column;
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = placeAt(event.target);
    onRead(place);
    if (begun.current !== null && event.buttons === 1 && place && place.column >= 0 && place.column !== begun.current) takeYears(begun.current, place.column);
  };
  const onClick = (event: MouseEvent) => {
    const place = placeAt(event.target);
    const isDrag = begun.current !== null && (place?.row !== 0 || place.column !== begun.current);
    begun.current = null;
    if (!place || isDrag) return;
    setActive(place);
    activate(place);
  };

  return (
    <div
      ref={grid}
      role="grid"
      data-main
      aria-label="Papers by topic and year"
      aria-rowcount={rows.length + 1}
      aria-colcount={bins.length + 1}
      aria-activedescendant={idOf(active)}
      tabIndex={0}
      className={`timeline-grid is-${look}`}
      onKeyDown={onKeyDown}
      onFocus={() => onRead(active)}
      onBlur={() => onRead(null)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onRead(null)}
      onClick={onClick}
      onContextMenu={(event) => {
        const place = placeAt(event.target);
        if (!place) return;
        event.preventDefault();
        openContextMenu(selectionAt(place), { x: event.clientX, y: event.clientY });
      }}
    >
      <YearHeadings bins={bins} columnPx={columnPx} />
      {rows.map((row, at) => (
        <TimelineBand key={row.label} row={row} place={at} bins={bins} most={row.topic === undefined ? most.all : most.topic} look={look} filtered={filtered} activeColumn={active.row === at ? active.column : null} idOf={idOf} />
      ))}
    </div>
  );
}

/** About the width of a digit, and the air between two names of years, in CSS pixels. */
const DIGIT_PX = 7;
const AIR_PX = 8;

/** The years, each over its column; where columns are narrow every second or fifth is written. */
function YearHeadings({ bins, columnPx }: { bins: Timeline['bins']; columnPx: number }) {
  const last = bins.at(-1)?.label.length ?? 0;
  const stride = Math.max(1, Math.ceil((last * DIGIT_PX + AIR_PX) / columnPx));
  return (
    <div role="row" className="timeline-row is-head">
      <div role="columnheader" className="timeline-name">Topic</div>
      <div role="presentation" className="timeline-cells">
        {bins.map(({ from, label }, at) => (
          <div key={from} role="columnheader" aria-label={label} className="timeline-heading">
            {(bins.length - 1 - at) % stride === 0 && <span>{label}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The cell or name that an element belongs to. */
function placeAt(target: EventTarget): TimelinePlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
}

/** Where a menu for a cell opens that was asked for by keyboard. */
function placeOfCell(cell: HTMLElement | null): { x: number; y: number } {
  const box = cell?.getBoundingClientRect();
  return { x: box?.left ?? 0, y: box?.bottom ?? 0 };
}
