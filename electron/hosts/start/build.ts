import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE_FOLDER, DIST_FOLDER, PROJECT_FOLDER } from './project.ts';
import { sourceStamp } from './source-stamp.ts';

const STAMP_FILE = join(DIST_FOLDER, '.stamp');
const LOCK_FOLDER = join(CACHE_FOLDER, 'build.lock');

/** A build takes seconds; a lock older than this was left by one that was killed. */
const STALE_LOCK_MS = 120_000;
const LOCK_PAUSE_MS = 200;

/** Builds the app into dist/ unless it was built from the very same sources. True where it had to build. Throws what the build throws. */
export async function ensureBuilt(onBuild: () => void = () => undefined): Promise<boolean> {
  if (isBuilt()) return false;
  await takeLock();
  try {
    if (isBuilt()) return false;
    onBuild();
    await build();
    return true;
  } finally {
    rmSync(LOCK_FOLDER, { recursive: true, force: true });
  }
}

function isBuilt(): boolean {
  return existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, 'utf8') === sourceStamp(PROJECT_FOLDER);
}

/** Builds now. The stamp is taken before and written after, so that a source changed meanwhile is built the next time. */
export async function build(): Promise<void> {
  const stamp = sourceStamp(PROJECT_FOLDER);
  const startedAt = Date.now();
  rmSync(STAMP_FILE, { force: true });
  await inProduction(async () => {
    const { createBuilder } = await import('vite');
    const builder = await createBuilder({ configFile: join(PROJECT_FOLDER, 'vite.config.ts'), logLevel: 'warn' });
    await builder.buildApp();
  });
  removeOlder(startedAt);
  writeFileSync(STAMP_FILE, stamp);
}

/** Does a build as for users, whoever asks for it: where tests have set another environment, Vite would take React's much slower development build. */
async function inProduction(work: () => Promise<void>): Promise<void> {
  const { NODE_ENV: before } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** Removes what earlier builds left directly in dist/: chunks have a hash in their names and would pile up. */
function removeOlder(thanMs: number): void {
  for (const entry of readdirSync(DIST_FOLDER, { withFileTypes: true })) {
    const path = join(DIST_FOLDER, entry.name);
    if (entry.isFile() && statSync(path).mtimeMs < thanMs - 1000) rmSync(path);
  }
}

/** Waits until no other process builds. */
async function takeLock(): Promise<void> {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK_FOLDER);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const lockedAt = statSync(LOCK_FOLDER, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - lockedAt > STALE_LOCK_MS) rmSync(LOCK_FOLDER, { recursive: true, force: true });
    else await sleep(LOCK_PAUSE_MS);
  }
}
