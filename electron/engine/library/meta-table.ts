import type { DatabaseSync } from 'node:sqlite';
import { DEFAULT_MAP_SETTINGS, DEFAULT_VIEW_STATE, mapSettingsSchema, viewStateSchema, type MapSettings, type ViewState } from '../../../shared/settings.ts';
import { textColumn } from './columns.ts';

/** The library's name while it has no place of the user's, whose name then counts. */
export function readName(database: DatabaseSync): string | null {
  return read(database, 'name');
}

/** Names a library that has no place of the user's yet. */
export function writeName(database: DatabaseSync, name: string): void {
  write(database, 'name', name);
}

/** The settings that a library began with, before any edit. */
export function readFirstSettings(database: DatabaseSync): MapSettings {
  return { ...DEFAULT_MAP_SETTINGS, ...mapSettingsSchema.partial().parse(JSON.parse(read(database, 'settings') ?? '{}')) };
}

/** Keeps the settings that a library begins with, so that later defaults don't change it. */
export function writeFirstSettings(database: DatabaseSync, settings: MapSettings): void {
  write(database, 'settings', JSON.stringify(settings));
}

/** What the window showed last; the default where nothing usable is kept. */
export function readView(database: DatabaseSync): ViewState {
  const kept = viewStateSchema.safeParse(JSON.parse(read(database, 'view') ?? 'null'));
  return kept.success ? kept.data : DEFAULT_VIEW_STATE;
}

/** Keeps what the window shows. */
export function writeView(database: DatabaseSync, view: ViewState): void {
  write(database, 'view', JSON.stringify(view));
}

function read(database: DatabaseSync, key: string): string | null {
  const row = database.prepare('SELECT value FROM meta WHERE key = ?').get(key);
  return row ? textColumn(row, 'value') : null;
}

function write(database: DatabaseSync, key: string, value: string): void {
  database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
}
