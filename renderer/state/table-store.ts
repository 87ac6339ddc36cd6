import { create } from 'zustand';
import { z } from 'zod';
import { keepOnMachine, keptOnMachine } from './kept-on-machine.ts';
import { movedTo, placesInOrder } from './column-order.ts';
import { sortingAfter, type SortableColumn } from './table-columns.ts';

const KEY = 'concept-atlas-tables';

const tableSchema = z.object({
  sorting: z.object({ column: z.string(), direction: z.enum(['ascending', 'descending']) }),
  /** Ids of columns that are not shown. */
  hidden: z.array(z.string()),
  /** Widths of columns that the user set, in CSS pixels, by id. */
  widths: z.record(z.string(), z.number()).default({}),
  /** Ids of columns in the user's order; columns that are not named keep their places after them. */
  order: z.array(z.string()).default([]),
});
const tablesSchema = z.object({ papers: tableSchema, concepts: tableSchema });

type Tables = z.infer<typeof tablesSchema>;
export type TableName = keyof Tables;

const DEFAULT_TABLES: Tables = {
  papers: { sorting: { column: 'title', direction: 'ascending' }, hidden: ['confidence', 'source'], widths: {}, order: [] },
  concepts: { sorting: { column: 'papers', direction: 'descending' }, hidden: [], widths: {}, order: [] },
};

/** How each table is sorted, and which of its columns are shown, how wide and in what order; kept on this machine. */
export const useTables = create<Tables>()(() => keptOnMachine(KEY, tablesSchema) ?? DEFAULT_TABLES);

/** Sorts a table by a column; by the same one again, the other way round. */
export function sortTable(name: TableName, column: Pick<SortableColumn<never>, 'id' | 'first'>): void {
  changeTable(name, { sorting: sortingAfter(useTables.getState()[name].sorting, column) });
}

/** Hides a column that is shown, shows one that is hidden. */
export function toggleColumn(name: TableName, column: string): void {
  const { hidden } = useTables.getState()[name];
  changeTable(name, { hidden: hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column] });
}

/** Gives a column a width in CSS pixels. */
export function setColumnWidth(name: TableName, column: string, widthPx: number): void {
  changeTable(name, { widths: { ...useTables.getState()[name].widths, [column]: Math.round(widthPx) } });
}

/** Puts a column at a place among those shown. `all` and `shown` are ids of columns in their present order. */
export function moveColumn(name: TableName, all: readonly string[], shown: readonly string[], column: string, place: number): void {
  changeTable(name, { order: movedTo(placesInOrder(all, useTables.getState()[name].order), shown, column, place) });
}

/** Gives all columns of a table the widths and the order that they have by themselves. */
export function resetColumns(name: TableName): void {
  changeTable(name, { widths: {}, order: [] });
}

function changeTable(name: TableName, change: Partial<Tables[TableName]>): void {
  useTables.setState((tables) => ({ [name]: { ...tables[name], ...change } }));
  keepOnMachine(KEY, useTables.getState());
}
