import type { DatabaseSync } from 'node:sqlite';
import type { TopicMap } from '../../../shared/topic-map.ts';
import type { NodePositions } from '../stages.ts';
import { knownTopics, type KnownTopics } from '../topics/follow-topics.ts';
import { findBaseMap, findMap } from './artefacts.ts';
import { nodePositions } from './import-papers.ts';
import type { ThesaurusChoice } from './journal.ts';
import { choiceKey, thesauriKey, type MapChoice } from './map-choice.ts';

/** What the other maps of a library keep to: where the last import put all nodes, and its topics. */
export interface BaseMap {
  places: NodePositions;
  topics: KnownTopics;
}

/** The computed maps of a library, with the latest one and the places and topics of the last import at hand: reading a large map takes as long as anything an edit does. */
export class KeptMaps {
  readonly #database: DatabaseSync;
  #latest: { key: string; map: TopicMap } | null = null;
  #previewed: { key: string; map: TopicMap } | null = null;
  #base: { key: string; base: BaseMap } | null = null;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The map under some choice, where it is kept. */
  find(choice: MapChoice): TopicMap | null {
    const key = choiceKey(choice);
    if (this.#latest?.key === key) return this.#latest.map;
    const map = findMap(this.#database, choice);
    if (map) this.#latest = { key, map };
    return map;
  }

  /** What the last import, or the last change to these thesauri, made; null where there is none. */
  base(thesauri: ThesaurusChoice): BaseMap | null {
    const key = thesauriKey(thesauri);
    if (this.#base?.key === key) return this.#base.base;
    const map = findBaseMap(this.#database, thesauri);
    this.#base = map && { key, base: { places: nodePositions(map), topics: knownTopics(map) } };
    return this.#base?.base ?? null;
  }

  /** Keeps a map that is not in the file, because it is likely to be asked for next. */
  preview(choice: MapChoice, map: TopicMap): void {
    this.#previewed = { key: choiceKey(choice), map };
  }

  /** The map that was kept so for some choice; null where there is none. */
  previewed(choice: MapChoice): TopicMap | null {
    return this.#previewed?.key === choiceKey(choice) ? this.#previewed.map : null;
  }

  /** Takes in a map that was just written. */
  written(choice: MapChoice, map: TopicMap): void {
    this.#latest = { key: choiceKey(choice), map };
  }

  /** Forgets everything, because the file has other maps now. */
  forget(): void {
    this.#latest = null;
    this.#previewed = null;
    this.#base = null;
  }
}
