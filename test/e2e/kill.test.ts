import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { appParts, nodeIds, nodePlace, openSample } from '../support/map-page.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';
import { generatedPapers } from '../bench/corpus.ts';

const LONG_MS = 180_000;

let browser: TestBrowser;
let app: WebApp;

beforeAll(async () => {
  browser = await launchBrowser();
}, LONG_MS);

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  app = await startWebApp();
}, LONG_MS);

afterEach(async () => {
  await app.remove();
});

async function openPage(): Promise<Page> {
  return (await browser.open(app.address())).page;
}

test('what was shown before the host is killed in the middle of an import is there after a new start', { timeout: LONG_MS }, async () => {
  const page = await openPage();
  await openSample(page);
  const before = (await nodeIds(page)).toSorted();
  const lines = generatedPapers(20_000).map(({ id, title, abstract, year }) => JSON.stringify({ id, title, abstract, year }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await (await chooser).setFiles({ name: 'large.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(lines.join('\n')) });
  await page.getByRole('progressbar').waitFor({ timeout: 30_000 });
  await app.kill();
  await app.restart();
  const again = await openPage();
  await expect.poll(async () => (await nodeIds(again)).toSorted(), { timeout: 60_000 }).toEqual(before);
});

test('every move of a paper that was acknowledged before the host is killed is there after a new start', { timeout: LONG_MS }, async () => {
  const page = await openPage();
  await openSample(page);
  const { undo } = appParts(page);
  const from = await nodePlace(page, 'resnet-2015');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => undo.isEnabled(), { timeout: 10_000 }).toBe(true);
  const moved = await positionOf(page, 'resnet-2015');
  await app.kill();
  await app.restart();
  const again = await openPage();
  await expect.poll(async () => (await nodeIds(again)).length, { timeout: 60_000 }).toBeGreaterThan(80);
  const kept = await positionOf(again, 'resnet-2015');
  expect(Math.hypot(kept.x - moved.x, kept.y - moved.y)).toBeLessThan(0.01);
  await appParts(again).undo.click();
  await expect.poll(async () => { const back = await positionOf(again, 'resnet-2015'); return Math.hypot(back.x - moved.x, back.y - moved.y); }).toBeGreaterThan(1);
});

/** Position of a node in map units. */
async function positionOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const container = [...document.querySelectorAll('*')].find((element) => '_cyreg' in element) as unknown as { _cyreg: { cy: { getElementById(node: string): { position(): { x: number; y: number } } } } };
    const { x, y } = container._cyreg.cy.getElementById(wanted).position();
    return { x, y };
  }, id);
}
