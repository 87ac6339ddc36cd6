/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual list of rows cannot be a table element */
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Sorting } from '../state/table-columns.ts';
import type { GridColumn } from './data-grid.tsx';

interface Props<Row> {
  columns: readonly GridColumn<Row>[];
  sorting: Sorting;
  onSort: (column: GridColumn<Row>) => void;
}

/** The headings of a grid, each a button that sorts. */
export function GridHead<Row>({ columns, sorting, onSort }: Props<Row>) {
  return (
    <div role="row" aria-rowindex={1} className="data-grid-row is-head">
      {columns.map((column, place) => {
        const isSorted = sorting.column === column.id;
        const Arrow = sorting.direction === 'ascending' ? ArrowUp : ArrowDown;
        return (
          <div key={column.id} role="columnheader" aria-colindex={place + 1} aria-sort={isSorted ? sorting.direction : 'none'} className={`data-grid-cell ${column.align === 'right' ? 'is-right' : ''}`}>
            <button type="button" className="data-grid-sort" title={`Sort by ${column.label.toLowerCase()}`} onClick={() => onSort(column)}>
              {column.icon && <column.icon size={13} aria-hidden />}
              <span className={column.icon ? 'visually-hidden' : 'data-grid-heading'}>{column.label}</span>
              {isSorted && <Arrow size={12} aria-hidden />}
            </button>
          </div>
        );
      })}
    </div>
  );
}
