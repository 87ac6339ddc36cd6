import type { Reply } from './failures.ts';
import { finish } from './steps.ts';
import { isPacked, NameTable, packRecords, unpackRecords, type PackingSource, type PackingTarget } from './record-columns.ts';

/*
 * The text in which a reply travels from the engine's thread to the page: JSON in which bytes are {"$bytes": base64}. Where it has long
 * lists of records, these are {"$records": …}, and the cells of their columns are further lines of JSON, the last of which has the
 * words that recur. So a page can read a large map line by line, without holding its thread for long.
 */

/** A reply that was made text where it arose, as UTF-8; hosts pass it on as it is. */
export interface EncodedReply {
  ok: boolean;
  encoded: Uint8Array;
}

const BYTES_KEY = '$bytes';
const RECORDS_KEY = '$records';

/** A reply as text. */
export function encodeReply(reply: Reply<unknown>, toBase64: (bytes: Uint8Array) => string): string {
  const lines: string[] = [''];
  const target: PackingTarget = { line: (cells) => lines.push(JSON.stringify(cells)) - 1, names: new NameTable(), encode };
  lines[0] = JSON.stringify(encode(reply));
  if (lines.length > 1) lines.push(JSON.stringify(target.names.list));
  return lines.join('\n');

  function encode(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Uint8Array) return { [BYTES_KEY]: toBase64(value) };
    if (Array.isArray(value)) {
      const records = packRecords(value, target);
      return records ? { [RECORDS_KEY]: records } : value.map(encode);
    }
    return Object.getPrototypeOf(value) === Object.prototype ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, encode(part)])) : value;
  }
}

/** The reply that a text stands for. Throws SyntaxError for text that is none. */
export function decodeReply(text: string, fromBase64: (text: string) => Uint8Array): unknown {
  return finish(decodeInSteps(text, fromBase64));
}

/** As decodeReply, in steps of some milliseconds between which others may have the thread. */
export function* decodeInSteps(text: string, fromBase64: (text: string) => Uint8Array): Generator<undefined, unknown> {
  const lines = text.split('\n');
  const source: PackingSource = {
    line: (number) => parseList(lines[number] ?? ''),
    names: lines.length > 1 ? parseList(lines.at(-1) ?? '').map(String) : [],
    decode: (cell) => finish(decode(cell)),
  };
  yield;
  return yield* decode(JSON.parse(lines[0] ?? ''));

  function* decode(value: unknown): Generator<undefined, unknown> {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      for (const part of value) list.push(yield* decode(part));
      return list;
    }
    const entries = Object.entries(value);
    const [only] = entries;
    if (only && entries.length === 1) {
      if (only[0] === BYTES_KEY && typeof only[1] === 'string') return fromBase64(only[1]);
      if (only[0] === RECORDS_KEY && isPacked(only[1])) return yield* unpackRecords(only[1], source);
    }
    const record: Record<string, unknown> = {};
    for (const [key, part] of entries) Object.defineProperty(record, key, { value: yield* decode(part), enumerable: true, writable: true, configurable: true });
    return record;
  }
}

function parseList(line: string): unknown[] {
  const list: unknown = JSON.parse(line);
  if (Array.isArray(list)) return list;
  throw new SyntaxError('A line of a reply is no list');
}
