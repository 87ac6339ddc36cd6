import type { DatabaseSync } from 'node:sqlite';
import type { Annotation, NamedList } from '../../../shared/library-state.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { Paper } from '../../../shared/paper.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { UNWATCHED, type Watch } from '../model.ts';
import type { Stages } from '../stages.ts';
import { AnnotationTargets } from './annotation-targets.ts';
import { annotationsAfter } from './annotations.ts';
import { numberColumn } from './columns.ts';
import { computeMap, type MapSources } from './compute-map.ts';
import { applyEdits } from './effective-map.ts';
import { KnownEdits, nextRedo, type JournalEntry } from './journal.ts';
import { KeptIndexes } from './kept-indexes.ts';
import { KeptMaps } from './kept-maps.ts';
import { listsAfter } from './lists.ts';
import { mapChoiceAfter, type MapChoice } from './map-choice.ts';
import { readFirstSettings } from './meta-table.ts';
import { allPapers, importOfPapers } from './papers-table.ts';
import { isBesideMap } from './stored-edit.ts';
import { thesauriInUse } from './thesaurus-choice.ts';

/** What is known of a library while nobody changes it. */
export interface Snapshot {
  edits: JournalEntry[];
  redo: JournalEntry | null;
  choice: MapChoice;
  /** The computed map, and the same with the edits on it; null while there are no papers. */
  map: ShownMap | null;
  annotations: Annotation[];
  lists: NamedList[];
}

interface ShownMap {
  computed: TopicMap;
  shown: TopicMap;
  /** The edits that were applied. */
  edits: JournalEntry[];
  /** Which import brought each paper. */
  importOf: ReadonlyMap<string, number>;
  targets: AnnotationTargets;
}

/** What a library file holds, read when it is needed and kept until it changes. */
export class LibraryContents {
  readonly database: DatabaseSync;
  readonly sources: MapSources;
  readonly #edits = new KnownEdits();
  #snapshot: Snapshot | null = null;
  #shown: ShownMap | null = null;
  #papers: Paper[] | null = null;
  #importOf: ReadonlyMap<string, number> | null = null;
  #version: number;

  constructor(database: DatabaseSync, stages: Stages) {
    this.database = database;
    this.sources = { stages, papers: () => this.papers(), maps: new KeptMaps(database), indexes: new KeptIndexes(database), thesauri: (choice, added) => thesauriInUse(database, choice, added) };
    this.#version = this.#dataVersion();
  }

  /** What is known of the library; read anew after each change, by whomever. `watch` may stop it where a map has to be computed. */
  current(watch: Watch = UNWATCHED): Snapshot {
    const version = this.#dataVersion();
    if (version !== this.#version) {
      this.#version = version;
      this.#snapshot = null;
      this.#edits.forgetAfter();
      this.forgetPapers();
      this.sources.indexes.forget();
      this.sources.maps.forget();
    }
    this.#snapshot ??= this.#read(watch);
    return this.#snapshot;
  }

  /** What `current` gave last, where it still holds; else null. Reads and computes nothing. */
  get known(): Snapshot | null {
    return this.#dataVersion() === this.#version ? this.#snapshot : null;
  }

  /** The state of the file that `current` told of, to be given to `checkUnchanged`. */
  get version(): number {
    return this.#version;
  }

  /** Throws library.write where another connection has changed the file since a state of it. */
  checkUnchanged(version: number): void {
    if (this.#dataVersion() !== version) throw new AtlasError('library.write', { problem: 'another window changed it at the same time' });
  }

  /** All papers, sorted by id. They stay at hand: to read them takes as long as many an edit does. */
  papers(): Paper[] {
    this.#papers ??= allPapers(this.database);
    return this.#papers;
  }

  /** Takes all papers, sorted by id, as they were read of late. */
  takePapers(papers: Paper[]): void {
    this.#papers ??= papers;
  }

  /** To be called after the papers were changed by this connection. */
  forgetPapers(): void {
    this.#papers = null;
    this.#importOf = null;
  }

  /** To be called after a change by this connection. */
  changed(): void {
    this.#snapshot = null;
  }

  /** Forgets the edits after one, whose numbers may be those of others now. */
  forgetEditsAfter(seq: number | undefined): void {
    this.#edits.forgetAfter(seq);
  }

  #read(watch: Watch): Snapshot {
    const { database, sources } = this;
    const edits = this.#edits.inForce(database);
    const choice = mapChoiceAfter(readFirstSettings(database), edits.map((entry) => entry.edit));
    const computed = sources.maps.find(choice) ?? this.#computed(choice, watch);
    const map = computed ? this.#showing(computed, edits) : null;
    const annotations = map ? annotationsAfter(edits, map.targets) : [];
    return { edits, redo: nextRedo(database), choice, map, annotations, lists: map ? listsAfter(edits, map.shown) : [] };
  }

  /** The map of a choice that the file has no map for: the program may have ended before it was stored. */
  #computed(choice: MapChoice, watch: Watch): TopicMap | null {
    const map = computeMap(this.sources, choice, null, watch)?.map ?? null;
    if (map) this.sources.maps.keep(choice, map);
    return map;
  }

  /** A computed map with the edits on it; the one before where neither has changed. */
  #showing(computed: TopicMap, allInForce: readonly JournalEntry[]): ShownMap {
    const edits = allInForce.filter(({ edit }) => !isBesideMap(edit));
    const before = this.#shown;
    if (before?.computed === computed && before.edits.length === edits.length && before.edits.every((entry, place) => entry === edits[place])) return before;
    const importOf = (this.#importOf ??= importOfPapers(this.database));
    const shown = applyEdits(computed, edits, importOf);
    this.#shown = { computed, edits, importOf, shown, targets: new AnnotationTargets(shown, edits, importOf) };
    return this.#shown;
  }

  /** Changes when another connection has changed the file. */
  #dataVersion(): number {
    return numberColumn(this.database.prepare('PRAGMA data_version').get() ?? {}, 'data_version');
  }
}
