import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { appParts, nodeIds, nodePlace } from '../support/map-page.ts';
import { startWebApp } from '../support/web-app.ts';
import { PAGE_EDITS, untilDrawn, untilTaken } from './exploring-edits.ts';
import { firstPapers } from './first-papers.ts';
import { measureOpening, type OpeningMeasure } from './opening.ts';

/** How the whole app behaves while somebody explores a map in it. */
export interface ExploringMeasure {
  papers: number;
  opening: OpeningMeasure;
  /** The longest task of the page's main thread during each step, wall time; tasks under 50 ms count as 0. */
  steps: { name: string; longestTaskMs: number }[];
  /** From the last key or click of an edit until it is said and drawn, and until a line shows that it was taken; wall time, engine and all. */
  edits: { name: string; pictureMs: number; takenMs: number | null }[];
}

const SETTLE_MS = 900;
const OPEN_LIMIT_MS = 60_000;

interface TaskWindow {
  longTasks: { start: number; ms: number }[];
}

/** Explores a map of so many papers (the first of a JSON Lines file, or generated ones) in the real app, step by step. Takes about a minute and a half. */
export async function measureExploring(papers: number, file: string | null): Promise<ExploringMeasure> {
  const folder = mkdtempSync(join(tmpdir(), 'concept-atlas-exploring-'));
  const app = await startWebApp({ files: [await firstPapers(join(folder, 'Papers.jsonl'), papers, file)] });
  const browser = await launchBrowser();
  try {
    const { page } = await browser.open(app.address());
    await mapIsThere(page);
    await watchTasks(page);
    const opening = await measureOpening(page, app);
    const count = (await nodeIds(page)).length;
    const steps: ExploringMeasure['steps'] = [];
    for (const { name, act } of STEPS) steps.push({ name, longestTaskMs: await longestTask(page, act) });
    const edits: ExploringMeasure['edits'] = [];
    for (const { name, prepare, act, says } of PAGE_EDITS) {
      await prepare(page);
      const edit = async () => {
        let pictureMs = 0;
        const takenMs = await untilTaken(page, async () => (pictureMs = await untilDrawn(page, () => act(page), says)));
        edits.push({ name, pictureMs, takenMs });
      };
      steps.push({ name, longestTaskMs: await longestTask(page, edit) });
    }
    return { papers: count, opening, steps, edits };
  } finally {
    await browser.close();
    await app.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Parts of the window by selectors that take no time: finding one by role looks at the whole page, in a task as long as those to be measured. */
const PARTS = {
  related: '[aria-label="Details"] [aria-label="Related papers"] button',
  topic: '[aria-label="Topics"] button[aria-pressed]',
  eye: '[aria-label="Topics"] input[type="checkbox"][aria-label^="Show "]',
  search: 'input[aria-label="Search"]',
  found: '[role="option"]',
  table: '[role="grid"][aria-label="Papers"]',
  map: '[role="application"]',
} as const;

const STEPS: { name: string; act: (page: Page) => Promise<unknown> }[] = [
  { name: 'point at papers', act: sweep },
  { name: 'zoom by wheel', act: zoom },
  { name: 'drag the map', act: drag },
  { name: 'select by keyboard and walk', act: walk },
  { name: 'follow related papers', act: follow },
  { name: 'select a topic', act: (page) => page.locator(PARTS.topic).first().click() },
  { name: 'hide a topic and show it', act: hideAndShow },
  { name: 'type a search', act: search },
  { name: 'open the table of papers', act: (page) => page.keyboard.press('t') },
  { name: 'scroll the table', act: scrollTable },
  { name: 'sort the table', act: sortTable },
  { name: 'choose papers in the table', act: chooseInTable },
  { name: 'open the filter', act: filter },
  { name: 'open the timeline', act: (page) => page.keyboard.press('y') },
  { name: 'close the drawer', act: (page) => page.keyboard.press('y') },
  { name: 'open the palette', act: palette },
  { name: 'show concepts', act: (page) => page.keyboard.press('2') },
  { name: 'show both', act: (page) => page.keyboard.press('3') },
  { name: 'show papers', act: (page) => page.keyboard.press('1') },
];

async function mapIsThere(page: Page): Promise<void> {
  await appParts(page).map.waitFor({ timeout: OPEN_LIMIT_MS });
  await page.waitForTimeout(SETTLE_MS);
}

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = window as unknown as TaskWindow;
    seen.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.longTasks.push({ start: startTime, ms: duration });
    }).observe({ type: 'longtask' });
  });
}

/** The longest task while something is done, and until the page has come to rest after it. */
async function longestTask(page: Page, act: (page: Page) => Promise<unknown>): Promise<number> {
  const since = await page.evaluate(() => performance.now());
  await act(page);
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate((start) => Math.max(0, ...(window as unknown as TaskWindow).longTasks.filter((task) => task.start >= start).map(({ ms }) => ms)), since);
}

async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator(PARTS.map).boundingBox();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 700, y: 450 };
}

async function sweep(page: Page): Promise<void> {
  for (const id of (await nodeIds(page)).slice(0, 12)) {
    const { x, y } = await nodePlace(page, id);
    await page.mouse.move(x, y);
    await page.waitForTimeout(60);
  }
}

async function zoom(page: Page): Promise<void> {
  const { x, y } = await middleOfMap(page);
  await page.mouse.move(x, y);
  for (const direction of [-1, 1]) {
    for (let step = 0; step < 8; step++) {
      await page.mouse.wheel(0, direction * 120);
      await page.waitForTimeout(40);
    }
  }
}

async function drag(page: Page): Promise<void> {
  const { x, y } = await middleOfMap(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) await page.mouse.move(x + step * 9, y + step * 4);
  await page.mouse.up();
}

async function walk(page: Page): Promise<void> {
  await page.locator(PARTS.map).focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
  }
}

/** Goes on from a paper: the overview of a large map may have led to a topic. */
async function follow(page: Page): Promise<void> {
  const related = page.locator(PARTS.related).first();
  if ((await related.count()) === 0) {
    await page.locator(PARTS.search).fill('transformer');
    await page.locator(PARTS.found).first().click();
    await related.waitFor();
  }
  for (let step = 0; step < 3; step++) {
    await related.click({ timeout: 5000 });
    await page.waitForTimeout(400);
  }
}

async function hideAndShow(page: Page): Promise<void> {
  const eye = page.locator(PARTS.eye).first();
  await eye.uncheck({ force: true });
  await eye.check({ force: true });
}

async function search(page: Page): Promise<void> {
  const field = page.locator(PARTS.search);
  await field.click();
  await page.keyboard.type('transfromer pruning', { delay: 40 });
  await page.waitForTimeout(600);
  await field.fill('');
  await page.keyboard.press('Escape');
  await page.locator(PARTS.map).focus();
}

async function scrollTable(page: Page): Promise<void> {
  await page.locator(PARTS.table).hover();
  for (let step = 0; step < 20; step++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(30);
  }
}

async function sortTable(page: Page): Promise<void> {
  for (const name of ['Title', 'Topic', 'Links']) await page.locator(`${PARTS.table} [role="columnheader"] button`, { hasText: name }).first().click();
}

async function chooseInTable(page: Page): Promise<void> {
  await page.locator(PARTS.table).focus();
  for (const key of ['Home', 'x', 'Shift+PageDown', 'Enter']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(200);
  }
}

async function filter(page: Page): Promise<void> {
  await page.keyboard.press('Shift+F');
  await page.waitForTimeout(300);
  await page.keyboard.press('Escape');
}

async function palette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(300);
  await page.keyboard.press('Escape');
}
