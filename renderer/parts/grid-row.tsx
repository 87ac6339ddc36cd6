/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual list of rows cannot be a table element */
import { memo } from 'react';
import type { GridColumn } from './data-grid.tsx';

interface Props<Row> {
  id: string;
  row: Row;
  /** What a screen reader says of the row. */
  name: string;
  /** Place among the rows, from 0. */
  place: number;
  /** CSS pixels from the top of all rows. */
  top: number;
  columns: readonly GridColumn<Row>[];
  isActive: boolean;
  isSelected: boolean;
}

/** One row of a grid; drawn anew only when something of its own changes. The grid around it hears the mouse. */
export const GridRow = memo(PlainRow) as typeof PlainRow;

function PlainRow<Row>({ id, row, name, place, top, columns, isActive, isSelected }: Props<Row>) {
  return (
    <div id={id} role="row" aria-label={name} aria-rowindex={place + 2} aria-selected={isSelected} data-place={place} className={`data-grid-row ${isActive ? 'is-active' : ''}`} style={{ transform: `translateY(${top}px)` }}>
      {columns.map((column, at) => (
        <div key={column.id} role="gridcell" aria-colindex={at + 1} className={`data-grid-cell ${column.align === 'right' ? 'is-right' : ''}`}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** Place of the row that an element is in; null for none. */
export function placeOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return row ? Number(row.dataset['place']) : null;
}
