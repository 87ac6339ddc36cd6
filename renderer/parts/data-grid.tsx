/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual list of rows cannot be a table element */
import { useVirtualizer } from '@tanstack/react-virtual';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { gridMove, keysBetween, toggled } from '../state/grid-moves.ts';
import type { SortableColumn, Sorting } from '../state/table-columns.ts';
import { useColumnWidths, type ColumnLayout } from './column-layout.ts';
import { afterPaint } from './after-paint.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow, placeOf } from './grid-row.tsx';
import './data-grid.css';

/** A column of a grid. */
export interface GridColumn<Row> extends SortableColumn<Row> {
  label: string;
  /** Stands for the label where the column is narrow. */
  icon?: LucideIcon;
  /** As CSS grid has it: "80px" or "minmax(240px, 2fr)". */
  width: string;
  /** Numbers stand at the right. */
  align?: 'right';
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  keyOf: (row: Row) => string;
  /** What a screen reader says of a row. */
  nameOf: (row: Row) => string;
  sorting: Sorting;
  onSort: (column: GridColumn<Row>) => void;
  /** Keys of the rows that are selected. */
  selected: ReadonlySet<string>;
  /** The row to bring into sight when it changes; null for none. */
  revealed: string | null;
  /** A row was clicked, or Enter pressed on it. */
  onOpen: (key: string) => void;
  /** Several rows were chosen, or one more or fewer. */
  onChoose: (keys: string[]) => void;
  /** The context menu was asked for: at a point of the window, in CSS pixels. */
  onMenu: (key: string, at: { x: number; y: number }) => void;
  /** How wide columns are, and how that and their order is changed. */
  layout: ColumnLayout;
  /** What stands in place of rows where there are none. */
  empty: ReactNode;
  /** Asked once, when the grid is first drawn: whether it takes the focus. */
  takesFocus: () => boolean;
}

const ROW_PX = 32;
const HEAD_PX = 32;

/** A grid of thousands of rows of which only those in sight are drawn. Arrows move, Enter opens, Space or x chooses, Shift extends. */
export function DataGrid<Row>({ label, rows, columns, keyOf, nameOf, sorting, onSort, selected, revealed, onOpen, onChoose, onMenu, layout, empty, takesFocus }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const anchor = useRef<string | null>(null);
  const gridId = useId();
  const places = useMemo(() => new Map(keys.map((key, place) => [key, place])), [keys]);
  const active = places.get(activeKey ?? '') ?? 0;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized on what it returns
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 8, scrollPaddingStart: HEAD_PX, paddingStart: 0 });
  useEffect(() => {
    if (takesFocus()) scroller.current?.focus();
  }, [takesFocus]);
  useReveal(revealed, places, setActiveKey, (row) => virtual.scrollToIndex(row, { align: 'auto' }));

  const body = useRef<HTMLDivElement>(null);
  const { template, hands } = useColumnWidths(body, columns, layout);

  const goTo = (row: number) => {
    setActiveKey(keys[row] ?? null);
    virtual.scrollToIndex(row, { align: 'auto' });
  };
  const extendTo = (row: number) => {
    const from = places.get(anchor.current ?? activeKey ?? '') ?? active;
    anchor.current = keys[from] ?? null;
    onChoose(keysBetween(keys, from, row));
  };
  const onClick = (event: MouseEvent) => {
    const row = placeOf(event.target);
    const key = row === null ? undefined : keys[row];
    if (row === null || key === undefined) return;
    if (event.shiftKey) extendTo(row);
    else if (event.ctrlKey || event.metaKey) onChoose(toggled(selected, key));
    else onOpen(key);
    if (!event.shiftKey) anchor.current = key;
    setActiveKey(key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isTaken = event.ctrlKey || event.metaKey ? onControlKey(event.key, keys, onChoose) : onPlainKey(event);
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPlainKey = (event: KeyboardEvent<HTMLDivElement>): boolean => {
    const key = keys[active];
    const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEAD_PX) / ROW_PX) - 1);
    const move = gridMove(active, rows.length, page, event);
    if (move) {
      if (move.extends) extendTo(move.row);
      else anchor.current = null;
      goTo(move.row);
      return true;
    }
    if (key === undefined) return false;
    if (event.key === 'Enter') onOpen(key);
    else if (event.key === 'Escape' && selected.size > 1) onChoose([]);
    else if (event.key === ' ' || event.key === 'x') onChoose(toggled(selected, key));
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) onMenu(key, placeOfRow(document.getElementById(`${gridId}-${active}`)));
    else return false;
    return true;
  };

  const onContextMenu = (event: MouseEvent) => {
    const row = placeOf(event.target);
    const key = row === null ? undefined : keys[row];
    if (key === undefined) return;
    event.preventDefault();
    setActiveKey(key);
    onMenu(key, { x: event.clientX, y: event.clientY });
  };

  const items = virtual.getVirtualItems();
  const isActiveDrawn = items.some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={isActiveDrawn && rows.length > 0 ? `${gridId}-${active}` : undefined}
      tabIndex={0}
      data-main
      className="data-grid"
      onKeyDown={onKeyDown}
      onMouseDown={keepTextUnmarked}
      onClick={onClick}
      onContextMenu={onContextMenu}
    >
      <div ref={body} role="presentation" className="data-grid-body" style={{ '--columns': template, height: virtual.getTotalSize() + HEAD_PX }}>
        <GridHead columns={columns} sorting={sorting} onSort={onSort} hands={hands} />
        {items.map(({ index, start }) => {
          const row = rows[index];
          const key = keys[index];
          return row !== undefined && key !== undefined && (
            <GridRow key={key} id={`${gridId}-${index}`} row={row} name={nameOf(row)} place={index} top={start + HEAD_PX} columns={columns} isActive={index === active} isSelected={selected.has(key)} />
          );
        })}
      </div>
      {rows.length === 0 && <div role="presentation" className="data-grid-empty">{empty}</div>}
    </div>
  );
}

/** Shift and a click choose rows, not text. */
function keepTextUnmarked(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

function onControlKey(key: string, keys: readonly string[], onChoose: (keys: string[]) => void): boolean {
  if (key !== 'a') return false;
  onChoose([...keys]);
  return true;
}

/** Where a menu for a row opens that was asked for by keyboard. */
function placeOfRow(row: HTMLElement | null): { x: number; y: number } {
  const box = row?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + ROW_PX, y: box?.bottom ?? 0 };
}

/** Brings a row into sight when it is selected elsewhere. */
function useReveal(key: string | null, places: ReadonlyMap<string, number>, setActiveKey: (key: string) => void, scrollTo: (row: number) => void): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (done.current === key) return;
    const row = key === null ? undefined : places.get(key);
    if (key !== null && row === undefined) return;
    done.current = key;
    if (key === null || row === undefined) return;
    setActiveKey(key);
    afterPaint(() => scrollTo(row));
  });
}
