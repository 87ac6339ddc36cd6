import { beforeAll, expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, nodeIds, nodePlace, restingPlace, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 15_000 };
const PAPER = 'lora-2021';

withApp({ open: 'sample', fresh: 'once', width: 1024, height: 700 });

beforeAll(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await restingPlace(page, PAPER);
}, LONG_MS);

const legend = () => page.getByRole('region', { name: 'Legend' });
const heading = () => legend().getByRole('button').first();
const isOpen = () => expect.poll(() => heading().getAttribute('aria-expanded'), SOON).toBe('true');
const isClosed = () => expect.poll(() => heading().getAttribute('aria-expanded'), SOON).toBe('false');

/** Papers whose middle lies beneath the legend or the zoom buttons. */
async function hiddenPapers(): Promise<number> {
  const boxes = await Promise.all([legend().boundingBox(), page.locator('.map-controls').boundingBox()]);
  let hidden = 0;
  for (const id of await nodeIds(page)) {
    const { x, y } = await nodePlace(page, id);
    if (boxes.some((box) => box && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)) hidden++;
  }
  return hidden;
}

test('at 1024 × 700 the map makes room for the legend that is opened by mouse, and takes it back', { timeout: LONG_MS }, async () => {
  const before = await restingPlace(page, PAPER);
  await heading().click();
  await isOpen();
  await expect.poll(hiddenPapers, SOON).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await heading().click();
  await isClosed();
  await expect.poll(async () => Math.hypot((await nodePlace(page, PAPER)).x - before.x, (await nodePlace(page, PAPER)).y - before.y), SOON).toBeLessThan(1);
});

test('by keyboard too; a map that was moved stays where it is', { timeout: LONG_MS }, async () => {
  const { map } = appParts(page);
  await tabTo(page, heading(), 140);
  await page.keyboard.press('Enter');
  await isOpen();
  await expect.poll(hiddenPapers, SOON).toBe(0);
  await page.keyboard.press('Space');
  await isClosed();
  await map.focus();
  await page.keyboard.press('Shift+ArrowRight');
  const moved = await restingPlace(page, PAPER);
  await heading().focus();
  await page.keyboard.press('Enter');
  await isOpen();
  await expect.poll(() => restingPlace(page, PAPER)).toEqual(moved);
});
