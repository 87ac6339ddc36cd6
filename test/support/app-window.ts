import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser, type PageOptions, type TestBrowser } from './browser.ts';
import { openSample } from './map-page.ts';
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

export interface AppWindowOptions extends PageOptions {
  /** What the window shows when a test begins. */
  open: 'nothing' | 'sample';
  /** Whether each test gets a host and a window of its own, or all tests of the file one after the other use the same. */
  fresh: 'each test' | 'once';
}

/** Gives the tests of the file that calls this a window of the app, as `page`, `errors`, `app` and `browser` of this module. */
export function withApp({ open, fresh, ...pageOptions }: AppWindowOptions): void {
  const [before, after] = fresh === 'once' ? [beforeAll, afterAll] : [beforeEach, afterEach];

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  before(async () => {
    app = await startWebApp();
    ({ page, errors } = await browser.open(app.address(), pageOptions));
    if (open === 'sample') await openSample(page);
  });

  afterEach(() => {
    expect(errors.splice(0)).toEqual([]);
  });

  after(async () => {
    await page?.context().close();
    await app?.remove();
  });

  afterAll(() => browser?.close());
}
