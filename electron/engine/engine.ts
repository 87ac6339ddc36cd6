import type { Progress } from '../../shared/contract.ts';
import type { CorrectionFormat, FileBytes } from '../../shared/export-options.ts';
import type { LibraryState, ThesaurusReply } from '../../shared/library-state.ts';
import { AtlasError } from '../../shared/failures.ts';
import { mapChange } from '../../shared/map-change.ts';
import type { ImportReport, Paper } from '../../shared/paper.ts';
import { DEFAULT_MAP_SETTINGS } from '../../shared/settings.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { assetPath } from './assets.ts';
import type { EngineArguments, EngineCommand, EngineOptions, EngineReplies } from './commands.ts';
import { correctedThesaurus } from './corrections/corrected-thesaurus.ts';
import { CORRECTION_FILES, writeThesaurus } from './corrections/write-thesaurus.ts';
import { exportPapers } from './export/export-papers.ts';
import { conceptDetail, mentionsOf } from './library/details.ts';
import { prepareImport } from './library/import-papers.ts';
import { explainPapers } from './library/link-explanation.ts';
import { mapFingerprint } from './library/map-fingerprint.ts';
import type { Session } from './library/session.ts';
import { Shelf } from './library/shelf.ts';
import type { CorrectedIndex } from './library/kept-indexes.ts';
import { isLong, READING_COMMANDS } from './long-commands.ts';
import type { ImportSource } from './model.ts';
import { compareTopics } from './questions/compare-topics.ts';
import { findPaths } from './questions/find-paths.ts';
import { REAL_STAGES } from './real-stages.ts';
import { RunFlag, startRun, type Run } from './run.ts';
import { LibrarySearch } from './search/library-search.ts';
import type { Stages } from './stages.ts';
import { readThesauri } from './thesaurus/read-thesaurus.ts';

const SAMPLE_NAME = 'Sample: efficient neural networks';

/** How long nothing may be asked of the engine until it stores what it computed. */
const QUIET_MS = 1500;

/** How long nothing may be asked of the engine until it gets ready for corrections. */
const READ_AHEAD_AFTER_MS = 1200;

type Handlers = { [C in EngineCommand]: (args: EngineArguments[C], run: Run) => EngineReplies[C] | Promise<EngineReplies[C]> };

/**
 * Every command of the engine over the open library. Commands that change something run one after the other; those that only
 * look are answered at once, from the library as it is. A change is on the disk before its call is answered.
 */
export class Engine {
  readonly #shelf: Shelf;
  readonly #stages: Stages;
  readonly #handlers: Handlers;
  readonly #listeners = new Set<(progress: Progress) => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #search: { session: Session; search: LibrarySearch } | null = null;
  #longRuns = 0;
  /** The map that was given out last, of which the next reply need only tell what changed. */
  #given: { map: TopicMap; version: string } | null = null;
  #storeTimer: NodeJS.Timeout | undefined;
  #readAheadTimer: NodeJS.Timeout | undefined;

  constructor(options: EngineOptions, stages: Stages = REAL_STAGES) {
    this.#stages = stages;
    this.#shelf = new Shelf(options.dataFolder, stages);
    this.#handlers = this.#makeHandlers();
  }

  /** Runs a command. `flag` cancels it from outside. Rejects with AtlasError; then nothing was changed. */
  async call<C extends EngineCommand>(command: C, args: EngineArguments[C], flag: RunFlag = new RunFlag()): Promise<EngineReplies[C]> {
    this.#readAheadTimer?.refresh();
    const run = startRun(flag, (progress) => this.#report(progress));
    const handle = async () => this.#handlers[command](args, run);
    if (READING_COMMANDS.has(command)) return handle();
    const long = isLong(command, args);
    if (long && this.#longRuns > 0) throw new AtlasError('call.busy');
    if (long) this.#longRuns++;
    try {
      return await this.#inTurn(async () => {
        run.check();
        return handle();
      });
    } finally {
      if (long) this.#longRuns--;
    }
  }

  /** Calls a listener with the progress of whatever runs; gives what ends that. */
  onProgress(listener: (progress: Progress) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Finishes what is running and closes the library. */
  async close(): Promise<void> {
    clearTimeout(this.#storeTimer);
    clearTimeout(this.#readAheadTimer);
    await this.#inTurn(async () => this.#shelf.close());
  }

  /** Stores the map that was computed for a change, once nothing more is asked for: the change itself is on the disk. */
  #storeSoon(): void {
    clearTimeout(this.#storeTimer);
    this.#storeTimer = setTimeout(() => void this.#store().catch(() => undefined), QUIET_MS).unref();
  }

  async #store(): Promise<void> {
    const write = await this.#shelf.session.prepareMap();
    await this.#inTurn(async () => write());
  }

  /** Gets ready for corrections of a library that was opened or filled, once it is shown and nothing more is asked for. */
  #readAheadSoon(): void {
    clearTimeout(this.#readAheadTimer);
    this.#readAheadTimer = setTimeout(() => {
      this.#readAheadTimer = undefined;
      void this.#shelf.session.readAhead().catch(() => undefined);
    }, READ_AHEAD_AFTER_MS).unref();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #report(progress: Progress): void {
    for (const listener of this.#listeners) listener(progress);
  }

  #makeHandlers(): Handlers {
    const shelf = this.#shelf;
    const changing = (change: (session: Session) => void, mapVersion?: string): LibraryState => {
      change(shelf.session);
      this.#storeSoon();
      return this.#stateAfter(mapVersion);
    };
    return {
      'library.state': (_, run) => this.#opening(() => void shelf.begin(run)),
      'library.new': () => this.#opening(() => shelf.startNew()),
      'library.open': ({ file, copy }, run) => this.#opening(() => shelf.open(file, copy, run)),
      'library.openRecent': ({ id }, run) => this.#opening(() => shelf.openRecent(id, run)),
      'library.saveAs': ({ path, copy }) => this.#opening(() => shelf.saveAs(path, copy)),
      'library.import': ({ files }, run) => this.#import(files, libraryName(files[0]?.name ?? ''), run),
      'library.importText': ({ text, name }, run) => this.#import([{ name, bytes: new TextEncoder().encode(text) }], libraryName(name), run),
      'library.sample': (_, run) => this.#openSample(run),
      'map.get': () => this.#map(),
      'paper.get': ({ paper }) => {
        const found = this.#paper(paper);
        const shown = new Set(this.#map().concepts.map((concept) => concept.id));
        return { ...found, mentions: mentionsOf(this.#index(), paper).filter((mention) => shown.has(mention.concept)) };
      },
      'concept.get': ({ concept }) => {
        const detail = conceptDetail(this.#index(), concept, (paper) => shelf.session.paper(paper));
        if (!detail) throw new AtlasError('map.noConcept', { concept });
        return detail;
      },
      'link.explain': ({ source, target }) => explainPapers(this.#index(), this.#paper(source), this.#paper(target), shelf.session.settings),
      'papers.facts': () => ({ papers: shelf.session.facts() }),
      'search.find': ({ text, limit }) => this.#librarySearch().find(text, limit),
      'path.find': ({ from, to, alternatives }) => findPaths(this.#map(), from, to, alternatives),
      'topics.compare': ({ topics }) => compareTopics(this.#map(), this.#index(), topics),
      'review.list': ({ limit }) => ({ items: shelf.session.review(limit) }),
      'settings.preview': ({ settings }, run) => shelf.session.preview(settings, run),
      'thesaurus.export': ({ format }) => this.#exportCorrections(format),
      'export.papers': ({ papers, format, name }) => exportPapers(format, papers.map((id) => this.#paper(id)), shelf.session.map, fileName(name)),
      'edit.apply': ({ edit, mapVersion }, run) => changing((session) => session.apply(edit, run), mapVersion),
      'edit.undo': ({ mapVersion }, run) => changing((session) => session.undo(run), mapVersion),
      'edit.redo': ({ mapVersion }, run) => changing((session) => session.redo(run), mapVersion),
      'thesaurus.list': () => shelf.session.thesauri(),
      'thesaurus.add': async ({ files }, run) => {
        const read = await readThesauri(files, run);
        return this.#changingThesauri((session) => session.addThesauri(read, run));
      },
      'thesaurus.addBuiltIn': (_, run) => this.#changingThesauri((session) => session.addBuiltInThesaurus(run)),
      'thesaurus.remove': ({ id }, run) => this.#changingThesauri((session) => session.removeThesaurus(id, run)),
      'view.save': ({ view }) => {
        shelf.session.saveView(view);
        return null;
      },
      'export.make': ({ format, scale, figure }) => {
        const facts = figure.colourBy === 'source' || figure.sizeBy === 'citations' ? new Map(shelf.session.facts().map((each) => [each.id, each])) : null;
        return this.#stages.exportMap(format, this.#map(), { scale, figure, facts, name: fileName(shelf.name) });
      },
    };
  }

  /** The search of the open library, which goes with it. */
  #librarySearch(): LibrarySearch {
    const { session } = this.#shelf;
    if (this.#search?.session !== session) {
      this.#search?.search.close();
      this.#search = { session, search: new LibrarySearch(session) };
    }
    return this.#search.search;
  }

  async #exportCorrections(format: CorrectionFormat): Promise<FileBytes> {
    const thesaurus = correctedThesaurus(this.#index());
    if (thesaurus.concepts.length + thesaurus.ignored.length === 0) throw new AtlasError('thesaurus.nothing');
    const { ending, mediaType } = CORRECTION_FILES[format];
    const bytes = new TextEncoder().encode(await writeThesaurus(thesaurus, format));
    return { name: `${fileName(this.#shelf.name)} corrections.${ending}`, mediaType, bytes };
  }

  #opening(open: () => void): LibraryState {
    open();
    this.#readAheadSoon();
    return this.#state();
  }

  #changingThesauri(change: (session: Session) => void): ThesaurusReply {
    change(this.#shelf.session);
    this.#shelf.remember();
    this.#readAheadSoon();
    return { state: this.#state(), ...this.#shelf.session.thesauri() };
  }

  async #import(sources: ImportSource[], name: string, run: Run): Promise<{ state: LibraryState; report: ImportReport }> {
    const report = await this.#shelf.session.import(sources, name, run);
    this.#shelf.remember();
    this.#readAheadSoon();
    return { state: this.#state(), report };
  }

  /** The sample goes into a library of its own, unless the open one is still empty. */
  async #openSample(run: Run): Promise<{ state: LibraryState; report: ImportReport }> {
    const sources = [{ name: 'sample.jsonl', path: assetPath('sample.jsonl') }];
    if (this.#shelf.session.untouched) return this.#import(sources, SAMPLE_NAME, run);
    const prepared = await prepareImport(this.#stages, { papers: [], settings: DEFAULT_MAP_SETTINGS, map: null }, sources, run);
    this.#shelf.startFrom(SAMPLE_NAME, prepared, run);
    return { state: this.#state(), report: prepared.report };
  }

  /** The state for a caller that has the map of a version. */
  #stateAfter(mapVersion: string | undefined): LibraryState {
    const given = this.#given;
    const state = this.#state();
    if (state.map === null || mapVersion === undefined) return state;
    if (state.mapVersion === mapVersion) return { ...state, map: null };
    return given?.version === mapVersion ? { ...state, map: null, mapChange: mapChange(given.map, state.map) } : state;
  }

  #state(): LibraryState {
    const { name, unsaved, session } = this.#shelf;
    const { settings, view, map, undoLabel, redoLabel, annotations, lists, pinned, corrections } = session;
    const mapVersion = map && mapFingerprint(map);
    this.#given = map && mapVersion !== null ? { map, version: mapVersion } : null;
    return { name, unsaved, settings, view, map, mapVersion, canUndo: undoLabel !== null, canRedo: redoLabel !== null, undoLabel, redoLabel, recent: this.#shelf.recent(), annotations, lists, pinned, corrections };
  }

  #map(): TopicMap {
    const { map } = this.#shelf.session;
    if (!map) throw new AtlasError('map.empty');
    return map;
  }

  #index(): CorrectedIndex {
    const index = this.#shelf.session.index();
    if (!index) throw new AtlasError('map.empty');
    return index;
  }

  #paper(id: string): Paper {
    const paper = this.#shelf.session.paper(id);
    if (!paper) throw new AtlasError('map.noPaper', { paper: id });
    return paper;
  }
}

/** What a library without a name is called after its first file: the file's name without its endings. */
function libraryName(file: string): string {
  return file.replace(/(?:\.\w{1,8}){1,2}$/, '') || 'Untitled';
}

/** A name that every file system takes. */
function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').replaceAll(/ +/g, ' ').trim() || 'map';
}
