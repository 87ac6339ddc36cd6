import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { ReviewItem, SettingsPreview } from '../../../shared/answers.ts';
import type { PaperFacts } from '../../../shared/details.ts';
import type { Edit } from '../../../shared/edit.ts';
import type { Annotation, Correction, NamedList, ThesaurusList } from '../../../shared/library-state.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { ImportReport, Paper } from '../../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS, type MapSettings, type ViewState } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import { UNWATCHED, type ImportSource, type Watch } from '../model.ts';
import { reviewList } from '../review/review-list.ts';
import type { Run } from '../run.ts';
import type { Stages } from '../stages.ts';
import type { ReadThesaurus } from '../thesaurus/read-thesaurus.ts';
import { correctionsIn } from './concept-edits.ts';
import { editLabel } from './edit-label.ts';
import { applyEdits, pinnedNodes } from './effective-map.ts';
import type { PreparedImport } from './import-papers.ts';
import { latestImport } from './imports-table.ts';
import { appendEdit, markUndone } from './journal.ts';
import type { CorrectedIndex } from './kept-indexes.ts';
import { LibraryChanges } from './library-changes.ts';
import { LibraryContents } from './library-contents.ts';
import { createLibraryFile, inTransaction, openLibraryFile } from './library-file.ts';
import { choiceKey, settingsKey } from './map-choice.ts';
import { MapStore } from './map-store.ts';
import { readName, readView, writeFirstSettings, writeName, writeView } from './meta-table.ts';
import { allFacts, onePaper, papersAfter } from './papers-table.ts';
import { compareMaps } from './preview-settings.ts';
import { ReadAhead } from './read-ahead.ts';
import { saveCopy } from './save-copy.ts';
import { sqliteProblem } from './sqlite-problem.ts';
import { changesNothing, storedEdit } from './stored-edit.ts';
import { nextThesaurusId } from './thesauri-table.ts';
import { addingBuiltIn, addingThesauri, listThesauri, removingThesaurus } from './thesaurus-choice.ts';

/** One open library: what it holds, and every way to change it, each as one transaction. */
export class Session {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #contents: LibraryContents;
  readonly #changes: LibraryChanges;
  readonly #store: MapStore;
  #readAhead: ReadAhead | null = null;

  private constructor(path: string, database: DatabaseSync, stages: Stages) {
    this.path = path;
    this.#database = database;
    this.#contents = new LibraryContents(database, stages);
    this.#changes = new LibraryChanges(this.#contents);
    this.#store = new MapStore(this.#contents);
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

  /** Opens a library file; `fileName` is what the user calls it. `watch` follows and stops the making of a map that was not stored. Throws library.open, library.foreign, library.newer or call.cancelled. */
  static open(path: string, fileName: string, stages: Stages, watch: Watch = UNWATCHED): Session {
    const database = openLibraryFile(path, fileName);
    const session = new Session(path, database, stages);
    try {
      session.#contents.current(watch);
      return session;
    } catch (error) {
      database.close();
      if (error instanceof AtlasError && error.failure.code === 'call.cancelled') throw error;
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
    return this.#contents.current().choice.settings;
  }

  /** The map as the user has it, edits applied; null while there are no papers. */
  get map(): TopicMap | null {
    return this.#contents.current().map?.shown ?? null;
  }

  /** Stars, tags and notes of what the map has. */
  get annotations(): Annotation[] {
    return this.#contents.current().annotations;
  }

  /** The lists of papers, oldest first. */
  get lists(): NamedList[] {
    return this.#contents.current().lists;
  }

  /** Papers and concepts that stay where the user put them. */
  get pinned(): string[] {
    const { map, edits } = this.#contents.current();
    return map ? pinnedNodes(map.shown, edits) : [];
  }

  /** Corrections of concepts in force, oldest first. */
  get corrections(): Correction[] {
    return correctionsIn(this.#contents.current().edits);
  }

  /** What the next undo would take back, as a phrase; null where there is nothing. */
  get undoLabel(): string | null {
    return this.#contents.current().edits.at(-1)?.label ?? null;
  }

  /** What the next redo would do again, as a phrase; null where there is nothing. */
  get redoLabel(): string | null {
    return this.#contents.current().redo?.label ?? null;
  }

  /** True for a library that nothing was done in. */
  get untouched(): boolean {
    const { map, edits, redo } = this.#contents.current();
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
    return this.#contents.sources.indexes.corrected(this.#contents.current().choice);
  }

  /** The thesauri in use. */
  thesauri(): ThesaurusList {
    return listThesauri(this.#database, this.#contents.current().choice.thesauri);
  }

  /** Uses more thesauri. Finds the concepts anew, and leaves papers in their places. Throws call.cancelled, library.write; then nothing has changed. */
  addThesauri(read: readonly ReadThesaurus[], run: Run): void {
    this.#changes.thesauri(addingThesauri(this.#database, this.#contents.current().choice.thesauri, read, nextThesaurusId(this.#database)), run);
  }

  /** Uses the built-in thesaurus again. Throws as addThesauri does. */
  addBuiltInThesaurus(run: Run): void {
    const { thesauri } = this.#contents.current().choice;
    if (!thesauri.builtIn) this.#changes.thesauri(addingBuiltIn(thesauri), run);
  }

  /** Uses a thesaurus no more. Throws thesaurus.unknown, and as addThesauri does. */
  removeThesaurus(id: string, run: Run): void {
    this.#changes.thesauri(removingThesaurus(this.#database, this.#contents.current().choice.thesauri, id), run);
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
  import(sources: ImportSource[], name: string, run: Run): Promise<ImportReport> {
    return this.#changes.import(sources, name, run);
  }

  /** Makes a library of an import that is ready; there is no file where it fails. Throws call.cancelled, library.write. */
  static createFrom(path: string, name: string, prepared: PreparedImport, stages: Stages, run: Run): Session {
    const session = Session.create(path, name, stages);
    try {
      session.#changes.fill(name, prepared, run);
      return session;
    } catch (error) {
      session.close();
      rmSync(path, { force: true });
      throw error;
    }
  }

  /** Does an edit; nothing where it changes nothing. Throws as storedEdit does where it refers to what is not there. */
  apply(edit: Edit, run: Run): void {
    const { edits, choice, annotations, lists } = this.#contents.current();
    const basis = { map: this.map, annotations, lists, pinned: this.pinned, index: () => this.index()?.index ?? null };
    const stored = storedEdit(edit, basis);
    if (stored.kind === 'settings' && settingsKey(choice.settings) === settingsKey({ ...choice.settings, ...stored.settings })) return;
    if (changesNothing(edit, stored, basis)) return;
    const label = editLabel(edit, stored, this.map, lists);
    this.#changes.edits([...edits.map((entry) => entry.edit), stored], () => appendEdit(this.#database, stored, label), run);
  }

  /** What a change of settings would do to the map as it is shown. Changes nothing. Throws map.empty, call.cancelled. */
  preview(settings: Partial<MapSettings>, run: Run): SettingsPreview {
    const { choice, map } = this.#contents.current();
    if (!map) throw new AtlasError('map.empty');
    const wanted = { ...choice, settings: { ...choice.settings, ...settings } };
    const computed = choiceKey(wanted) === choiceKey(choice) ? map.computed : this.#changes.previewed(wanted, run);
    return compareMaps(map.shown, computed ? applyEdits(computed, map.edits, map.importOf) : map.shown);
  }

  /** Joins of concepts that the engine was unsure of, the most telling first. Throws map.empty. */
  review(limit: number): ReviewItem[] {
    const index = this.index();
    if (!index) throw new AtlasError('map.empty');
    return reviewList(index, this.#contents.current().choice.corrections, this.#contents.papers(), limit);
  }

  /** Takes the last edit back. Throws edit.nothingToUndo. */
  undo(run: Run): void {
    const { edits } = this.#contents.current();
    const last = edits.at(-1);
    if (!last) throw new AtlasError('edit.nothingToUndo');
    this.#changes.edits(edits.slice(0, -1).map((entry) => entry.edit), () => markUndone(this.#database, last.seq, true), run);
  }

  /** Does the edit again that was taken back last. Throws edit.nothingToRedo. */
  redo(run: Run): void {
    const { edits, redo } = this.#contents.current();
    if (!redo) throw new AtlasError('edit.nothingToRedo');
    this.#changes.edits([...edits.map((entry) => entry.edit), redo.edit], () => markUndone(this.#database, redo.seq, false), run);
  }

  /** Writes a copy of the whole library to a path, replacing a file there. Throws library.write. */
  saveCopy(path: string): void {
    this.#storeMap();
    saveCopy(this.#database, path);
  }

  /** Makes the map ready for the file, where that lacks it; gives what then writes it. See MapStore. */
  prepareMap(): Promise<() => void> {
    return this.#store.prepare();
  }

  /** Gets ready, beside other work, what the next correction needs, where nothing is at hand. See ReadAhead. */
  async readAhead(): Promise<void> {
    this.#readAhead?.stop();
    this.#readAhead = new ReadAhead(this.#contents);
    await this.#readAhead.run();
  }

  close(): void {
    this.#readAhead?.stop();
    if (!this.#database.isOpen) return;
    this.#storeMap();
    this.#database.close();
  }

  /** A map that can't be written is computed again when it is needed. */
  #storeMap(): void {
    try {
      this.#store.store();
    } catch {
      return;
    }
  }
}
