import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AtlasError } from '../../../shared/failures.ts';

/** Writes all files or none: each to a neighbour first, piece by piece, then all are renamed. Throws host.write with the file and the reason. */
export async function writeSafely(files: readonly { path: string; pieces: Iterable<Uint8Array> }[]): Promise<void> {
  const pending: { part: string; path: string }[] = [];
  try {
    for (const { path, pieces } of files) {
      const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
      pending.push({ part, path });
      await attempt(path, async () => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(part, pieces);
      });
    }
    for (const { part, path } of pending) await attempt(path, () => rename(part, path));
  } finally {
    for (const { part } of pending) await rm(part, { force: true });
  }
}

async function attempt(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new AtlasError('host.write', { file: path, problem: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}
