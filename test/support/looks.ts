import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { DIST_FOLDER } from '../../electron/hosts/start/project.ts';
import type { TestBrowser } from './browser.ts';
import { halfSize } from './compare-pictures.ts';
import { appParts, nodeIds } from './map-page.ts';
import { mockBridge, mockOptions } from './mock-bridge.ts';

/** Where the kept pictures are. */
export const LOOKS_FOLDER = join(import.meta.dirname, '..', 'looks');

/** A screen whose looks are kept: a planted map of so many papers in a window, and what is done before the picture is taken. */
export interface Look {
  name: string;
  papers: number;
  width: number;
  height: number;
  theme: 'light' | 'dark';
  prepare?: (page: Page) => Promise<void>;
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
];
const THEMES = ['light', 'dark'] as const;
const ORIGIN = 'http://looks.test';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const MAP_LIMIT_MS = 30_000;
/** The map is at rest and has its labels after so long. */
const REST_MS = 700;

const atRest: Look[] = [56, 500, 2000].flatMap((papers) =>
  SIZES.flatMap(({ width, height }) => THEMES.map((theme): Look => ({ name: `map-${papers}-${theme}-${width}`, papers, width, height, theme }))),
);

const screens: { name: string; papers: number; prepare: (page: Page) => Promise<void> }[] = [
  { name: 'paper', papers: 56, prepare: selectFirstPaper },
  { name: 'table', papers: 500, prepare: (page) => page.keyboard.press('t') },
  { name: 'timeline', papers: 500, prepare: (page) => page.keyboard.press('y') },
  { name: 'density', papers: 500, prepare: (page) => page.getByRole('button', { name: 'Density' }).click() },
  { name: 'concepts', papers: 500, prepare: (page) => appParts(page).view('Concepts').check({ force: true }) },
  { name: 'palette', papers: 56, prepare: (page) => page.keyboard.press('Control+k') },
  { name: 'settings', papers: 56, prepare: (page) => page.keyboard.press('Control+,') },
];

const inUse: Look[] = screens.flatMap(({ name, papers, prepare }) => THEMES.map((theme): Look => ({ name: `${name}-${theme}`, papers, width: 1440, height: 900, theme, prepare })));

/** All screens whose looks are kept. */
export const LOOKS: readonly Look[] = [...atRest, ...inUse];

/** The picture of a screen at half its size. The page is the built one, a stand-in answers for the host. */
export async function takeLook(browser: TestBrowser, look: Look): Promise<Buffer> {
  const { page } = await browser.open('about:blank', look);
  try {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: look.theme });
    await mockBridge(page, mockOptions(look.papers, { start: 'library' }));
    await servePage(page);
    await page.goto(ORIGIN);
    await mapIsThere(page, look.papers);
    await look.prepare?.(page);
    await page.mouse.move(look.width / 2, 2);
    await page.waitForTimeout(REST_MS);
    return await halfSize(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  } finally {
    await page.context().close();
  }
}

/** Answers the page's requests from the files of the build; nothing leaves the browser. */
async function servePage(page: Page): Promise<void> {
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = normalize(new URL(route.request().url()).pathname);
    const file = path === '/' ? 'index.html' : path;
    await route.fulfill({ body: await readFile(join(DIST_FOLDER, 'renderer', file)), contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
  });
}

async function mapIsThere(page: Page, papers: number): Promise<void> {
  const end = Date.now() + MAP_LIMIT_MS;
  while ((await nodeIds(page)).length < papers) {
    if (Date.now() > end) throw new Error('The map did not come');
    await page.waitForTimeout(100);
  }
}

async function selectFirstPaper(page: Page): Promise<void> {
  const { map, details } = appParts(page);
  await map.focus();
  await page.keyboard.press('Home');
  await details.getByRole('list', { name: 'Related papers' }).waitFor();
}
