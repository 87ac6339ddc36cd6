import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/start/build.ts';
import { PROJECT_FOLDER } from '../../electron/hosts/start/project.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { dropFile } from '../support/drop-files.ts';
import { nodeIds } from '../support/map-page.ts';
import { bibtexOfPapers, PAPER_TITLES, testFolder } from '../support/papers-file.ts';
import { printedAddress, startWebApp, type WebApp } from '../support/web-app.ts';

const LONG_MS = 120_000;

let browser: TestBrowser;
let files: ReturnType<typeof testFolder>;

beforeAll(async () => { browser = await launchBrowser(); }, LONG_MS);
afterAll(() => browser.close());

beforeEach(() => { files = testFolder(); });
afterEach(() => files.remove());

describe('the web host in a browser', () => {
  let app: WebApp;
  let temporaryFolder: string;
  beforeEach(async () => {
    temporaryFolder = join(files.path, 'temporary');
    mkdirSync(temporaryFolder);
    app = await startWebApp({ files: [files.write('refs.bib', bibtexOfPapers())], temporaryFolder });
  }, LONG_MS);
  afterEach(() => app.remove());

  test('serves the page as users get it, though tests built it: without React’s development build', { timeout: LONG_MS }, async () => {
    const { page } = await browser.open(app.address());
    const script = await page.locator('script[type="module"][src]').first().getAttribute('src');
    const text = await page.evaluate(async (address) => (await fetch(address)).text(), new URL(script ?? '', page.url()).href);
    expect(text.length).toBeGreaterThan(100_000);
    expect(text).not.toContain('jsxDEV');
  });

  test('opens by its one-time address, with the files named at its start, and again by its cookie', { timeout: LONG_MS }, async () => {
    const { page, errors } = await browser.open(app.address());
    await expect.poll(async () => (await nodeIds(page)).length, { timeout: 60_000 }).toBe(PAPER_TITLES.length);
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await expect.poll(async () => (await nodeIds(page)).length, { timeout: 60_000 }).toBe(PAPER_TITLES.length);
    expect(errors).toEqual([]);
    const stranger = await browser.open(app.address());
    await expect.poll(() => stranger.page.textContent('body')).toContain('This address was used already');
    await stranger.page.context().close();
    await page.context().close();
  });

  test('refuses another site in the same browser', { timeout: LONG_MS }, async () => {
    const { page } = await browser.open(app.address());
    await page.waitForURL((url) => url.search === '');
    const { origin } = new URL(app.address());
    const other = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<p>other</p>'));
    await new Promise<void>((listening) => { other.listen(0, '127.0.0.1', listening); });
    const foreign = await page.context().newPage();
    await foreign.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const outcomes = await foreign.evaluate(async (host) => {
      const attempt = (path: string, init: RequestInit) => fetch(host + path, { credentials: 'include', ...init }).then(async (answer) => `${answer.type} ${answer.status} ${(await answer.text()).length}`, () => 'refused');
      return Promise.all([
        attempt('/api/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"command":"library.new","args":{}}' }),
        attempt('/api/call', { method: 'POST', mode: 'no-cors', body: '{"command":"library.new","args":{}}' }),
        attempt('/', {}),
        attempt('/api/events', { mode: 'no-cors' }),
      ]);
    }, origin);
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
    other.close();
    other.closeAllConnections();
    await page.context().close();
  });

  test('takes a dropped file, and removes every upload when it is told to end', { timeout: LONG_MS }, async () => {
    const { page } = await browser.open(app.address());
    await expect.poll(async () => (await nodeIds(page)).length, { timeout: 60_000 }).toBe(PAPER_TITLES.length);
    await dropFile(page, 'more.bib', bibtexOfPapers(['Speech recognition with neural networks']));
    await expect.poll(async () => (await nodeIds(page)).length, { timeout: 60_000 }).toBe(PAPER_TITLES.length + 1);
    expect(readdirSync(temporaryFolder)).toHaveLength(1);
    expect(await app.stop()).toBe(0);
    expect(readdirSync(temporaryFolder)).toEqual([]);
    await page.context().close();
  });

  test('tells the page when it is gone', { timeout: LONG_MS }, async () => {
    const { page } = await browser.open(app.address());
    await expect.poll(async () => (await nodeIds(page)).length, { timeout: 60_000 }).toBe(PAPER_TITLES.length);
    await app.kill();
    await page.getByRole('alert').filter({ hasText: 'The connection to Concept Atlas was lost' }).first().waitFor({ timeout: 20_000 });
    await page.context().close();
  });
});

describe('npm start', () => {
  const running: ChildProcess[] = [];
  beforeAll(() => ensureBuilt(), LONG_MS);
  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });

  const start = (args: string[], environment: NodeJS.ProcessEnv = {}) => {
    const child = spawn(process.execPath, [join(PROJECT_FOLDER, 'electron', 'hosts', 'start', 'start.mjs'), '--no-open', '--data-folder', files.path, ...args], { env: { ...process.env, ...environment } });
    running.push(child);
    return child;
  };

  test('shows the app’s address within 3 s once the app is built', { timeout: LONG_MS }, async () => {
    const startedAt = performance.now();
    const address = await printedAddress(start(['--web']));
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });

  test.skipIf(process.platform !== 'linux')('says in one sentence why it opens in the browser where there is no display (Linux only)', { timeout: LONG_MS }, async () => {
    const child = start([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    let told = '';
    child.stderr?.on('data', (chunk: Buffer) => { told += chunk.toString('utf8'); });
    await printedAddress(child);
    expect(told.trim()).toBe('Electron finds no display for its window here, so Concept Atlas opens in your browser instead.');
  });

  test('ends in order when told to', { timeout: LONG_MS }, async () => {
    const child = start(['--web']);
    await printedAddress(child);
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });

  test('explains wrong usage', { timeout: LONG_MS }, async () => {
    const child = start(['--wbe']);
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(2);
  });
});
