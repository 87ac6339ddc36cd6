import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsFile, type SettingsFile } from '../host-settings.ts';
import { CACHE_FOLDER } from './project.ts';

/** How long the host that has Electron's binary may stay silent. */
const SILENCE_LIMIT_MS = 20_000;

/** After a failure, one more try a day at most: in the background, so that no start waits for it. */
const RETRY_AFTER_MS = 24 * 3_600_000;

/** Why Electron's binary could not be fetched: the network or the host refused, or nothing came for too long. */
export type FetchFailure = 'refused' | 'silent';

const memorySchema = z.strictObject({ failure: z.enum(['refused', 'silent']), atMs: z.number() }).nullable();

/** What is remembered of the last attempt: its failure, if it failed. */
export type FetchMemory = SettingsFile<z.infer<typeof memorySchema>>;

export function fetchMemory(folder: string = CACHE_FOLDER): FetchMemory {
  return settingsFile(join(folder, 'electron-fetch.json'), memorySchema, null);
}

/** The last attempt's failure, where it failed, and whether it is long enough ago for another. */
export function lastFetchFailure(memory: FetchMemory, nowMs: number = Date.now()): { failure: FetchFailure; mayRetry: boolean } | null {
  const last = memory.read();
  return last && { failure: last.failure, mayRetry: nowMs - last.atMs > RETRY_AFTER_MS };
}

/** Fetches Electron's binary to where its package looks for it. Null when it is there, else why not; the outcome is remembered. */
export async function fetchElectron(memory: FetchMemory, { limitMs = SILENCE_LIMIT_MS, environment = process.env }: { limitMs?: number; environment?: NodeJS.ProcessEnv } = {}): Promise<FetchFailure | null> {
  const failure = await runFetch(limitMs, environment);
  memory.write(failure && { failure, atMs: Date.now() });
  return failure;
}

/** The fetching process sends a message for every sign of life from the download's host; this ends it when none comes. */
function runFetch(limitMs: number, environment: NodeJS.ProcessEnv): Promise<FetchFailure | null> {
  const { promise, resolve } = Promise.withResolvers<FetchFailure | null>();
  const child = fork(join(import.meta.dirname, 'fetch-electron.ts'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: environment });
  const end = () => void child.kill('SIGKILL');
  const silence = setTimeout(() => {
    resolve('silent');
    end();
  }, limitMs);
  process.once('exit', end);
  child.on('message', () => void silence.refresh());
  child.on('error', () => resolve('refused'));
  child.on('exit', (code) => {
    clearTimeout(silence);
    process.off('exit', end);
    resolve(code === 0 ? null : 'refused');
  });
  return promise;
}
