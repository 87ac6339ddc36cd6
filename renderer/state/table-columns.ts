import { foldTerm } from './mark-terms.ts';

/** What a cell is sorted by; null where it is not known, which comes last in either direction. */
export type SortValue = string | number | null;

/** What a table knows of a column, apart from how its cells look. */
export interface SortableColumn<Row> {
  id: string;
  valueOf: (row: Row) => SortValue;
  /** The direction that the first click sorts in: numbers are mostly wanted largest first. */
  first: 'ascending' | 'descending';
}

export interface Sorting {
  column: string;
  direction: 'ascending' | 'descending';
}

/** The sorting after a click on a column's heading: its first direction, then the other. */
export function sortingAfter(before: Sorting, { id, first }: Pick<SortableColumn<never>, 'id' | 'first'>): Sorting {
  if (before.column !== id) return { column: id, direction: first };
  return { column: id, direction: before.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** Rows in order, as a new array. Ties stay in the order they came in, whatever the direction. Words go by the alphabet, whatever their case, accents and opening quotes. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly SortableColumn<Row>[], { column, direction }: Sorting): Row[] {
  const valueOf = columns.find(({ id }) => id === column)?.valueOf;
  if (!valueOf) return [...rows];
  const keyed = rows.map((row) => ({ row, value: sortKey(valueOf(row)) }));
  const sign = direction === 'ascending' ? 1 : -1;
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return sign * compareValues(a.value, b.value);
  });
  return keyed.map(({ row }) => row);
}

function compareValues(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const PLAIN = /^[a-z0-9][\x20-\x7e]*$/i;

/** Folded once a row: comparing what is folded takes a tenth of the time of a collator. */
function sortKey(value: SortValue): SortValue {
  if (typeof value !== 'string') return value;
  return PLAIN.test(value) ? value.toLowerCase() : foldTerm(value).replace(/^[^\p{L}\p{N}]+/u, '');
}
