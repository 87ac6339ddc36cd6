import type { DatabaseSync } from 'node:sqlite';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { MapSettings } from '../../../shared/settings.ts';
import { compareText } from '../../../shared/text.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { bytesColumn } from './columns.ts';
import { decodeIndex, encodeIndex, type StoredIndex } from './concept-index-codec.ts';

/*
 * What was computed from the papers, compressed. `base-map` is the map of the last import, whose positions every other map
 * keeps to; `map` are maps of the same papers under other settings, of which the latest few are kept. All of them come out
 * the same when computed again, so dropping one costs time only.
 */

/** Maps are this program's own work, so a look at what they claim to be is enough. */
const mapSchema = z.custom<TopicMap>((value) => z.object({ format: z.literal('concept-atlas/topic-map'), version: z.literal(1) }).safeParse(value).success);

/** Maps under other settings that are kept: enough for undo and redo around the present to need no computing. */
const KEPT_MAPS = 4;

/** Replaces all that was computed by what an import made. */
export function putImported(database: DatabaseSync, index: StoredIndex, map: TopicMap): void {
  database.prepare('DELETE FROM artefacts').run();
  put(database, 'index', '', encodeIndex(index));
  put(database, 'base-map', settingsKey(map.parameters), encodeMap(map));
}

/** Keeps a map under settings other than those of the last import. */
export function putMap(database: DatabaseSync, settings: MapSettings, map: TopicMap): void {
  put(database, 'map', settingsKey(settings), encodeMap(map));
  database.prepare("DELETE FROM artefacts WHERE name = 'map' AND made <= (SELECT max(made) FROM artefacts) - ?").run(KEPT_MAPS);
}

/** The map under some settings, where it is kept. */
export function findMap(database: DatabaseSync, settings: MapSettings): TopicMap | null {
  const row = database.prepare("SELECT content FROM artefacts WHERE name IN ('base-map', 'map') AND parameters = ?").get(settingsKey(settings));
  return row ? decodeMap(bytesColumn(row, 'content')) : null;
}

/** The map of the last import; null before the first. */
export function findBaseMap(database: DatabaseSync): TopicMap | null {
  const row = database.prepare("SELECT content FROM artefacts WHERE name = 'base-map'").get();
  return row ? decodeMap(bytesColumn(row, 'content')) : null;
}

/** The concept index of the library's papers; null before the first import. */
export function findIndex(database: DatabaseSync): StoredIndex | null {
  const row = database.prepare("SELECT content FROM artefacts WHERE name = 'index'").get();
  return row ? decodeIndex(inflateRawSync(bytesColumn(row, 'content'))) : null;
}

function put(database: DatabaseSync, name: string, parameters: string, content: Uint8Array): void {
  const insert = database.prepare('INSERT OR REPLACE INTO artefacts (name, parameters, made, content) VALUES (?, ?, (SELECT coalesce(max(made), 0) + 1 FROM artefacts), ?)');
  insert.run(name, parameters, deflateRawSync(content, { level: 1 }));
}

function encodeMap(map: TopicMap): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(map));
}

function decodeMap(content: Uint8Array): TopicMap {
  return mapSchema.parse(JSON.parse(inflateRawSync(content).toString('utf8')));
}

/** Settings as text that is the same whatever the order of their names. */
export function settingsKey(settings: MapSettings): string {
  return JSON.stringify(Object.fromEntries(Object.entries(settings).sort(([a], [b]) => compareText(a, b))));
}
