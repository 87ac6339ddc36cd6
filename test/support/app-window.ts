import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser, type PageOptions, type TestBrowser } from './browser.ts';
import { openSample } from './map-page.ts';
import { mockBridge, type MockBridgeOptions } from './mock-bridge.ts';
import { testFolder } from './papers-file.ts';
import { plantedPapers } from './planted-papers.ts';
import { startWebApp, type WebApp } from './web-app.ts';

/*
 * The one set-up of browser tests: the web host, a browser and a window of the app, in which something is open. Each test file
 * runs in modules of its own, so what is exported here belongs to that file, and follows as windows are opened anew.
 */

/** The browser of this test file. */
export let browser: TestBrowser;
/** The host behind the window. */
export let app: WebApp;
/** The window. */
export let page: Page;
/** Errors that the window threw or wrote in this test, which then fails; a test that expects one takes it out. */
export let errors: string[];

const IMPORT_LIMIT_MS = 60_000;

export interface AppWindowOptions extends PageOptions {
  /** What the window shows when a test begins: nothing, the sample, or so many planted papers that the host imported. */
  open: 'nothing' | 'sample' | { planted: number };
  /** How a stand-in answers in place of the host. */
  standIn?: MockBridgeOptions;
  /** Whether each test gets a host and a window of its own, or all tests of the file one after the other use the same. */
  fresh: 'each test' | 'once';
}

let files: ReturnType<typeof testFolder> | null = null;

function plantedFile(papers: number): string {
  files ??= testFolder();
  return files.write('planted.jsonl', plantedPapers(papers));
}

/** Gives the tests of the file that calls this a window of the app, as `page`, `errors`, `app` and `browser` of this module. */
export function withApp({ open, standIn, fresh, ...pageOptions }: AppWindowOptions): void {
  const [before, after] = fresh === 'once' ? [beforeAll, afterAll] : [beforeEach, afterEach];

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  before(async () => {
    app = await startWebApp({ files: typeof open === 'object' ? [plantedFile(open.planted)] : [] });
    ({ page, errors } = await browser.open('about:blank', pageOptions));
    if (standIn) await mockBridge(page, standIn);
    await page.goto(app.address());
    if (open === 'nothing' && !standIn) await page.getByRole('button', { name: 'Open sample' }).waitFor();
    if (open === 'sample') await openSample(page);
    if (typeof open === 'object') await page.getByRole('treeitem').first().waitFor({ timeout: IMPORT_LIMIT_MS });
  });

  afterEach(() => {
    expect(errors.splice(0)).toEqual([]);
  });

  after(async () => {
    await page?.context().close();
    await app?.remove();
    files?.remove();
    files = null;
  });

  afterAll(() => browser?.close());
}
