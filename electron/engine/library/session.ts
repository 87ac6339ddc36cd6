import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Annotation, Edit, NamedList, PaperFacts, ThesaurusList } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { ImportReport, Paper } from '../../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS, type MapSettings, type ViewState } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { UNWATCHED, type ConceptIndex, type ImportSource, type Watch } from '../model.ts';
import type { Run } from '../run.ts';
import type { Stages } from '../stages.ts';
import type { ReadThesaurus } from '../thesaurus/read-thesaurus.ts';
import { knownTopics } from '../topics/follow-topics.ts';
import { annotationsAfter } from './annotations.ts';
import { findIndex, putImported, putIndexed, putMap, settingsKey, thesauriKey } from './artefacts.ts';
import { numberColumn } from './columns.ts';
import type { StoredIndex } from './concept-index-codec.ts';
import { editLabel } from './edit-label.ts';
import { applyEdits } from './effective-map.ts';
import { nodePositions, prepareImport, withoutMoves, type PreparedImport } from './import-papers.ts';
import { addImport } from './imports-table.ts';
import { allEdits, appendEdit, FIRST_THESAURI, KnownEdits, markUndone, nextRedo, type JournalEntry, type StoredEdit, type ThesaurusChoice } from './journal.ts';
import { KeptMaps } from './kept-maps.ts';
import { createLibraryFile, inTransaction, openLibraryFile } from './library-file.ts';
import { listsAfter } from './lists.ts';
import { readFirstSettings, readName, readView, writeFirstSettings, writeName, writeView } from './meta-table.ts';
import { allFacts, allPapers, importOfPapers, onePaper, replacePapers } from './papers-table.ts';
import { saveCopy } from './save-copy.ts';
import { sqliteProblem } from './sqlite-problem.ts';
import { isBesideMap, notesNothing, storedEdit } from './stored-edit.ts';
import { keepThesauri, nextThesaurusId, putThesaurus } from './thesauri-table.ts';
import { addingBuiltIn, addingThesauri, choiceAfter, listThesauri, removingThesaurus, thesauriIn, thesauriInUse, type ThesaurusChange } from './thesaurus-choice.ts';

/** What is known of a library while nobody changes it. */
interface Snapshot {
  edits: JournalEntry[];
  redo: JournalEntry | null;
  settings: MapSettings;
  thesauri: ThesaurusChoice;
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
}

/** A map that had to be computed; `index` where concepts had to be found anew. */
interface ComputedMap {
  map: TopicMap;
  index: ConceptIndex | null;
}

/** One open library: what it holds, and every way to change it, each as one transaction. */
export class Session {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #stages: Stages;
  readonly #maps: KeptMaps;
  readonly #edits = new KnownEdits();
  #snapshot: Snapshot | null = null;
  #shown: ShownMap | null = null;
  #index: { key: string; stored: StoredIndex } | null = null;
  #version: number;

  private constructor(path: string, database: DatabaseSync, stages: Stages) {
    this.path = path;
    this.#database = database;
    this.#stages = stages;
    this.#maps = new KeptMaps(database);
    this.#version = this.#dataVersion();
  }

  /** Makes an empty library at a path where no file is. Throws library.write. */
  static create(path: string, name: string, stages: Stages): Session {
    const database = createLibraryFile(path);
    inTransaction(database, () => {
      writeName(database, name);
      writeFirstSettings(database, DEFAULT_MAP_SETTINGS);
    });
    return new Session(path, database, stages);
  }

  /** Opens a library file; `fileName` is what the user calls it. Throws library.open, library.foreign or library.newer. */
  static open(path: string, fileName: string, stages: Stages): Session {
    const database = openLibraryFile(path, fileName);
    const session = new Session(path, database, stages);
    try {
      void session.map;
      return session;
    } catch (error) {
      session.close();
      throw new AtlasError('library.open', { file: fileName, problem: sqliteProblem(error) }, { cause: error });
    }
  }

  get name(): string | null {
    return readName(this.#database);
  }

  get view(): ViewState {
    return readView(this.#database);
  }

  get settings(): MapSettings {
    return this.#current().settings;
  }

  /** The map as the user has it, edits applied; null while there are no papers. */
  get map(): TopicMap | null {
    return this.#current().map?.shown ?? null;
  }

  /** Stars, tags and notes of what the map has. */
  get annotations(): Annotation[] {
    return this.#current().annotations;
  }

  /** The lists of papers, oldest first. */
  get lists(): NamedList[] {
    return this.#current().lists;
  }

  /** What the next undo would take back, as a phrase; null where there is nothing. */
  get undoLabel(): string | null {
    return this.#current().edits.at(-1)?.label ?? null;
  }

  /** What the next redo would do again, as a phrase; null where there is nothing. */
  get redoLabel(): string | null {
    return this.#current().redo?.label ?? null;
  }

  /** True for a library that nothing was done in. */
  get untouched(): boolean {
    const { map, edits, redo } = this.#current();
    return map === null && edits.length === 0 && redo === null;
  }

  paper(id: string): Paper | null {
    return onePaper(this.#database, id);
  }

  /** What tables and filters show of each paper, sorted by id. */
  facts(): PaperFacts[] {
    return allFacts(this.#database);
  }

  /** The concept index of the library's papers; null while there are none. */
  index(): StoredIndex | null {
    return this.#keptIndex(this.#current().thesauri);
  }

  /** The thesauri in use. */
  thesauri(): ThesaurusList {
    return listThesauri(this.#database, this.#current().thesauri);
  }

  /** Uses more thesauri. Finds the concepts anew, and leaves papers in their places. Throws call.cancelled, library.write; then nothing has changed. */
  addThesauri(read: readonly ReadThesaurus[], run: Run): void {
    this.#changeThesauri(addingThesauri(this.#database, this.#current().thesauri, read, nextThesaurusId(this.#database)), run);
  }

  /** Uses the built-in thesaurus again. Throws as addThesauri does. */
  addBuiltInThesaurus(run: Run): void {
    const { thesauri } = this.#current();
    if (!thesauri.builtIn) this.#changeThesauri(addingBuiltIn(thesauri), run);
  }

  /** Uses a thesaurus no more. Throws thesaurus.unknown, and as addThesauri does. */
  removeThesaurus(id: string, run: Run): void {
    this.#changeThesauri(removingThesaurus(this.#database, this.#current().thesauri, id), run);
  }

  /** Names the library, which counts while it has no place of the user's. */
  rename(name: string): void {
    inTransaction(this.#database, () => writeName(this.#database, name));
  }

  saveView(view: ViewState): void {
    inTransaction(this.#database, () => writeView(this.#database, view));
  }

  /**
   * Adds papers from files and builds the map anew; a library without papers takes the name. Throws import.* for what can't be
   * read, call.cancelled, library.write; then nothing has changed.
   */
  async import(sources: ImportSource[], name: string, run: Run): Promise<ImportReport> {
    const { settings, map, thesauri: choice } = this.#current();
    const thesauri = thesauriInUse(this.#database, choice);
    const version = this.#version;
    const papers = allPapers(this.#database);
    const prepared = await prepareImport(this.#stages, { papers, settings, map, thesauri }, sources, run);
    this.#addPrepared(papers, prepared, choice, name, run, version);
    return prepared.report;
  }

  /** Makes a library of an import that is ready; there is no file where it fails. Throws call.cancelled, library.write. */
  static createFrom(path: string, name: string, prepared: PreparedImport, stages: Stages, run: Run): Session {
    const session = Session.create(path, name, stages);
    try {
      session.#addPrepared([], prepared, FIRST_THESAURI, name, run, session.#version);
      return session;
    } catch (error) {
      session.close();
      rmSync(path, { force: true });
      throw error;
    }
  }

  #addPrepared(before: readonly Paper[], { papers, report, built }: PreparedImport, thesauri: ThesaurusChoice, name: string, run: Run, version: number): void {
    run.progress({ stage: 'write', done: 0, total: papers.length, label: 'Saving the library' });
    const ids = papers.map((paper) => paper.id);
    const write = () => {
      const importId = addImport(this.#database, report);
      if (!built) return;
      if (before.length === 0) writeName(this.#database, name);
      replacePapers(this.#database, before, papers, importId, () => run.check());
      putImported(this.#database, thesauri, { papers: ids, index: built.index }, built.map);
    };
    this.#change(write, run, version);
    if (!built) return;
    this.#maps.forget();
    this.#maps.written(thesauri, built.map);
    this.#index = { key: thesauriKey(thesauri), stored: { papers: ids, index: built.index } };
  }

  /** Does an edit; nothing where it changes nothing. Throws as storedEdit does where it refers to what is not there. */
  apply(edit: Edit, run: Run): void {
    const { edits, settings, annotations, lists } = this.#current();
    const basis = { map: this.map, annotations, lists };
    const stored = storedEdit(edit, basis);
    if (stored.kind === 'settings' && sameSettings(settings, { ...settings, ...stored.settings })) return;
    if (notesNothing(edit, basis)) return;
    const label = editLabel(edit, this.map, lists);
    this.#changeEdits([...edits.map((entry) => entry.edit), stored], () => appendEdit(this.#database, stored, label), run);
  }

  /** Takes the last edit back. Throws edit.nothingToUndo. */
  undo(run: Run): void {
    const { edits } = this.#current();
    const last = edits.at(-1);
    if (!last) throw new AtlasError('edit.nothingToUndo');
    this.#changeEdits(edits.slice(0, -1).map((entry) => entry.edit), () => markUndone(this.#database, last.seq, true), run);
  }

  /** Does the edit again that was taken back last. Throws edit.nothingToRedo. */
  redo(run: Run): void {
    const { edits, redo } = this.#current();
    if (!redo) throw new AtlasError('edit.nothingToRedo');
    this.#changeEdits([...edits.map((entry) => entry.edit), redo.edit], () => markUndone(this.#database, redo.seq, false), run);
  }

  /** Writes a copy of the whole library to a path, replacing a file there. Throws library.write. */
  saveCopy(path: string): void {
    saveCopy(this.#database, path);
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #changeThesauri({ label, choice, added }: ThesaurusChange, run: Run): void {
    const edits = this.#current().edits.map((entry) => entry.edit);
    const edit: StoredEdit = { kind: 'thesauri', ...choice };
    const change = () => {
      for (const [id, read] of added) putThesaurus(this.#database, id, read);
      appendEdit(this.#database, edit, label);
      keepThesauri(this.#database, thesauriIn(allEdits(this.#database).map((entry) => entry.edit)));
    };
    this.#changeEdits([...edits, edit], change, run, added);
  }

  /** Changes the journal, and keeps the map that the edits then ask for where it had to be computed. `added` are thesauri that the change brings. */
  #changeEdits(editsAfter: readonly StoredEdit[], change: () => void, run: Run, added?: ThesaurusChange['added']): void {
    const settings = settingsAfter(readFirstSettings(this.#database), editsAfter);
    const thesauri = choiceAfter(editsAfter);
    const before = this.#current();
    const isShown = sameSettings(settings, before.settings) && thesauriKey(thesauri) === thesauriKey(before.thesauri);
    const computed = isShown || this.#maps.find(thesauri, settings) ? null : this.#computeMap(settings, thesauri, before.map, run, added);
    const papers = computed?.index ? allPapers(this.#database).map(({ id }) => id) : [];
    const write = () => {
      change();
      if (computed?.index) putIndexed(this.#database, thesauri, { papers, index: computed.index }, computed.map);
      else if (computed) putMap(this.#database, thesauri, settings, computed.map);
    };
    this.#change(write, run, this.#version);
    this.#edits.forgetAfter(before.edits.at(-1)?.seq);
    if (computed?.index) this.#maps.forget();
    if (computed) this.#maps.written(thesauri, computed.map);
    if (computed?.index) this.#index = { key: thesauriKey(thesauri), stored: { papers, index: computed.index } };
  }

  #change(write: () => void, run: Run, version: number): void {
    const beforeCommit = () => {
      if (this.#dataVersion() !== version) throw new AtlasError('library.write', { problem: 'another window changed it at the same time' });
      run.commit();
    };
    inTransaction(this.#database, write, beforeCommit);
    this.#snapshot = null;
  }

  /**
   * The map of the library's papers under some settings and thesauri; null while there are no papers. It keeps to the positions and topics of the last
   * import, or, where concepts have to be found anew, to those of the map `shown`.
   */
  #computeMap(settings: MapSettings, thesauri: ThesaurusChoice, shown: Snapshot['map'], watch: Watch, added?: ThesaurusChange['added']): ComputedMap | null {
    const papers = allPapers(this.#database);
    if (papers.length === 0) return null;
    const index = this.#keptIndex(thesauri)?.index;
    const base = this.#maps.base(thesauri);
    if (index && base) return { map: this.#stages.buildMap(papers, settings, { index, previous: base.places, topicsBefore: base.topics }, watch).map, index: null };
    const before = shown ? { previous: nodePositions(shown.shown), topicsBefore: knownTopics(shown.computed) } : {};
    const built = this.#stages.buildMap(papers, settings, { ...before, ...thesauriInUse(this.#database, thesauri, added) }, watch);
    return { map: shown ? withoutMoves(built.map, shown) : built.map, index: built.index };
  }

  #keptIndex(thesauri: ThesaurusChoice): StoredIndex | null {
    const key = thesauriKey(thesauri);
    if (this.#index?.key === key) return this.#index.stored;
    const stored = findIndex(this.#database, thesauri);
    this.#index = stored && { key, stored };
    return stored;
  }

  /** What is known of the library; read anew after each change, by whomever. */
  #current(): Snapshot {
    const version = this.#dataVersion();
    if (version !== this.#version) {
      this.#version = version;
      this.#snapshot = null;
      this.#index = null;
      this.#edits.forgetAfter();
      this.#maps.forget();
    }
    this.#snapshot ??= this.#read();
    return this.#snapshot;
  }

  #read(): Snapshot {
    const edits = this.#edits.inForce(this.#database);
    const inForce = edits.map((entry) => entry.edit);
    const settings = settingsAfter(readFirstSettings(this.#database), inForce);
    const thesauri = choiceAfter(inForce);
    const computed = this.#maps.find(thesauri, settings) ?? this.#computeMap(settings, thesauri, null, UNWATCHED)?.map;
    const map = computed ? this.#showing(computed, edits) : null;
    const annotations = map ? annotationsAfter(edits, map.shown, map.importOf) : [];
    return { edits, redo: nextRedo(this.#database), settings, thesauri, map, annotations, lists: map ? listsAfter(edits, map.shown) : [] };
  }

  /** A computed map with the edits on it; the one before where neither has changed. */
  #showing(computed: TopicMap, allInForce: readonly JournalEntry[]): ShownMap {
    const edits = allInForce.filter(({ edit }) => !isBesideMap(edit));
    const before = this.#shown;
    if (before?.computed === computed && before.edits.length === edits.length && before.edits.every((entry, place) => entry === edits[place])) return before;
    const importOf = importOfPapers(this.#database);
    this.#shown = { computed, edits, importOf, shown: applyEdits(computed, edits, importOf) };
    return this.#shown;
  }

  /** Changes when another connection has changed the file. */
  #dataVersion(): number {
    return numberColumn(this.#database.prepare('PRAGMA data_version').get() ?? {}, 'data_version');
  }
}

function settingsAfter(first: MapSettings, edits: readonly StoredEdit[]): MapSettings {
  const settings = { ...first };
  for (const edit of edits) if (edit.kind === 'settings') Object.assign(settings, edit.settings);
  return settings;
}

function sameSettings(a: MapSettings, b: MapSettings): boolean {
  return settingsKey(a) === settingsKey(b);
}
