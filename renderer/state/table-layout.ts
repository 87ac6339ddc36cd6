import { placesInOrder } from './column-order.ts';
import { moveColumn, setColumnWidth, type TableName } from './table-store.ts';

/** Columns in the user's order. */
export function inOrder<Column extends { id: string }>(columns: readonly Column[], order: readonly string[]): readonly Column[] {
  if (order.length === 0) return columns;
  const places = new Map(placesInOrder(columns.map(({ id }) => id), order).map((id, place) => [id, place]));
  return columns.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** The widths of a table's columns with what changes them and their order. `all` and `shown` are ids of columns. */
export function tableLayout(name: TableName, all: readonly string[], shown: readonly string[], widths: Readonly<Record<string, number>>) {
  return {
    widths,
    setWidth: (column: string, widthPx: number) => setColumnWidth(name, column, widthPx),
    move: (column: string, place: number) => moveColumn(name, all, shown, column, place),
  };
}
