import type { DatabaseSync } from 'node:sqlite';
import type { MapSettings } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import type { NodePositions } from '../stages.ts';
import { findBaseMap, findMap, settingsKey } from './artefacts.ts';
import { nodePositions } from './import-papers.ts';

/** The computed maps of a library, with the latest one and the places of the last import at hand: reading a large map takes as long as anything an edit does. */
export class KeptMaps {
  readonly #database: DatabaseSync;
  #latest: { key: string; map: TopicMap } | null = null;
  #places: NodePositions | null = null;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The map under some settings, where it is kept. */
  find(settings: MapSettings): TopicMap | null {
    const key = settingsKey(settings);
    if (this.#latest?.key === key) return this.#latest.map;
    const map = findMap(this.#database, settings);
    if (map) this.#latest = { key, map };
    return map;
  }

  /** Where the last import put all nodes; null before the first. */
  places(): NodePositions | null {
    if (this.#places) return this.#places;
    const base = findBaseMap(this.#database);
    this.#places = base && nodePositions(base);
    return this.#places;
  }

  /** Takes in a map that was just written. */
  written(map: TopicMap): void {
    this.#latest = { key: settingsKey(map.parameters), map };
  }

  /** Forgets everything, because the file has other maps now. */
  forget(): void {
    this.#latest = null;
    this.#places = null;
  }
}
