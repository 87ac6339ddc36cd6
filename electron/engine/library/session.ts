import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Annotation, Correction, Edit, NamedList, PaperFacts, ReviewItem, SettingsPreview, ThesaurusList } from '../../../shared/contract.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { ImportReport, Paper } from '../../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS, type MapSettings, type ViewState } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { UNWATCHED, type ImportSource } from '../model.ts';
import { reviewList } from '../review/review-list.ts';
import type { Run } from '../run.ts';
import type { Stages } from '../stages.ts';
import type { ReadThesaurus } from '../thesaurus/read-thesaurus.ts';
import { AnnotationTargets } from './annotation-targets.ts';
import { annotationsAfter } from './annotations.ts';
import { putImported, putIndexed, putMap } from './artefacts.ts';
import { numberColumn } from './columns.ts';
import { changesNoConcept, computeMap, type ComputedMap, type MapSources } from './compute-map.ts';
import { correctionsIn } from './concept-edits.ts';
import { editLabel } from './edit-label.ts';
import { applyEdits, pinnedNodes } from './effective-map.ts';
import { prepareImport, type PreparedImport } from './import-papers.ts';
import { addImport, latestImport } from './imports-table.ts';
import { allEdits, appendEdit, FIRST_THESAURI, KnownEdits, markUndone, nextRedo, type JournalEntry, type StoredEdit } from './journal.ts';
import { KeptIndexes, type CorrectedIndex } from './kept-indexes.ts';
import { KeptMaps } from './kept-maps.ts';
import { createLibraryFile, inTransaction, openLibraryFile } from './library-file.ts';
import { listsAfter } from './lists.ts';
import { choiceKey, mapChoiceAfter, settingsKey, type MapChoice } from './map-choice.ts';
import { readFirstSettings, readName, readView, writeFirstSettings, writeName, writeView } from './meta-table.ts';
import { allFacts, allPapers, importOfPapers, onePaper, papersAfter, replacePapers } from './papers-table.ts';
import { compareMaps } from './preview-settings.ts';
import { saveCopy } from './save-copy.ts';
import { sqliteProblem } from './sqlite-problem.ts';
import { changesNothing, isBesideMap, storedEdit } from './stored-edit.ts';
import { keepThesauri, nextThesaurusId, putThesaurus } from './thesauri-table.ts';
import { addingBuiltIn, addingThesauri, listThesauri, removingThesaurus, thesauriIn, thesauriInUse, type ThesaurusChange } from './thesaurus-choice.ts';

/** What is known of a library while nobody changes it. */
interface Snapshot {
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

/** One open library: what it holds, and every way to change it, each as one transaction. */
export class Session {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #sources: MapSources;
  readonly #edits = new KnownEdits();
  #snapshot: Snapshot | null = null;
  #shown: ShownMap | null = null;
  #version: number;

  private constructor(path: string, database: DatabaseSync, stages: Stages) {
    this.path = path;
    this.#database = database;
    this.#sources = { database, stages, maps: new KeptMaps(database), indexes: new KeptIndexes(database) };
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
    return this.#current().choice.settings;
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

  /** Papers and concepts that stay where the user put them. */
  get pinned(): string[] {
    const { map, edits } = this.#current();
    return map ? pinnedNodes(map.shown, edits) : [];
  }

  /** Corrections of concepts in force, oldest first. */
  get corrections(): Correction[] {
    return correctionsIn(this.#current().edits);
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

  /** The papers that come after an id in the file's own order, so many at most. */
  papersAfter(id: string, count: number): Paper[] {
    return papersAfter(this.#database, id, count);
  }

  /** Number of the latest import; 0 before the first. */
  get importCount(): number {
    return latestImport(this.#database);
  }

  get isOpen(): boolean {
    return this.#database.isOpen;
  }

  /** What tables and filters show of each paper, sorted by id. */
  facts(): PaperFacts[] {
    return allFacts(this.#database);
  }

  /** The concept index of the library's papers, corrections applied; null while there are none. */
  index(): CorrectedIndex | null {
    return this.#sources.indexes.corrected(this.#current().choice);
  }

  /** The thesauri in use. */
  thesauri(): ThesaurusList {
    return listThesauri(this.#database, this.#current().choice.thesauri);
  }

  /** Uses more thesauri. Finds the concepts anew, and leaves papers in their places. Throws call.cancelled, library.write; then nothing has changed. */
  addThesauri(read: readonly ReadThesaurus[], run: Run): void {
    this.#changeThesauri(addingThesauri(this.#database, this.#current().choice.thesauri, read, nextThesaurusId(this.#database)), run);
  }

  /** Uses the built-in thesaurus again. Throws as addThesauri does. */
  addBuiltInThesaurus(run: Run): void {
    const { thesauri } = this.#current().choice;
    if (!thesauri.builtIn) this.#changeThesauri(addingBuiltIn(thesauri), run);
  }

  /** Uses a thesaurus no more. Throws thesaurus.unknown, and as addThesauri does. */
  removeThesaurus(id: string, run: Run): void {
    this.#changeThesauri(removingThesaurus(this.#database, this.#current().choice.thesauri, id), run);
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
    const { choice, map } = this.#current();
    const { settings, corrections } = choice;
    const thesauri = thesauriInUse(this.#database, choice.thesauri);
    const version = this.#version;
    const papers = allPapers(this.#database);
    const prepared = await prepareImport(this.#sources.stages, { papers, settings, map, thesauri, corrections }, sources, run);
    this.#addPrepared(papers, prepared, choice, name, run, version);
    return prepared.report;
  }

  /** Makes a library of an import that is ready; there is no file where it fails. Throws call.cancelled, library.write. */
  static createFrom(path: string, name: string, prepared: PreparedImport, stages: Stages, run: Run): Session {
    const session = Session.create(path, name, stages);
    try {
      session.#addPrepared([], prepared, { settings: DEFAULT_MAP_SETTINGS, thesauri: FIRST_THESAURI, corrections: [] }, name, run, session.#version);
      return session;
    } catch (error) {
      session.close();
      rmSync(path, { force: true });
      throw error;
    }
  }

  #addPrepared(before: readonly Paper[], { papers, report, built }: PreparedImport, choice: MapChoice, name: string, run: Run, version: number): void {
    run.progress({ stage: 'write', done: 0, total: papers.length, label: 'Saving the library' });
    const ids = papers.map((paper) => paper.id);
    const write = () => {
      const importId = addImport(this.#database, report);
      if (!built) return;
      if (before.length === 0) writeName(this.#database, name);
      replacePapers(this.#database, before, papers, importId, () => run.check());
      putImported(this.#database, choice, { papers: ids, index: built.index }, built.map);
    };
    this.#change(write, run, version);
    if (!built) return;
    const { maps, indexes } = this.#sources;
    maps.forget();
    maps.written(choice, built.map);
    indexes.written(choice, { papers: ids, index: built.index }, built.corrected);
  }

  /** Does an edit; nothing where it changes nothing. Throws as storedEdit does where it refers to what is not there. */
  apply(edit: Edit, run: Run): void {
    const { edits, choice, annotations, lists } = this.#current();
    const basis = { map: this.map, annotations, lists, pinned: this.pinned, index: () => this.index()?.index ?? null };
    const stored = storedEdit(edit, basis);
    if (stored.kind === 'settings' && settingsKey(choice.settings) === settingsKey({ ...choice.settings, ...stored.settings })) return;
    if (changesNothing(edit, stored, basis)) return;
    const label = editLabel(edit, stored, this.map, lists);
    this.#changeEdits([...edits.map((entry) => entry.edit), stored], () => appendEdit(this.#database, stored, label), run);
  }

  /** What a change of settings would do to the map as it is shown. Changes nothing. Throws map.empty, call.cancelled. */
  preview(settings: Partial<MapSettings>, run: Run): SettingsPreview {
    const { choice, map } = this.#current();
    if (!map) throw new AtlasError('map.empty');
    const wanted = { ...choice, settings: { ...choice.settings, ...settings } };
    const computed = choiceKey(wanted) === choiceKey(choice) ? map.computed : this.#previewed(wanted, run);
    return compareMaps(map.shown, computed ? applyEdits(computed, map.edits, map.importOf) : map.shown);
  }

  /** Joins of concepts that the engine was unsure of, the most telling first. Throws map.empty. */
  review(limit: number): ReviewItem[] {
    const index = this.index();
    if (!index) throw new AtlasError('map.empty');
    return reviewList(index, this.#current().choice.corrections, allPapers(this.#database), limit);
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
    const choice = mapChoiceAfter(readFirstSettings(this.#database), editsAfter);
    const before = this.#current();
    const { maps, indexes } = this.#sources;
    const isShown = choiceKey(choice) === choiceKey(before.choice);
    const computed = isShown || maps.find(choice) ? null : this.#computed(choice, run, added);
    const write = () => {
      change();
      if (computed?.found) putIndexed(this.#database, choice, computed.found.stored, computed.map);
      else if (computed) putMap(this.#database, choice, computed.map);
    };
    this.#change(write, run, this.#version);
    this.#edits.forgetAfter(before.edits.at(-1)?.seq);
    if (computed?.found) maps.forget();
    if (computed) maps.written(choice, computed.map);
    if (computed?.found) indexes.written(choice, computed.found.stored, computed.found.corrected);
  }

  #previewed(choice: MapChoice, run: Run): TopicMap | null {
    const { maps } = this.#sources;
    const kept = maps.find(choice);
    if (kept) return kept;
    const computed = this.#computed(choice, run);
    if (computed && !computed.found) maps.preview(choice, computed.map);
    return computed?.map ?? null;
  }

  /** A map that is not in the file; it may have been computed for a preview, or be the one that is shown. */
  #computed(choice: MapChoice, run: Run, added?: ThesaurusChange['added']): ComputedMap | null {
    const current = this.#current();
    const known = this.#sources.maps.previewed(choice) ?? (current.map && changesNoConcept(this.#sources.indexes, current.choice, choice) ? current.map.computed : null);
    return known ? { map: known, found: null } : computeMap(this.#sources, choice, current.map, run, added);
  }

  #change(write: () => void, run: Run, version: number): void {
    const beforeCommit = () => {
      if (this.#dataVersion() !== version) throw new AtlasError('library.write', { problem: 'another window changed it at the same time' });
      run.commit();
    };
    inTransaction(this.#database, write, beforeCommit);
    this.#snapshot = null;
  }

  /** What is known of the library; read anew after each change, by whomever. */
  #current(): Snapshot {
    const version = this.#dataVersion();
    if (version !== this.#version) {
      this.#version = version;
      this.#snapshot = null;
      this.#edits.forgetAfter();
      this.#sources.indexes.forget();
      this.#sources.maps.forget();
    }
    this.#snapshot ??= this.#read();
    return this.#snapshot;
  }

  #read(): Snapshot {
    const edits = this.#edits.inForce(this.#database);
    const choice = mapChoiceAfter(readFirstSettings(this.#database), edits.map((entry) => entry.edit));
    const computed = this.#sources.maps.find(choice) ?? computeMap(this.#sources, choice, null, UNWATCHED)?.map;
    const map = computed ? this.#showing(computed, edits) : null;
    const annotations = map ? annotationsAfter(edits, map.targets) : [];
    return { edits, redo: nextRedo(this.#database), choice, map, annotations, lists: map ? listsAfter(edits, map.shown) : [] };
  }

  /** A computed map with the edits on it; the one before where neither has changed. */
  #showing(computed: TopicMap, allInForce: readonly JournalEntry[]): ShownMap {
    const edits = allInForce.filter(({ edit }) => !isBesideMap(edit));
    const before = this.#shown;
    if (before?.computed === computed && before.edits.length === edits.length && before.edits.every((entry, place) => entry === edits[place])) return before;
    const importOf = importOfPapers(this.#database);
    const shown = applyEdits(computed, edits, importOf);
    this.#shown = { computed, edits, importOf, shown, targets: new AnnotationTargets(shown, edits, importOf) };
    return this.#shown;
  }

  /** Changes when another connection has changed the file. */
  #dataVersion(): number {
    return numberColumn(this.#database.prepare('PRAGMA data_version').get() ?? {}, 'data_version');
  }
}
