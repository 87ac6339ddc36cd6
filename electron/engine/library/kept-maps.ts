import type { DatabaseSync } from 'node:sqlite';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { sharedPool } from '../parallel/thread-pool.ts';
import type { NodePositions } from '../stages.ts';
import { knownTopics, type KnownTopics } from '../topics/follow-topics.ts';
import { baseMapParameters, findBaseMap, findMap, packedBaseMap } from './artefacts.ts';
import { nodePositions } from './import-papers.ts';
import type { ThesaurusChoice } from './journal.ts';
import { choiceKey, thesauriKey, type MapChoice } from './map-choice.ts';
import { readBaseTask, receivedBase } from './read-base-task.ts';

/** What the other maps of a library keep to: where the last import put all nodes, and its topics. */
export interface BaseMap {
  places: NodePositions;
  topics: KnownTopics;
}

/** Maps at hand: those around the latest edits, so that undo and redo compute and read nothing. They share what is the same in them. */
const MAPS_AT_HAND = 4;

/** The computed maps of a library, those asked for of late at hand, with the places and topics of the last import: reading a large map takes as long as anything an edit does. */
export class KeptMaps {
  readonly #database: DatabaseSync;
  /** By choice, the one asked for last at the end. */
  readonly #atHand = new Map<string, TopicMap>();
  #base: { key: string; base: BaseMap } | null = null;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The map under some choice, at hand or in the file; null where it has to be computed. */
  find(choice: MapChoice): TopicMap | null {
    const map = this.#atHand.get(choiceKey(choice)) ?? findMap(this.#database, choice);
    if (map) this.keep(choice, map);
    return map;
  }

  /** What the last import, or the last change to these thesauri, made; null where there is none. */
  base(thesauri: ThesaurusChoice): BaseMap | null {
    const key = thesauriKey(thesauri);
    if (this.#base?.key === key) return this.#base.base;
    const map = this.#baseAtHand(thesauri) ?? findBaseMap(this.#database, thesauri);
    this.#base = map && { key, base: { places: nodePositions(map), topics: knownTopics(map) } };
    return this.#base?.base ?? null;
  }

  /** Makes `base` ready on another thread, unless the library has changed by then. */
  async readAhead(thesauri: ThesaurusChoice, holds: () => boolean): Promise<void> {
    const key = thesauriKey(thesauri);
    if (this.#base?.key === key || this.#baseAtHand(thesauri)) return;
    const packed = packedBaseMap(this.#database, thesauri);
    const sent = packed && (await sharedPool.startAlone(readBaseTask, packed)?.done);
    if (sent && holds()) this.#base ??= { key, base: receivedBase(sent) };
  }

  /** The base map, where it is the one that was asked for lately. */
  #baseAtHand(thesauri: ThesaurusChoice): TopicMap | null {
    const parameters = baseMapParameters(this.#database, thesauri);
    return (parameters !== null && this.#atHand.get(`${thesauriKey(thesauri)} ${parameters}`)) || null;
  }

  /** Keeps a map at hand, whether or not the file has it. */
  keep(choice: MapChoice, map: TopicMap): void {
    const key = choiceKey(choice);
    this.#atHand.delete(key);
    this.#atHand.set(key, map);
    const [oldest] = this.#atHand.keys();
    if (this.#atHand.size > MAPS_AT_HAND && oldest !== undefined) this.#atHand.delete(oldest);
  }

  /** Forgets everything, because the file has other maps now. */
  forget(): void {
    this.#atHand.clear();
    this.#base = null;
  }
}
