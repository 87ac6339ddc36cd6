import type { QueryPart } from './parse-query.ts';

/** A row that meets a query; lower scores are better. */
export interface FoundRow {
  row: number;
  score: number;
}

/** Rows of a few columns of text that can be searched. */
export interface TextTable {
  /** Puts the texts of a row, in the order of the columns; what the row held before is gone. */
  put(row: number, texts: readonly string[]): void;
  /** The rows that meet all parts, in no order. */
  find(parts: readonly QueryPart[]): FoundRow[];
  /** The rows that meet all parts in some of the columns alone, which are named by their places. */
  rowsWithin(columns: readonly number[], parts: readonly QueryPart[]): number[];
  /** All words that the table holds, each with the number of rows that have it. */
  words(): Iterable<{ word: string; rows: number }>;
  close(): void;
}

/** A column of a table: how much a word in it counts, and whether beginnings of one or two letters count in it. */
export interface TextColumn {
  name: string;
  weight: number;
  shortBeginnings: boolean;
}

/** A beginning shorter than this is met by so many words that long texts would all be found. */
export const SHORT_BEGINNING = 3;
