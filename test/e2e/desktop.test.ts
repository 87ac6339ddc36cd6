import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { desktopBench, type DesktopApp, type DesktopBench } from '../support/desktop-app.ts';
import { dropFile } from '../support/drop-files.ts';
import { nodeIds, openSample } from '../support/map-page.ts';
import { bibtexOfPapers, PAPER_TITLES, testFolder } from '../support/papers-file.ts';

/* The built main process and preload, run against a double of Electron whose windows are real pages of Chromium. */

const LONG_MS = 120_000;

let bench: DesktopBench;
let app: DesktopApp;
let files: ReturnType<typeof testFolder>;

async function open(): Promise<void> {
  files = testFolder();
  bench = await desktopBench();
  app = await bench.start();
}

async function close(): Promise<void> {
  await bench.close();
  files.remove();
}

/** An app of its own for every test of a group. */
function appForEach(): void {
  beforeEach(open, LONG_MS);
  afterEach(close);
}

/** One app for the tests of a group that leave it as it is. */
function appForAll(): void {
  beforeAll(open, LONG_MS);
  afterAll(close);
}

/** Waits until the map has that many papers. */
async function mapOf(count: number, shown: DesktopApp = app): Promise<void> {
  await expect.poll(async () => (await nodeIds(shown.page)).length, { timeout: 60_000 }).toBe(count);
}

/** Clicks an entry of the system's menu, once the page has told that it is possible. */
async function clickMenu(path: string): Promise<void> {
  await expect.poll(async () => (await app.ask('menuEntries')).find((entry) => entry.path === path)?.enabled ?? false).toBe(true);
  await app.ask('clickMenu', path);
}

/** Calls a command as the page does. */
async function call(command: string, args: unknown): Promise<unknown> {
  return app.page.evaluate(([name, given]) => (window as unknown as { atlas: { call(command: string, args: unknown): Promise<unknown> } }).atlas.call(name, given), [command, args] as const);
}

describe('opening and importing', () => {
  appForEach();

  test('a file chosen in the import dialog becomes a map', { timeout: LONG_MS }, async () => {
    await app.ask('answerOpen', [files.write('refs.bib', bibtexOfPapers())]);
    await clickMenu('File > Import…');
    await mapOf(PAPER_TITLES.length);
    await expect.poll(() => app.ask('dialogs')).toMatchObject([{ kind: 'open', options: { title: 'Import papers', properties: ['openFile', 'multiSelections'] } }]);
    expect(app.errors).toEqual([]);
  });

  test('a cancelled dialog changes nothing', { timeout: LONG_MS }, async () => {
    await clickMenu('File > Import…');
    await expect.poll(async () => (await app.ask('dialogs')).length).toBe(1);
    await app.page.getByRole('button', { name: 'Open sample' }).first().waitFor();
    expect(app.errors).toEqual([]);
  });

  test('a dropped file is read from its place on disk', { timeout: LONG_MS }, async () => {
    await app.ask('placeFiles', { 'refs.bib': files.write('refs.bib', bibtexOfPapers()) });
    await dropFile(app.page, 'refs.bib', 'the page itself never reads it');
    await mapOf(PAPER_TITLES.length);
  });

  test('a dropped file without a place on disk is read from its content', { timeout: LONG_MS }, async () => {
    await dropFile(app.page, 'made.bib', bibtexOfPapers());
    await mapOf(PAPER_TITLES.length);
  });

  test('files named on the command line are opened once the page is there', { timeout: LONG_MS }, async () => {
    await app.quit();
    app = await bench.start([files.write('refs.bib', bibtexOfPapers())]);
    await mapOf(PAPER_TITLES.length);
  });

  test('a second start hands its files to the first and ends', { timeout: LONG_MS }, async () => {
    const handed = await bench.startSecond([files.write('refs.bib', bibtexOfPapers())]);
    await app.ask('minimize');
    await app.ask('secondStart', handed.files);
    await mapOf(PAPER_TITLES.length);
    await expect.poll(() => app.ask('windowShown')).toEqual({ visible: true, minimized: false, focusCount: 1 });
  });

  test('a file that the system asks to open is opened', { timeout: LONG_MS }, async () => {
    await app.ask('openFile', files.write('refs.bib', bibtexOfPapers()));
    await mapOf(PAPER_TITLES.length);
  });
});

describe('saving and exporting', () => {
  appForEach();

  test('a picture goes to the place chosen in the save dialog', { timeout: LONG_MS }, async () => {
    await openSample(app.page);
    const place = join(files.path, 'map');
    await app.ask('answerSave', place);
    await clickMenu('File > Export picture (PNG)…');
    await app.page.getByRole('dialog').getByRole('button', { name: /^(Export|Save)/ }).click();
    await expect.poll(() => existsSync(`${place}.png`), { timeout: 30_000 }).toBe(true);
    expect([...readFileSync(`${place}.png`).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    await expect.poll(() => app.ask('dialogs')).toMatchObject([{ kind: 'save', options: { filters: [{ extensions: ['png'] }, { extensions: ['*'] }] } }]);
    expect(app.errors).toEqual([]);
  });

  test('a place that cannot be written is told, and nothing half-written stays', { timeout: LONG_MS }, async () => {
    await app.ask('answerSave', join(files.path, 'no-such-folder', 'map.png'));
    expect(await call('host.saveFile', { name: 'map.png', bytes: {} })).toMatchObject({ ok: false, failure: { code: 'call.arguments' } });
    const reply = await app.page.evaluate(() => (window as unknown as { atlas: { call(command: string, args: unknown): Promise<unknown> } }).atlas.call('host.saveFile', { name: 'map.png', bytes: new Uint8Array([1]) }));
    expect(reply).toMatchObject({ ok: false, failure: { code: 'host.write', details: { file: 'map.png' } } });
  });

  test('a library is saved, left, and opened again from the recent ones in the menu', { timeout: LONG_MS }, async () => {
    await openSample(app.page);
    const papers = (await nodeIds(app.page)).length;
    const place = join(files.path, 'Thesis.atlas');
    await app.ask('answerSave', place);
    await clickMenu('File > Save as…');
    await expect.poll(() => existsSync(place)).toBe(true);
    await expect.poll(() => app.ask('recentDocuments')).toEqual([place]);
    await clickMenu('File > New library');
    await expect.poll(async () => (await app.ask('menuEntries')).map(({ path }) => path)).toContain('File > Open recent > Thesis');
    await clickMenu('File > Open recent > Thesis');
    await mapOf(papers);
  });
});

describe('the menu', () => {
  appForEach();

  test('changes views and the theme, and the theme is kept', { timeout: LONG_MS }, async () => {
    await openSample(app.page);
    await clickMenu('View > Show concepts');
    await expect.poll(() => app.page.getByRole('radio', { name: 'Concepts' }).isChecked()).toBe(true);
    await clickMenu('View > Dark theme');
    await expect.poll(async () => (await app.ask('menuEntries')).find(({ path }) => path === 'View > Dark theme')?.checked).toBe(true);
    await app.quit();
    app = await bench.start();
    expect(await call('host.info', {})).toMatchObject({ ok: true, value: { kind: 'desktop', theme: 'dark' } });
  });
});

describe('the window', () => {
  appForEach();

  test('opens where it was closed, with the library that was open', { timeout: LONG_MS }, async () => {
    await app.ask('answerOpen', [files.write('refs.bib', bibtexOfPapers())]);
    await clickMenu('File > Import…');
    await mapOf(PAPER_TITLES.length);
    await app.ask('setBounds', { x: 300, y: 200, width: 1100, height: 720 });
    expect(await app.quit()).toBe(0);
    app = await bench.start();
    await expect.poll(() => app.ask('windowOptions')).toMatchObject({ x: 300, y: 200, width: 1100, height: 720 });
    await mapOf(PAPER_TITLES.length);
  });

  test('loads anew after its page died, and shows what was there', { timeout: LONG_MS }, async () => {
    await openSample(app.page);
    const papers = (await nodeIds(app.page)).length;
    await app.page.evaluate(() => { document.title = 'before'; });
    await app.ask('crashPage');
    await expect.poll(() => app.page.title(), { timeout: 20_000 }).not.toBe('before');
    await mapOf(papers);
  });
});

describe('the page’s world', () => {
  appForAll();

  test('the window is sandboxed, isolated and without Node', { timeout: LONG_MS }, async () => {
    await expect.poll(() => app.ask('windowOptions')).toMatchObject({
      webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
    });
  });

  test('the preload exposes call, refer and on, and nothing else', { timeout: LONG_MS }, async () => {
    expect(await app.page.evaluate(() => Object.keys((window as unknown as { atlas: object }).atlas).sort())).toEqual(['call', 'on', 'refer']);
  });
});

describe('what is refused', () => {
  appForAll();

  const refusal = { ok: false, failure: { code: 'call.refused' } };

  test('calls from another origin, from a frame within the page, and from a frame that is gone', { timeout: LONG_MS }, async () => {
    const invoke = (address: string | null, framed: boolean) => app.ask('invokeAs', 'atlas:call', address, framed, ['host.info', {}]);
    expect(await invoke('atlas://app/', false)).toMatchObject({ ok: true });
    expect(await invoke('https://evil.example/', false)).toMatchObject(refusal);
    expect(await invoke('atlas://app.evil.example/', false)).toMatchObject(refusal);
    expect(await invoke('file:///etc/passwd', false)).toMatchObject(refusal);
    expect(await invoke('atlas://app/', true)).toMatchObject(refusal);
    expect(await invoke(null, false)).toMatchObject(refusal);
    await expect(app.ask('invokeAs', 'atlas:refer', 'https://evil.example/', false, [[{ name: 'a', path: '/etc/passwd' }]])).rejects.toThrow('did not come from the Concept Atlas window');
  });

  test('files that the app did not hand out', { timeout: LONG_MS }, async () => {
    expect(await call('library.import', { files: [{ ref: '/etc/passwd', name: 'passwd' }] })).toMatchObject(refusal);
    expect(await call('library.open', { file: { ref: '../../x.atlas', name: 'x.atlas' } })).toMatchObject(refusal);
  });

  test('commands that do not exist', { timeout: LONG_MS }, async () => {
    expect(await call('constructor', {})).toMatchObject({ ok: false, failure: { code: 'call.unknown' } });
  });

  test('navigation: links open in the system’s browser, http and https only', { timeout: LONG_MS }, async () => {
    await app.page.evaluate(() => { location.href = 'https://example.org/paper'; });
    await expect.poll(() => app.ask('openedExternally')).toEqual(['https://example.org/paper']);
    await app.page.evaluate(() => { location.href = 'atlas://elsewhere/'; });
    expect(await app.page.evaluate(() => location.pathname)).toBe('/');
    await expect.poll(() => app.ask('openedExternally')).toEqual(['https://example.org/paper']);
    expect(await call('host.openLink', { url: 'file:///etc/passwd' })).toMatchObject({ ok: false, failure: { code: 'call.arguments' } });
  });

  test('new windows', { timeout: LONG_MS }, async () => {
    await app.page.evaluate(() => { window.open('https://example.org/popup'); });
    await expect.poll(() => app.ask('openedExternally')).toContain('https://example.org/popup');
    await expect.poll(() => app.page.context().pages().filter((page) => page.url().startsWith('https:')).length).toBe(1);
  });

  test('permissions, all of them', { timeout: LONG_MS }, async () => {
    for (const permission of ['geolocation', 'media', 'notifications', 'openExternal', 'clipboard-read', 'fileSystem']) {
      await expect.poll(() => app.ask('requestPermission', permission)).toBe(false);
    }
  });

  test('scripts and styles that are not the app’s, by the page’s policy', { timeout: LONG_MS }, async () => {
    const ran = await app.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      const image = new Promise((done) => {
        const element = new Image();
        element.onload = () => done('loaded');
        element.onerror = () => done('refused');
        element.src = 'https://example.org/pixel.png';
      });
      return { script: 'injected' in window, image: await image, frame: await fetch('https://example.org/').then(() => 'loaded', () => 'refused') };
    });
    expect(ran).toEqual({ script: false, image: 'refused', frame: 'refused' });
  });

  test('paths out of the page’s folder', { timeout: LONG_MS }, async () => {
    const statuses = await app.page.evaluate(() => Promise.all(['/%2e%2e/main.js', '/..%2fmain.js', '/%2e%2e%2f%2e%2e%2fpackage.json', '/none.js'].map(async (path) => (await fetch(path)).status)));
    expect(statuses).toEqual([404, 404, 404, 404]);
  });
});
