import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { AtlasError } from '../../shared/failures.ts';

/** The hold of one process on a folder of data; ends with `release`, or with the process, however that ends. */
export interface DataClaim {
  release(): void;
}

const LOCK_FILE = 'in-use.lock';
/** Who holds it, to be told; what counts is the lock. */
const HOLDER_FILE = 'in-use.json';
/** One that is just ending may still hold it. */
const WAIT_MS = 2000;

const holderSchema = z.object({ process: z.int() });

/**
 * Makes this process the only one at work on a folder of data. The hold is a lock of SQLite's, which the system takes away from
 * a process that died: nothing is left to be cleared away by hand. Throws host.inUse with the number of the process that has it.
 */
export function claimDataFolder(folder: string): DataClaim {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, LOCK_FILE));
  try {
    lock.exec(`PRAGMA busy_timeout = ${WAIT_MS}; BEGIN EXCLUSIVE`);
  } catch (error) {
    lock.close();
    throw new AtlasError('host.inUse', { process: holderOf(folder) }, { cause: error });
  }
  writeFileSync(join(folder, HOLDER_FILE), JSON.stringify({ process: process.pid }));
  return { release: () => lock.close() };
}

function holderOf(folder: string): number | string {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(join(folder, HOLDER_FILE), 'utf8'))).process;
  } catch {
    return 'unknown';
  }
}
