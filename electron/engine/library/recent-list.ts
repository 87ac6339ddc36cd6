import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const recentSchema = z.object({
  /** The library that the next start opens. */
  current: z.string().nullable(),
  libraries: z.array(z.object({ path: z.string(), name: z.string(), unsaved: z.boolean(), openedAt: z.string() })),
});

type Recent = z.infer<typeof recentSchema>;
export type RecentEntry = Recent['libraries'][number] & { id: string };

const KEPT = 20;

/** The libraries opened of late, kept in a file of the data folder. Read anew each time, since other hosts may share the folder. */
export class RecentList {
  readonly #file: string;

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, 'recent.json');
  }

  /** Libraries whose files are still there, the latest first. */
  list(): RecentEntry[] {
    return this.#read()
      .libraries.filter(({ path }) => existsSync(path))
      .map(({ path, name, unsaved, openedAt }) => ({ id: idOf(path), path, name, unsaved, openedAt }));
  }

  /** Path of the library that was open last; null where there is none. */
  current(): string | null {
    return this.#read().current;
  }

  /** Makes a library the current one. `listed` is false for one with nothing in it yet, which only the next start should find. */
  open(library: { path: string; name: string; unsaved: boolean; listed: boolean }): void {
    const others = this.#read().libraries.filter(({ path }) => path !== library.path && existsSync(path));
    const { path, name, unsaved } = library;
    const entry = { path, name, unsaved, openedAt: new Date().toISOString() };
    this.#write({ current: path, libraries: library.listed ? [entry, ...others].slice(0, KEPT) : others });
  }

  #read(): Recent {
    try {
      return recentSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return { current: null, libraries: [] };
    }
  }

  #write(recent: Recent): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.${process.pid}.new`;
    writeFileSync(temporary, JSON.stringify(recent, null, 1));
    renameSync(temporary, this.#file);
  }
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
