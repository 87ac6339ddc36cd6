import type { DatabaseSync } from 'node:sqlite';
import type { ImportReport, Paper } from '../../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS } from '../../../shared/settings.ts';
import type { TopicMap } from '../../../shared/topic-map.ts';
import type { ImportSource } from '../model.ts';
import type { Run } from '../run.ts';
import { putImported, putIndexed } from './artefacts.ts';
import { changesNoConcept, computeMap, type ComputedMap, type MapSources } from './compute-map.ts';
import { prepareImport, type PreparedImport } from './import-papers.ts';
import { addImport } from './imports-table.ts';
import { allEdits, appendEdit, FIRST_THESAURI, type StoredEdit } from './journal.ts';
import type { LibraryContents } from './library-contents.ts';
import { inTransaction } from './library-file.ts';
import { choiceKey, mapChoiceAfter, type MapChoice } from './map-choice.ts';
import { readFirstSettings, writeName } from './meta-table.ts';
import { allPapers, replacePapers } from './papers-table.ts';
import { keepThesauri, putThesaurus } from './thesauri-table.ts';
import { thesauriIn, thesauriInUse, type ThesaurusChange } from './thesaurus-choice.ts';

/** The changes of a library that may make another map of it, each as one transaction. Each throws call.cancelled and library.write; then nothing has changed. */
export class LibraryChanges {
  readonly #contents: LibraryContents;
  readonly #database: DatabaseSync;
  readonly #sources: MapSources;

  constructor(contents: LibraryContents) {
    this.#contents = contents;
    this.#database = contents.database;
    this.#sources = contents.sources;
  }

  /** Adds papers from files and builds the map anew; a library without papers takes the name. Throws import.* for what can't be read. */
  async import(sources: ImportSource[], name: string, run: Run): Promise<ImportReport> {
    const { choice, map } = this.#contents.current();
    const { settings, corrections } = choice;
    const thesauri = thesauriInUse(this.#database, choice.thesauri);
    const { version } = this.#contents;
    const papers = allPapers(this.#database);
    const prepared = await prepareImport(this.#sources.stages, { papers, settings, map, thesauri, corrections }, sources, run);
    this.#addPrepared(papers, prepared, choice, name, run, version);
    return prepared.report;
  }

  /** Fills a library that is new with an import that is ready. */
  fill(name: string, prepared: PreparedImport, run: Run): void {
    this.#addPrepared([], prepared, { settings: DEFAULT_MAP_SETTINGS, thesauri: FIRST_THESAURI, corrections: [] }, name, run, this.#contents.version);
  }

  /** Uses other thesauri. Finds the concepts anew, and leaves papers in their places. */
  thesauri({ label, choice, added }: ThesaurusChange, run: Run): void {
    const edits = this.#contents.current().edits.map((entry) => entry.edit);
    const edit: StoredEdit = { kind: 'thesauri', ...choice };
    const change = () => {
      for (const [id, read] of added) putThesaurus(this.#database, id, read);
      appendEdit(this.#database, edit, label);
      keepThesauri(this.#database, thesauriIn(allEdits(this.#database).map((entry) => entry.edit)));
    };
    this.edits([...edits, edit], change, run, added);
  }

  /**
   * Changes the journal, once the map that the edits then ask for is there. A map of concepts that were found before is not written with the edit: it can be computed again,
   * and is stored when there is time (see MapStore). `added` are thesauri that the change brings.
   */
  edits(editsAfter: readonly StoredEdit[], change: () => void, run: Run, added?: ThesaurusChange['added']): void {
    const choice = mapChoiceAfter(readFirstSettings(this.#database), editsAfter);
    const before = this.#contents.current();
    const { maps, indexes } = this.#sources;
    const isShown = choiceKey(choice) === choiceKey(before.choice);
    const computed = isShown || maps.find(choice) ? null : this.#computed(choice, run, added);
    const write = () => {
      change();
      if (computed?.found) putIndexed(this.#database, choice, computed.found.stored, computed.map);
    };
    this.#change(write, run, this.#contents.version);
    this.#contents.forgetEditsAfter(before.edits.at(-1)?.seq);
    if (computed?.found) maps.forget();
    if (computed) maps.keep(choice, computed.map);
    if (computed?.found) indexes.written(choice, computed.found.stored, computed.found.corrected);
  }

  /** The map under a choice that may be made next; null while there are no papers. */
  previewed(choice: MapChoice, run: Run): TopicMap | null {
    const { maps } = this.#sources;
    const kept = maps.find(choice);
    if (kept) return kept;
    const computed = this.#computed(choice, run);
    if (computed && !computed.found) maps.keep(choice, computed.map);
    return computed?.map ?? null;
  }

  /** A map that is not kept; it may be the one that is shown. */
  #computed(choice: MapChoice, run: Run, added?: ThesaurusChange['added']): ComputedMap | null {
    const current = this.#contents.current();
    const known = current.map && changesNoConcept(this.#sources.indexes, current.choice, choice) ? current.map.computed : null;
    return known ? { map: known, found: null } : computeMap(this.#sources, choice, current.map, run, added);
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
    this.#contents.forgetPapers();
    maps.forget();
    maps.keep(choice, built.map);
    indexes.written(choice, { papers: ids, index: built.index }, built.corrected);
  }

  #change(write: () => void, run: Run, version: number): void {
    const beforeCommit = () => {
      this.#contents.checkUnchanged(version);
      run.commit();
    };
    inTransaction(this.#database, write, beforeCommit);
    this.#contents.changed();
  }
}
