import type { SQLOutputValue } from 'node:sqlite';

/** One row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

/** A column of text. Throws Error where the file has anything else there. */
export function textColumn(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : refuse(name);
}

/** A column of text that may be empty. Throws Error where the file has anything else there. */
export function optionalTextColumn(row: Row, name: string): string | null {
  return row[name] === null ? null : textColumn(row, name);
}

/** A column of numbers. Throws Error where the file has anything else there. */
export function numberColumn(row: Row, name: string): number {
  const value = row[name];
  return typeof value === 'number' ? value : refuse(name);
}

/** A column of numbers that may be empty. Throws Error where the file has anything else there. */
export function optionalNumberColumn(row: Row, name: string): number | null {
  return row[name] === null ? null : numberColumn(row, name);
}

/** A column of bytes. Throws Error where the file has anything else there. */
export function bytesColumn(row: Row, name: string): Uint8Array {
  const value = row[name];
  return value instanceof Uint8Array ? value : refuse(name);
}

function refuse(name: string): never {
  throw new Error(`its column “${name}” holds something unexpected`);
}
