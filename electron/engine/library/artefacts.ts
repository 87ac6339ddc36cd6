import type { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { createDeflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { jsonPieces } from '../export/json-pieces.ts';
import { bytesColumn, textColumn } from './columns.ts';
import { decodeIndex, decodeIndexInPieces, encodeIndex, type StoredIndex } from './concept-index-codec.ts';
import { FIRST_THESAURI, type ThesaurusChoice } from './journal.ts';
import { parametersKey, thesauriKey, type MapChoice } from './map-choice.ts';

/*
 * What was computed from the papers, compressed. `base-map` is the map of the last import, or of the last change of thesauri, whose
 * positions every other map keeps to; `map` are maps of the same papers under other settings or corrections, of which the latest few are
 * kept. Index and maps under other thesauri than the built-in one carry those in their names. The index is as it was found, without the
 * user's corrections. All of them can be computed again, so dropping one costs time only.
 */

/** Maps are this program's own work, so a look at what they claim to be is enough. */
const mapSchema = z.custom<TopicMap>((value) => z.object({ format: z.literal('concept-atlas/topic-map'), version: z.literal(1) }).safeParse(value).success);

/** Maps under other settings that are kept: enough for undo and redo around the present to need no computing. */
const KEPT_MAPS = 4;

/** Choices of thesauri whose index and maps are kept, so that undo and redo of the latest changes lead to the very same map. */
const KEPT_THESAURI = 3;

type Artefact = 'index' | 'base-map' | 'map';

/** Replaces all that was computed by what an import made. */
export function putImported(database: DatabaseSync, choice: MapChoice, index: StoredIndex, map: TopicMap): void {
  database.prepare('DELETE FROM artefacts').run();
  putIndexed(database, choice, index, map);
}

/** Keeps what was made with other thesauri, beside what was made with the ones before. */
export function putIndexed(database: DatabaseSync, choice: MapChoice, index: StoredIndex, map: TopicMap): void {
  const { thesauri } = choice;
  put(database, nameOf('index', thesauri), '', deflateRawSync(encodeIndex(index), COMPRESSION));
  put(database, nameOf('base-map', thesauri), parametersKey(choice), packMap(map));
  const kept = database.prepare("SELECT name FROM artefacts WHERE name LIKE 'index%' ORDER BY made DESC").all().map((row) => textColumn(row, 'name').slice('index'.length));
  const remove = database.prepare('DELETE FROM artefacts WHERE name IN (?, ?, ?)');
  for (const suffix of kept.slice(KEPT_THESAURI)) remove.run(`index${suffix}`, `base-map${suffix}`, `map${suffix}`);
}

/** Keeps a map under settings or corrections other than those of the last import, as packMap makes it ready. */
export function putMap(database: DatabaseSync, choice: MapChoice, packed: Uint8Array): void {
  const name = nameOf('map', choice.thesauri);
  put(database, name, parametersKey(choice), packed);
  database.prepare('DELETE FROM artefacts WHERE name = ? AND made <= (SELECT max(made) FROM artefacts) - ?').run(name, KEPT_MAPS);
}

/** The map under some choice, where it is kept. */
export function findMap(database: DatabaseSync, choice: MapChoice): TopicMap | null {
  const { thesauri } = choice;
  const row = database.prepare('SELECT content FROM artefacts WHERE name IN (?, ?) AND parameters = ?').get(nameOf('base-map', thesauri), nameOf('map', thesauri), parametersKey(choice));
  return row ? unpackMap(bytesColumn(row, 'content')) : null;
}

/** Whether the file has the map under some choice. */
export function hasMap(database: DatabaseSync, choice: MapChoice): boolean {
  const { thesauri } = choice;
  return database.prepare('SELECT 1 FROM artefacts WHERE name IN (?, ?) AND parameters = ?').get(nameOf('base-map', thesauri), nameOf('map', thesauri), parametersKey(choice)) !== undefined;
}

/** The map of the last import, as some thesauri made it; null before the first, and where it is not kept. */
export function findBaseMap(database: DatabaseSync, thesauri: ThesaurusChoice): TopicMap | null {
  const packed = packedBaseMap(database, thesauri);
  return packed && unpackMap(packed);
}

/** The same as packMap made it. */
export function packedBaseMap(database: DatabaseSync, thesauri: ThesaurusChoice): Uint8Array | null {
  const row = database.prepare('SELECT content FROM artefacts WHERE name = ?').get(nameOf('base-map', thesauri));
  return row ? bytesColumn(row, 'content') : null;
}

/** What sets the map of the last import apart from others by the same thesauri, as parametersKey tells it; null where there is none. */
export function baseMapParameters(database: DatabaseSync, thesauri: ThesaurusChoice): string | null {
  const row = database.prepare('SELECT parameters FROM artefacts WHERE name = ?').get(nameOf('base-map', thesauri));
  return row ? textColumn(row, 'parameters') : null;
}

/** The concept index of the library's papers by some thesauri; null before the first import, and where it is not kept. */
export function findIndex(database: DatabaseSync, thesauri: ThesaurusChoice): StoredIndex | null {
  const packed = packedIndex(database, thesauri);
  return packed && decodeIndex(inflateRawSync(packed));
}

/** The same, unpacked beside other work and read a little at a time, with a pause in between. */
export async function findIndexAside(database: DatabaseSync, thesauri: ThesaurusChoice, pause: () => Promise<unknown>): Promise<StoredIndex | null> {
  const packed = packedIndex(database, thesauri);
  return packed && decodeIndexInPieces(await inflateAside(packed), pause);
}

function packedIndex(database: DatabaseSync, thesauri: ThesaurusChoice): Uint8Array | null {
  const row = database.prepare('SELECT content FROM artefacts WHERE name = ?').get(nameOf('index', thesauri));
  return row ? bytesColumn(row, 'content') : null;
}

function nameOf(artefact: Artefact, thesauri: ThesaurusChoice): string {
  return artefact + (thesauriKey(thesauri) === thesauriKey(FIRST_THESAURI) ? '' : ` ${thesauriKey(thesauri)}`);
}

function put(database: DatabaseSync, name: string, parameters: string, packed: Uint8Array): void {
  const insert = database.prepare('INSERT OR REPLACE INTO artefacts (name, parameters, made, content) VALUES (?, ?, (SELECT coalesce(max(made), 0) + 1 FROM artefacts), ?)');
  insert.run(name, parameters, packed);
}

const COMPRESSION = { level: 1 };

const inflateAside = promisify(inflateRaw);

/** A map as the file keeps it: compressed JSON. */
export function packMap(map: TopicMap): Uint8Array {
  return deflateRawSync(JSON.stringify(map), COMPRESSION);
}

/** What packMap gives, or other bytes for the same map, made a little at a time and compressed beside other work. */
export async function packMapInPieces(map: TopicMap): Promise<Uint8Array> {
  return buffer(Readable.from(jsonPieces(map)).pipe(createDeflateRaw(COMPRESSION)));
}

/** The map that packMap packed. */
export function unpackMap(content: Uint8Array): TopicMap {
  return mapSchema.parse(JSON.parse(inflateRawSync(content).toString('utf8')));
}
