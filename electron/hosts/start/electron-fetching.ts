import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsFile } from '../host-settings.ts';
import { CACHE_FOLDER } from './project.ts';

/** How long the host that has Electron's binary may stay silent. */
const SILENCE_LIMIT_MS = 20_000;

/** After a failure, one more try a day at most: in the background, so that no start waits for it. */
const RETRY_AFTER_MS = 24 * 3_600_000;

export type FetchFailure = 'refused' | 'silent';

const failureSchema = z.strictObject({ failure: z.enum(['refused', 'silent']), atMs: z.number() }).nullable();

const failureFile = () => settingsFile(join(CACHE_FOLDER, 'electron-fetch.json'), failureSchema, null);

/** The last attempt's failure, where the last attempt failed. */
export function lastFetchFailure(): { failure: FetchFailure; mayRetry: boolean } | null {
  const last = failureFile().read();
  return last && { failure: last.failure, mayRetry: Date.now() - last.atMs > RETRY_AFTER_MS };
}

/**
 * Fetches Electron's binary. Null when it is there; else why not: `refused` by the network or the host, or `silent` when nothing came for
 * 20 s. Remembers the outcome. `onPercent` is called with 0..1 as it comes in.
 */
export async function fetchElectron(onPercent: (part: number) => void = () => undefined, limitMs: number = SILENCE_LIMIT_MS): Promise<FetchFailure | null> {
  const failure = await runFetch(onPercent, limitMs);
  failureFile().write(failure && { failure, atMs: Date.now() });
  return failure;
}

function runFetch(onPercent: (part: number) => void, limitMs: number): Promise<FetchFailure | null> {
  return new Promise((done) => {
    const child = fork(join(import.meta.dirname, 'fetch-electron.ts'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const silence = setTimeout(() => {
      done('silent');
      child.kill('SIGKILL');
    }, limitMs);
    child.on('message', (message: { percent: number }) => {
      silence.refresh();
      onPercent(message.percent);
    });
    child.on('error', () => done('refused'));
    child.on('exit', (code) => {
      clearTimeout(silence);
      done(code === 0 ? null : 'refused');
    });
    process.once('exit', () => child.kill('SIGKILL'));
  });
}
