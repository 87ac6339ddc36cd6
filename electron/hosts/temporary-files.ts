import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface TemporaryFiles {
  /** Writes a stream to a new file that keeps the name's ending, and gives its path. On failure nothing of it stays. */
  write(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string>;
  /** Removes every file written. */
  removeAll(): Promise<void>;
}

/** Files that live as long as their host: uploads, and dropped files that have no place on disk. Only this user can read them. */
export function createTemporaryFiles(): TemporaryFiles {
  let folder: Promise<string> | null = null;
  return {
    async write(name, content) {
      folder ??= mkdtemp(join(tmpdir(), 'concept-atlas-'));
      const place = join(await folder, randomUUID());
      await mkdir(place, { mode: 0o700 });
      const path = join(place, safeName(name));
      try {
        await pipeline(content, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      } catch (error) {
        await rm(place, { recursive: true, force: true });
        throw error;
      }
      return path;
    },
    async removeAll() {
      const written = folder;
      folder = null;
      if (written) await rm(await written, { recursive: true, force: true });
    },
  };
}

/** A file name without folders and without what some file systems refuse; the ending stays. */
export function safeName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what has to go
  const plain = basename(name.replaceAll('\\', '/')).replace(/[\u0000-\u001f<>:"|?*]/g, '_').replace(/^\.+/, '_');
  return plain.slice(-120) || 'file';
}
