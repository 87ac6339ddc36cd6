import { create } from 'zustand';
import { z } from 'zod';
import { keepOnMachine, keptOnMachine } from './kept-on-machine.ts';
import { sortingAfter, type SortableColumn } from './table-columns.ts';

const KEY = 'concept-atlas-tables';

const tableSchema = z.object({
  sorting: z.object({ column: z.string(), direction: z.enum(['ascending', 'descending']) }),
  /** Ids of columns that are not shown. */
  hidden: z.array(z.string()),
});
const tablesSchema = z.object({ papers: tableSchema, concepts: tableSchema });

type Tables = z.infer<typeof tablesSchema>;
export type TableName = keyof Tables;

const DEFAULT_TABLES: Tables = {
  papers: { sorting: { column: 'title', direction: 'ascending' }, hidden: ['confidence', 'source'] },
  concepts: { sorting: { column: 'papers', direction: 'descending' }, hidden: [] },
};

/** How each table is sorted and which of its columns are hidden; kept on this machine. */
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

function changeTable(name: TableName, change: Partial<Tables[TableName]>): void {
  useTables.setState((tables) => ({ [name]: { ...tables[name], ...change } }));
  keepOnMachine(KEY, useTables.getState());
}
