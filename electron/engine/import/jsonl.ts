import { fieldSources, splitKeywords, type RecordField } from './field-names.ts';
import { jsonObjects } from './json-objects.ts';
import { lineBatches } from './lines.ts';
import { splitAuthors } from './names.ts';
import type { RawRecord, ReadRecord, RecordReader } from './record.ts';

/** JSON Lines; also an array of objects, or an object that holds one. */
export const jsonlReader: RecordReader = { format: 'jsonl', markup: 'plain', detect, read };

type JsonObject = Record<string, unknown>;

/** Sets of keys that are remembered; more than any real file has. */
const MOST_SIGNATURES = 1000;

function detect(prefix: string): number {
  const start = prefix.trimStart();
  if (/^\[\s*(?:\{|\]|$)/.test(start)) return 0.9;
  return /^\{\s*(?:"|\}|$)/.test(start) ? 0.9 : 0;
}

async function* read(text: AsyncIterable<string>, prefix: string): AsyncGenerator<ReadRecord> {
  yield* isOneObjectALine(prefix) ? readLines(text) : readObjects(text);
}

/** One of the first lines is an object by itself. */
function isOneObjectALine(prefix: string): boolean {
  const lines = prefix.split('\n').filter((line) => line.trim() !== '').slice(0, 3);
  return lines.length > 0 && !prefix.trimStart().startsWith('[') && lines.some((line) => parseObject(line) !== null);
}

async function* readLines(text: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  const keysOf = keyFinder();
  let number = 0;
  for await (const lines of lineBatches(text)) {
    for (const line of lines) {
      number++;
      if (line.trim() !== '') yield* recordsOf(line, number, keysOf);
    }
  }
}

async function* readObjects(text: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  const keysOf = keyFinder();
  for await (const object of jsonObjects(text)) {
    if (object.complete) yield* recordsOf(object.text, object.line, keysOf);
    else yield { line: object.line, reason: 'this JSON object never closes' };
  }
}

type KeyFinder = (object: JsonObject) => ReadonlyMap<RecordField, string[]>;

/** Finds the keys that hold each field; objects with the same keys, as all of a file usually are, are looked at once. */
function keyFinder(): KeyFinder {
  const known = new Map<string, ReadonlyMap<RecordField, string[]>>();
  return (object) => {
    const keys = Object.keys(object);
    const signature = keys.join('\n');
    const found = known.get(signature) ?? new Map(Array.from(fieldSources(keys), ([field, places]) => [field, places.map((place) => keys[place] ?? '')]));
    if (known.size < MOST_SIGNATURES) known.set(signature, found);
    return found;
  };
}

function* recordsOf(text: string, line: number, keysOf: KeyFinder): Generator<ReadRecord> {
  const object = parseObject(text);
  if (!object) {
    yield { line, reason: 'not a JSON object' };
    return;
  }
  const wrapped = keysOf(object).has('title') ? null : wrappedObjects(object, keysOf);
  for (const each of wrapped ?? [object]) yield recordOf(each, line, keysOf);
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of {"data": […]} and the like: an object without a title that holds an array of objects with one. */
function wrappedObjects(object: JsonObject, keysOf: KeyFinder): JsonObject[] | null {
  for (const value of Object.values(object)) {
    const objects = Array.isArray(value) ? value.filter(isObject) : [];
    if (objects.some((each) => keysOf(each).has('title'))) return objects;
  }
  return null;
}

function recordOf(object: JsonObject, line: number, keysOf: KeyFinder): RawRecord {
  const keys = keysOf(object);
  const values = (field: RecordField) => keys.get(field)?.map((key) => object[key]) ?? [];
  const value = (field: RecordField) => values(field).map(textOf).find((text) => text.trim() !== '');
  const record: RawRecord = {
    line,
    authors: values('authors').map(namesOf).find((names) => names.length > 0) ?? [],
    keywords: values('keywords').map(keywordsOf).find((keywords) => keywords.length > 0) ?? [],
  };
  for (const field of ['id', 'title', 'abstract', 'year', 'venue', 'doi', 'arxiv', 'url', 'citations'] as const) record[field] = value(field);
  return { ...record, ...otherNumbers(object['externalIds'], record) };
}

/** DOI and arXiv id that stand in an object of their own. */
function otherNumbers(ids: unknown, { doi, arxiv }: RawRecord): Pick<RawRecord, 'doi' | 'arxiv'> {
  return isObject(ids) ? { doi: doi ?? textOf(ids['DOI']), arxiv: arxiv ?? textOf(ids['ArXiv']) } : {};
}

/** A value as text: of an array its first element, of an object its name, or a date of the form {"date-parts": [[2020, 1]]}. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  return isObject(value) ? textOf(value['date-parts'] ?? value['display_name'] ?? value['name'] ?? value['literal'] ?? value['value'] ?? value['title'] ?? value['raw']) : '';
}

function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return splitAuthors(value);
  return Array.isArray(value) ? value.map(nameOf).filter((name) => name !== '') : [];
}

function nameOf(value: unknown): string {
  if (!isObject(value)) return textOf(value);
  const given = textOf(value['given'] ?? value['firstName'] ?? value['first_name'] ?? value['first']);
  const family = textOf(value['family'] ?? value['lastName'] ?? value['last_name'] ?? value['last']);
  return `${given} ${family}`.trim() || textOf(value) || (isObject(value['author']) ? nameOf(value['author']) : '');
}

function keywordsOf(value: unknown): string[] {
  if (typeof value === 'string') return splitKeywords(value);
  return Array.isArray(value) ? value.map(textOf).filter((keyword) => keyword !== '') : [];
}
