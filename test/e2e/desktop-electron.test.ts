import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/start/build.ts';
import { electronBinary } from '../../electron/hosts/start/electron-binary.ts';
import { PROJECT_FOLDER } from '../../electron/hosts/start/project.ts';
import { nodeIds, openSample } from '../support/map-page.ts';
import { bibtexOfPapers, PAPER_TITLES, testFolder } from '../support/papers-file.ts';

/* The same journeys as desktop.test.ts in Electron itself, where its binary has been fetched and there is a display for its window. */

const LONG_MS = 120_000;
const binary = electronBinary();
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
const missing = binary === null ? 'Electron’s binary is not here' : 'there is no display';

describe.skipIf(binary === null || !hasDisplay)(`in Electron itself (skipped where it cannot run${binary === null || !hasDisplay ? `: ${missing}` : ''})`, () => {
  let app: ElectronApplication;
  let page: Page;
  let files: ReturnType<typeof testFolder>;

  beforeAll(() => ensureBuilt(), LONG_MS);

  beforeEach(async () => {
    files = testFolder();
    await launch();
  }, LONG_MS);

  afterEach(async () => {
    await app.close();
    files.remove();
  });

  async function launch(opened: string[] = []): Promise<void> {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    app = await _electron.launch({ executablePath: binary ?? '', args: [...asRoot, PROJECT_FOLDER, `--data-folder=${join(files.path, 'data')}`, ...opened] });
    page = await app.firstWindow();
    await page.waitForLoadState();
  }

  async function clickMenu(id: string): Promise<void> {
    await expect.poll(() => app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled ?? false, id)).toBe(true);
    await app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
  }

  async function mapOf(count: number): Promise<void> {
    await expect.poll(async () => (await nodeIds(page)).length, { timeout: 60_000 }).toBe(count);
  }

  test('a file chosen in the import dialog becomes a map', { timeout: LONG_MS }, async () => {
    const path = files.write('refs.bib', bibtexOfPapers());
    await app.evaluate(({ dialog }, chosen) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] }); }, path);
    await clickMenu('library.import');
    await mapOf(PAPER_TITLES.length);
  });

  test('a file named on the command line is opened', { timeout: LONG_MS }, async () => {
    await app.close();
    await launch([files.write('refs.bib', bibtexOfPapers())]);
    await mapOf(PAPER_TITLES.length);
  });

  test('a picture goes to the place chosen in the save dialog', { timeout: LONG_MS }, async () => {
    const place = join(files.path, 'map.png');
    await app.evaluate(({ dialog }, chosen) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen }); }, place);
    await openSample(page);
    await clickMenu('export.png');
    await page.getByRole('dialog').getByRole('button', { name: /^(Export|Save)/ }).click();
    await expect.poll(() => existsSync(place), { timeout: 30_000 }).toBe(true);
    expect([...readFileSync(place).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  test('the page has its own origin, no Node, and three functions of its host', { timeout: LONG_MS }, async () => {
    expect(await page.evaluate(() => ({ origin: location.origin, require: 'require' in window, process: 'process' in window, atlas: Object.keys((window as unknown as { atlas: object }).atlas).sort() }))).toEqual({
      origin: 'atlas://app', require: false, process: false, atlas: ['call', 'on', 'refer'],
    });
  });

  test('navigation, new windows and permissions are refused; links go to the system’s browser', { timeout: LONG_MS }, async () => {
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (address) => { opened.push(address); return Promise.resolve(); };
    });
    await page.evaluate(() => { location.href = 'https://example.org/paper'; });
    await page.evaluate(() => { window.open('https://example.org/popup'); });
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual(['https://example.org/paper', 'https://example.org/popup']);
    expect(await page.evaluate(() => location.origin)).toBe('atlas://app');
    expect(app.windows().length).toBe(1);
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  });

  test('the window opens again with the library that was open', { timeout: LONG_MS }, async () => {
    await openSample(page);
    const papers = (await nodeIds(page)).length;
    await app.close();
    await launch();
    await mapOf(papers);
  });
});
