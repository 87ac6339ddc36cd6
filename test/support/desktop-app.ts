import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureBuilt } from '../../electron/hosts/start/build.ts';
import { DIST_FOLDER } from '../../electron/hosts/start/project.ts';
import { collectErrors } from './browser.ts';
import { testChromium } from './chromium.ts';
import type { DoubleCommands } from './electron-double/control.ts';

/** The built main process and preload, run against the double of Electron, with a window that is a real page of Chromium. */
export interface DesktopApp {
  page: Page;
  errors: string[];
  /** Asks the double. */
  ask<C extends keyof DoubleCommands>(command: C, ...args: Parameters<DoubleCommands[C]>): Promise<ReturnType<DoubleCommands[C]>>;
  /** Quits the app in order; gives its exit code. */
  quit(): Promise<number | null>;
  /** Ends the app at once. */
  kill(): Promise<void>;
}

export interface DesktopBench {
  dataFolder: string;
  start(files?: string[]): Promise<DesktopApp>;
  /** Starts the app while another instance runs: gives what it hands over, after it has ended. */
  startSecond(files: string[]): Promise<{ files: string[] }>;
  close(): Promise<void>;
}

/** A data folder to run the desktop app on, one run after the other: the app that is built, or one built into another folder. */
export async function desktopBench(distFolder: string | null = null): Promise<DesktopBench> {
  if (distFolder === null) await ensureBuilt();
  const dataFolder = mkdtempSync(join(tmpdir(), 'concept-atlas-desktop-'));
  const temporaryFolder = join(dataFolder, 'temporary');
  mkdirSync(temporaryFolder);
  const endings: (() => Promise<void>)[] = [];
  const run = (files: string[], environment: NodeJS.ProcessEnv) => {
    const child = fork(join(distFolder ?? DIST_FOLDER, 'main.js'), [`--data-folder=${dataFolder}`, ...files], {
      execArgv: ['--import', new URL('./electron-double/register.ts', import.meta.url).href],
      env: { ...process.env, TMPDIR: temporaryFolder, ...environment },
    });
    endings.push(() => end(child));
    return child;
  };
  return {
    dataFolder,
    async start(files = []) {
      const { browser, endpoint, close } = await startChromium();
      endings.push(close);
      const child = run(files, { ATLAS_DOUBLE_BROWSER: endpoint });
      const page = await appPage(browser, child);
      const errors = collectErrors(page);
      await page.waitForLoadState();
      return { page, errors, ask: asker(child), quit: () => quit(child), kill: () => end(child) };
    },
    async startSecond(files) {
      const child = run(files, { ATLAS_DOUBLE_SECOND: '1' });
      const [message] = (await once(child, 'message')) as [{ secondInstance: { files: string[] } }];
      if (child.exitCode === null) await once(child, 'exit');
      return message.secondInstance;
    },
    async close() {
      await Promise.all(endings.map((finish) => finish()));
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A Chromium of its own, which both the test and the double reach by its endpoint. */
async function startChromium(): Promise<{ browser: Browser; endpoint: string; close: () => Promise<void> }> {
  const { executable, environment, args } = await testChromium();
  const profile = mkdtempSync(join(tmpdir(), 'concept-atlas-profile-'));
  const child = spawn(executable, ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', ...args, 'about:blank'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  const endpoint = await printedEndpoint(child);
  const browser = await chromium.connectOverCDP(endpoint);
  const close = async () => {
    await end(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { browser, endpoint, close };
}

function printedEndpoint(browser: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let written = '';
    browser.stderr?.on('data', (chunk: Buffer) => {
      written += chunk.toString('utf8');
      const endpoint = /DevTools listening on (ws:\S+)/.exec(written)?.[1];
      if (endpoint !== undefined) found(endpoint);
    });
    browser.once('exit', () => failed(new Error(`Chromium did not start: ${written}`)));
  });
}

/** The window's page, once it shows the app. */
async function appPage(browser: Browser, child: ChildProcess): Promise<Page> {
  for (;;) {
    const page = browser.contexts().flatMap((context) => context.pages()).find((candidate) => candidate.url().startsWith('https:'));
    if (page) return page;
    if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode} before it showed a window`);
    await sleep(50);
  }
}

function asker(child: ChildProcess): DesktopApp['ask'] {
  let lastId = 0;
  return (command, ...args) => new Promise((answered, failed) => {
    lastId += 1;
    const id = lastId;
    const listener = (message: { id?: number; value?: unknown; error?: string }) => {
      if (message.id !== id) return;
      child.off('message', listener);
      if (message.error === undefined) answered(message.value as never);
      else failed(new Error(message.error));
    };
    child.on('message', listener);
    child.send({ id, command, args });
  });
}

async function quit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.send({ id: -1, command: 'quit', args: [] });
  await exited;
  return child.exitCode;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
