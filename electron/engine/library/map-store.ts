import type { DatabaseSync } from 'node:sqlite';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { hasMap, packMap, packMapInPieces, putMap } from './artefacts.ts';
import type { LibraryContents } from './library-contents.ts';
import { inTransaction } from './library-file.ts';
import type { MapChoice } from './map-choice.ts';

/**
 * Writes computed maps to the library file after the edits that asked for them: an edit itself is on the disk before it is answered, its map can be
 * computed again to the very same bytes, so that a program that ends in between loses time only.
 */
export class MapStore {
  readonly #contents: LibraryContents;
  readonly #database: DatabaseSync;

  constructor(contents: LibraryContents) {
    this.#contents = contents;
    this.#database = contents.database;
  }

  /** Writes the map of the library as it is, where the file lacks it. */
  store(): void {
    const lacking = this.#lacking();
    if (lacking) this.#put(lacking.choice, packMap(lacking.map));
  }

  /** Makes the map ready a little at a time, so that other work comes in between; gives what then writes it, which does nothing where the library has another map by then. */
  async prepare(): Promise<() => void> {
    const lacking = this.#database.isOpen ? this.#lacking() : null;
    if (!lacking) return () => undefined;
    const packed = await packMapInPieces(lacking.map);
    return () => {
      if (this.#database.isOpen && this.#lacking()?.map === lacking.map) this.#put(lacking.choice, packed);
    };
  }

  #lacking(): { choice: MapChoice; map: TopicMap } | null {
    const known = this.#contents.known;
    return known?.map && !hasMap(this.#database, known.choice) ? { choice: known.choice, map: known.map.computed } : null;
  }

  #put(choice: MapChoice, packed: Uint8Array): void {
    const { version } = this.#contents;
    inTransaction(this.#database, () => putMap(this.#database, choice, packed), () => this.#contents.checkUnchanged(version));
  }
}
