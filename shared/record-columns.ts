/*
 * Long lists of like records as columns: a map's links name each key, concept and paper over and over, which is most of its text.
 * As columns a key is written once for the whole list, a recurring word once for the whole text, and numbers of fixed decimals as
 * whole ones. Nothing is lost: unpacking gives what JSON would.
 */

/** A list of records as columns. A column has cells for the records only that have its key. */
export interface PackedRecords {
  length: number;
  /** The keys of records, in their order; most lists have one such set. */
  shapes: string[][];
  /** Which of the shapes each record has; left out where there is but one. */
  shapeOf?: number;
  columns: Record<string, PackedColumn>;
}

/** Cells are told by the number of the line that has them. */
type PackedColumn =
  | { kind: 'plain'; cells: number }
  /** Whole numbers, which are to be divided by `per`. */
  | { kind: 'numbers'; cells: number; per: number }
  /** Places in the list of names; -1 is null. */
  | { kind: 'names'; cells: number }
  /** How many records each cell's list has, and the records of all. */
  | { kind: 'lists'; cells: number; records: PackedRecords };

/** Where the parts of packed records are put. */
export interface PackingTarget {
  /** Keeps cells; gives the number of their line. */
  line(cells: unknown[]): number;
  names: NameTable;
  /** What stands for a cell that has no quicker form. */
  encode(cell: unknown): unknown;
}

/** Where the parts of packed records are found. */
export interface PackingSource {
  line(number: number): unknown[];
  names: readonly string[];
  decode(cell: unknown): unknown;
}

/** Words that recur, each with its place. */
export class NameTable {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  /** Places of words, -1 for null; null where more than half of them are neither known nor recur, so that a table saves nothing. */
  placesOf(words: readonly (string | null)[]): number[] | null {
    const known = this.list.length;
    const places: number[] = [];
    for (const word of words) {
      places.push(word === null ? -1 : this.#placeOf(word));
      if (this.list.length - known > words.length / 2) {
        for (const fresh of this.list.splice(known)) this.#places.delete(fresh);
        return null;
      }
    }
    return places;
  }

  #placeOf(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    this.#places.set(word, this.list.length);
    return this.list.push(word) - 1;
  }
}

/** Shorter lists save too little. */
const FEWEST_RECORDS = 40;

/** Lists of more kinds of records than this are no table. */
const MOST_SHAPES = 64;

/** Decimals that numbers have at most to be written as whole ones. */
const MOST_DECIMALS = 6;

/** Records that are made before others may have the thread. */
const RECORDS_AT_ONCE = 2000;

type Fields = Record<string, unknown>;

/** A list as columns; null for a list that is short or not of like records. */
export function packRecords(list: readonly unknown[], target: PackingTarget): PackedRecords | null {
  return list.length < FEWEST_RECORDS ? null : packLongList(list, target);
}

function packLongList(list: readonly unknown[], target: PackingTarget): PackedRecords | null {
  const table = new RecordTable();
  for (const record of list) if (!isRecord(record) || !table.add(record)) return null;
  const columns: Record<string, PackedColumn> = {};
  for (const [key, cells] of table.columns) columns[key] = packColumn(cells, target);
  const shapes = table.shapes.map(({ keys }) => keys);
  return { length: list.length, shapes, ...(shapes.length > 1 ? { shapeOf: target.line(table.shapeOf) } : {}), columns };
}

/** The cells of records by key, taken in one look at each record. */
class RecordTable {
  readonly shapes: { keys: string[]; cells: unknown[][] }[] = [];
  readonly shapeOf: number[] = [];
  readonly columns = new Map<string, unknown[]>();
  readonly #values: unknown[] = [];
  #latest = -1;

  /** Takes in a record; false where there are too many kinds of them. */
  add(record: Fields): boolean {
    const shape = this.#takeAs(this.#latest, record) ?? this.#takeAs(this.shapes.findIndex((_, place) => this.#takeAs(place, record)), record) ?? this.#newShape(record);
    if (!shape) return false;
    for (let at = 0; at < shape.cells.length; at++) shape.cells[at]?.push(this.#values[at]);
    this.shapeOf.push(this.#latest);
    return true;
  }

  /** Takes the values of a record that has the very keys of a known shape, in their order. */
  #takeAs(place: number, record: Fields) {
    const shape = this.shapes[place];
    if (!shape) return null;
    const { keys } = shape;
    let count = 0;
    for (const key in record) {
      const value = record[key];
      if (key !== keys[count] || value === undefined) return null;
      this.#values[count++] = value;
    }
    if (count !== keys.length) return null;
    this.#latest = place;
    return shape;
  }

  #newShape(record: Fields) {
    const keys = Object.keys(record).filter((key) => record[key] !== undefined);
    if (this.shapes.length === MOST_SHAPES || keys.includes('__proto__')) return null;
    const cells = keys.map((key) => {
      const known = this.columns.get(key) ?? [];
      this.columns.set(key, known);
      return known;
    });
    for (const [at, key] of keys.entries()) this.#values[at] = record[key];
    const shape = { keys, cells };
    this.#latest = this.shapes.push(shape) - 1;
    return shape;
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function packColumn(cells: unknown[], target: PackingTarget): PackedColumn {
  if (cells.every((cell) => typeof cell === 'number')) return packNumbers(cells, target);
  if (cells.every((cell) => cell === null || typeof cell === 'string')) return packWords(cells, target);
  if (cells.every((cell) => Array.isArray(cell))) return packLists(cells, target);
  return { kind: 'plain', cells: target.line(cells.map((cell) => target.encode(cell))) };
}

function packNumbers(cells: readonly number[], target: PackingTarget): PackedColumn {
  const per = decimalScale(cells);
  return per === null ? { kind: 'plain', cells: target.line([...cells]) } : { kind: 'numbers', cells: target.line(cells.map((value) => Math.round(value * per))), per };
}

/** The smallest power of ten by which all become whole and from which division brings the very same back; null where there is none. */
function decimalScale(cells: readonly number[]): number | null {
  let decimals = 0;
  let per = 1;
  for (const value of cells) {
    while (Math.round(value * per) / per !== value) {
      if (++decimals > MOST_DECIMALS) return null;
      per = 10 ** decimals;
    }
  }
  return cells.every((value) => Number.isSafeInteger(Math.round(value * per)) && Math.round(value * per) / per === value) ? per : null;
}

function packWords(cells: readonly (string | null)[], target: PackingTarget): PackedColumn {
  const places = target.names.placesOf(cells);
  return places ? { kind: 'names', cells: target.line(places) } : { kind: 'plain', cells: target.line([...cells]) };
}

function packLists(cells: readonly unknown[][], target: PackingTarget): PackedColumn {
  const records = packRecords(cells.flat(), target);
  if (!records) return { kind: 'plain', cells: target.line(cells.map((cell) => target.encode(cell))) };
  return { kind: 'lists', cells: target.line(cells.map(({ length }) => length)), records };
}

/** Whether a value of a reply is what packRecords made. */
export function isPacked(value: unknown): value is PackedRecords {
  return isRecord(value) && typeof value.length === 'number' && Array.isArray(value.shapes) && isRecord(value.columns);
}

/** The list that was packed. Stops now and then, so that others may have the thread. */
export function* unpackRecords(packed: PackedRecords, source: PackingSource): Generator<undefined, Fields[]> {
  const columns = new Map<string, { cells: unknown[]; next: number }>();
  for (const [key, column] of Object.entries(packed.columns)) {
    columns.set(key, { cells: yield* unpackColumn(column, source), next: 0 });
    yield;
  }
  const shapes = packed.shapes.map((keys) => keys.map((key) => ({ key, column: columns.get(key) ?? { cells: [], next: 0 } })));
  const shapeOf = packed.shapeOf === undefined ? null : source.line(packed.shapeOf);
  const list: Fields[] = [];
  for (let place = 0; place < packed.length; place++) {
    const record: Fields = {};
    for (const { key, column } of shapes[shapeOf ? Number(shapeOf[place]) : 0] ?? []) record[key] = column.cells[column.next++];
    list.push(record);
    if (place % RECORDS_AT_ONCE === RECORDS_AT_ONCE - 1) yield;
  }
  return list;
}

function* unpackColumn(column: PackedColumn, source: PackingSource): Generator<undefined, unknown[]> {
  const cells = source.line(column.cells);
  if (column.kind === 'plain') return cells.map((cell) => source.decode(cell));
  if (column.kind === 'numbers') return column.per === 1 ? cells : cells.map((cell) => Number(cell) / column.per);
  if (column.kind === 'names') return cells.map((cell) => source.names[Number(cell)] ?? null);
  const records = yield* unpackRecords(column.records, source);
  let start = 0;
  return cells.map((count) => records.slice(start, (start += Number(count))));
}
