import { copyFileSync, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { RecentLibrary } from '../../../shared/library-state.ts';
import { AtlasError } from '../../../shared/failures.ts';
import type { ResolvedFile } from '../commands.ts';
import { UNWATCHED, type Watch } from '../model.ts';
import type { Run } from '../run.ts';
import type { Stages } from '../stages.ts';
import type { PreparedImport } from './import-papers.ts';
import { checkHeader } from './library-file.ts';
import { RecentList } from './recent-list.ts';
import { Session } from './session.ts';

const UNTITLED = 'Untitled';
const ENDING = '.atlas';

/** Which library is open, and the ways to open another. Libraries without a place of the user's lie in `libraries/` of the data folder. */
export class Shelf {
  readonly #folder: string;
  readonly #recent: RecentList;
  readonly #stages: Stages;
  #open: Session | null = null;

  constructor(dataFolder: string, stages: Stages) {
    this.#folder = join(dataFolder, 'libraries');
    this.#recent = new RecentList(dataFolder);
    this.#stages = stages;
  }

  /** The open library. At first the one that was open last; a new one where that is gone or can't be opened. */
  get session(): Session {
    return this.begin();
  }

  /** The same; `watch` follows the opening of the first one, whose map may have to be computed, and may stop it: then one goes on with a new library, and the last one is among the recent ones. */
  begin(watch: Watch = UNWATCHED): Session {
    this.#open ??= this.#openLast(watch) ?? this.#create();
    return this.#open;
  }

  get unsaved(): boolean {
    return this.#isUnsaved(this.session.path);
  }

  /** The library's name: that of its file, or what it was called before it had a place of the user's. */
  get name(): string {
    const { path, name } = this.session;
    return (this.#isUnsaved(path) ? name : null) ?? basename(path, extname(path));
  }

  /** The other libraries opened of late, the latest first. */
  recent(): RecentLibrary[] {
    const { path } = this.session;
    return this.#recent
      .list()
      .filter((entry) => entry.path !== path)
      .map(({ id, name, unsaved, path: place, openedAt }) => ({ id, name, place: unsaved ? 'Not saved yet' : dirname(place), openedAt }));
  }

  /** Goes on with a new, empty library. An open one that nothing was done in serves as well. */
  startNew(): void {
    if (this.unsaved && this.session.untouched) return;
    this.#replace(this.#create());
  }

  /** Goes on with a library file of the user's. `copy` makes a copy in the data folder and opens that. Throws library.*, and call.cancelled where its map had to be computed; then the open library stays. */
  open(file: ResolvedFile, copy: boolean, watch: Watch): void {
    if (copy) return this.#replace(this.#openCopy(file, watch));
    const path = realPath(file.path);
    if (path === realPath(this.session.path)) return;
    this.#replace(Session.open(path, file.name, this.#stages, watch));
  }

  /** Goes on with a library of the recent ones. Throws library.open where it is gone, and as `open` does. */
  openRecent(id: string, watch: Watch): void {
    const entry = this.#recent.list().find((each) => each.id === id);
    if (!entry) throw new AtlasError('library.open', { file: 'The library', problem: 'it is not there any more' });
    this.open({ path: entry.path, name: entry.unsaved ? entry.name : basename(entry.path) }, false, watch);
  }

  /** Goes on with a new library made of an import. */
  startFrom(name: string, prepared: PreparedImport, run: Run): void {
    const path = this.#reserve('Sample');
    this.#replace(Session.createFrom(path, name, prepared, this.#stages, run));
  }

  /** Writes the library to a path, and goes on there unless it is only a copy. Throws library.write. */
  saveAs(path: string, copy: boolean): void {
    const { session } = this;
    if (existsSync(path) && realPath(path) === realPath(session.path)) return;
    session.saveCopy(path);
    if (copy) return;
    const { path: former } = session;
    this.#replace(Session.open(realPath(path), basename(path), this.#stages));
    if (this.#isUnsaved(former)) rmSync(former, { force: true });
  }

  /** Notes that the open library holds something now, so that the recent ones name it. */
  remember(): void {
    const { session } = this;
    this.#recent.open({ path: session.path, name: this.name, unsaved: this.unsaved, listed: !(this.unsaved && session.untouched) });
  }

  close(): void {
    this.#open?.close();
    this.#open = null;
  }

  /** Closes the open library and goes on with another. An unsaved one that nothing was done in leaves nothing behind. */
  #replace(next: Session): void {
    const former = this.#open;
    const isWorthless = former !== null && this.#isUnsaved(former.path) && former.untouched;
    former?.close();
    if (isWorthless) rmSync(former.path, { force: true });
    this.#open = next;
    this.remember();
  }

  #openLast(watch: Watch): Session | null {
    const path = this.#recent.current();
    if (path === null || !existsSync(path)) return null;
    try {
      return Session.open(path, basename(path), this.#stages, watch);
    } catch {
      return null;
    }
  }

  #create(): Session {
    const path = this.#reserve(UNTITLED);
    const session = Session.create(path, UNTITLED, this.#stages);
    this.#recent.open({ path, name: UNTITLED, unsaved: true, listed: false });
    return session;
  }

  #openCopy(file: ResolvedFile, watch: Watch): Session {
    checkHeader(file.path, file.name);
    const name = basename(file.name, extname(file.name));
    const path = this.#reserve(name);
    try {
      copyFileSync(file.path, path);
      const session = Session.open(path, file.name, this.#stages, watch);
      session.rename(name);
      return session;
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
  }

  /** Path of a new, empty file among the unsaved libraries. */
  #reserve(name: string): string {
    mkdirSync(this.#folder, { recursive: true });
    const plain = name.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').trim().slice(0, 80) || UNTITLED;
    for (let number = 1; ; number++) {
      const path = join(realPath(this.#folder), `${plain}${number === 1 ? '' : ` ${number}`}${ENDING}`);
      try {
        writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
        return path;
      } catch (error) {
        if (!existsSync(path)) throw new AtlasError('library.write', { problem: error instanceof Error ? error.message : String(error) }, { cause: error });
      }
    }
  }

  #isUnsaved(path: string): boolean {
    return existsSync(this.#folder) && dirname(path) === realPath(this.#folder);
  }
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
