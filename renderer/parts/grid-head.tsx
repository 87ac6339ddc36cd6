/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual list of rows cannot be a table element */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { announce } from '../state/announce-store.ts';
import { dropPlace } from '../state/column-order.ts';
import type { Sorting } from '../state/table-columns.ts';
import type { ColumnHands } from './column-layout.ts';
import type { GridColumn } from './data-grid.tsx';

interface Props<Row> {
  columns: readonly GridColumn<Row>[];
  sorting: Sorting;
  onSort: (column: GridColumn<Row>) => void;
  hands: ColumnHands;
}

/** The headings of a grid, each a button that sorts; it can be dragged to another place, and its edge to another width. */
export function GridHead<Row>({ columns, sorting, onSort, hands }: Props<Row>) {
  const drag = useHeadingDrag(columns, hands);
  return (
    <div role="row" aria-rowindex={1} className="data-grid-row is-head" {...drag}>
      {columns.map((column, place) => (
        <Heading key={column.id} column={column} place={place} count={columns.length} direction={sorting.column === column.id ? sorting.direction : 'none'} onSort={() => onSort(column)} hands={hands} />
      ))}
    </div>
  );
}

interface HeadingProps<Row> {
  column: GridColumn<Row>;
  place: number;
  count: number;
  direction: Sorting['direction'] | 'none';
  onSort: () => void;
  hands: ColumnHands;
}

/** Pointers move by less in a click, in CSS pixels. */
const CLICK_PX = 5;
/** What a key changes a width by. */
const KEY_STEP_PX = 16;

function Heading<Row>({ column, place, count, direction, onSort, hands }: HeadingProps<Row>) {
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  const name = column.label.toLowerCase();
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (!event.shiftKey || event.altKey || (by === 0 && event.key !== 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') hands.fit(column.id, place);
    else if (event.ctrlKey || event.metaKey) moveBy(by);
    else hands.set(column.id, hands.widthOf(place) + by * KEY_STEP_PX);
    if (by !== 0 && !event.ctrlKey && !event.metaKey) announce(`${column.label} is ${by < 0 ? 'narrower' : 'wider'}`);
  };
  const moveBy = (by: number) => {
    const to = Math.min(count - 1, Math.max(0, place + by));
    hands.move(column.id, to);
    announce(`${column.label} is column ${to + 1} of ${count}`);
  };
  return (
    <div role="columnheader" data-column={column.id} aria-colindex={place + 1} aria-sort={direction} className={`data-grid-cell ${column.align === 'right' ? 'is-right' : ''}`}>
      <button
        type="button"
        className="data-grid-sort"
        title={`Sort by ${name}. Drag to move the column. Keys: Shift+← and → set its width, Shift+Enter fits it, Ctrl+Shift+← and → move it.`}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Shift+Enter Control+Shift+ArrowLeft Control+Shift+ArrowRight"
        onKeyDown={onKeyDown}
        onClick={onSort}
      >
        {column.icon && <column.icon size={13} aria-hidden />}
        <span className={column.icon ? 'visually-hidden' : 'data-grid-heading'}>{column.label}</span>
        {direction !== 'none' && <Arrow size={12} aria-hidden />}
      </button>
      <Edge column={column.id} place={place} hands={hands} />
    </div>
  );
}

/** A heading dragged along its row takes the places it comes over. The row hears the pointer: headings move while they are dragged. */
function useHeadingDrag(columns: readonly { id: string }[], { move }: ColumnHands) {
  const begun = useRef<{ column: string; x: number; isDrag: boolean } | null>(null);
  const onPointerDown = (event: PointerEvent) => {
    const column = event.target instanceof Element && event.target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    if (event.button === 0 && column) begun.current = { column, x: event.clientX, isDrag: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const drag = begun.current;
    if (!drag || event.buttons !== 1 || (!drag.isDrag && Math.abs(event.clientX - drag.x) < CLICK_PX)) return;
    // From then on the press ends on the row, and is no click on the heading, which would sort.
    if (!drag.isDrag) event.currentTarget.setPointerCapture(event.pointerId);
    drag.isDrag = true;
    const place = columns.findIndex(({ id }) => id === drag.column);
    const headings = [...event.currentTarget.querySelectorAll('[data-column]')].map((heading) => heading.getBoundingClientRect());
    const to = dropPlace(headings, place, event.clientX);
    if (to !== place) move(drag.column, to);
  };
  const end = () => {
    begun.current = null;
  };
  return { onPointerDown, onPointerMove, onPointerUp: end, onPointerCancel: end };
}

/** The edge of a column: a drag sets its width, a double click fits it to what it shows. Keys do the same on the heading. */
function Edge({ column, place, hands }: { column: string; place: number; hands: ColumnHands }) {
  const begun = useRef<{ x: number; widthPx: number } | null>(null);
  const widthAt = (x: number) => (begun.current ? begun.current.widthPx + x - begun.current.x : 0);
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = { x: event.clientX, widthPx: hands.widthOf(place) };
  };
  const onPointerUp = (event: PointerEvent) => {
    if (begun.current && begun.current.x !== event.clientX) hands.set(column, widthAt(event.clientX));
    begun.current = null;
  };
  const onPointerCancel = () => {
    begun.current = null;
    hands.preview(column, null);
  };
  return (
    <span
      aria-hidden
      className="data-grid-edge"
      title="Drag to set the width; double-click to fit"
      onPointerDown={onPointerDown}
      onPointerMove={(event) => begun.current && event.clientX !== begun.current.x && hands.preview(column, widthAt(event.clientX))}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
      onDoubleClick={() => hands.fit(column, place)}
    />
  );
}
