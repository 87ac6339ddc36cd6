import { spawn } from 'node:child_process';
import { PROJECT_FOLDER } from './project.ts';
import type { StartOptions } from './options.ts';

/** An app that fails within this time did not get as far as a window. */
const LAUNCH_LIMIT_MS = 10_000;

/** Why Electron can't show a window on this machine although its binary is there; null where nothing speaks against it. */
export function obstacle(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, userId: number | undefined): string | null {
  if (platform !== 'linux') return null;
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return 'Electron finds no display for its window here';
  if (userId === 0) return 'Electron does not run as root';
  return null;
}

/** Runs the desktop app to its end. Gives its exit code, or null where it failed before it can have shown a window. */
export function runElectron(binary: string, { files, dataFolder }: StartOptions): Promise<number | null> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env;
  const startedAt = performance.now();
  const child = spawn(binary, [PROJECT_FOLDER, `--data-folder=${dataFolder}`, ...files], { stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('error', () => done(null));
    child.on('exit', (code, signal) => {
      const failedEarly = performance.now() - startedAt < LAUNCH_LIMIT_MS && (code === null ? !isEnding(signal) : code !== 0);
      done(failedEarly ? null : (code ?? 0));
    });
  });
}

const isEnding = (signal: NodeJS.Signals | null) => signal === 'SIGINT' || signal === 'SIGTERM';
