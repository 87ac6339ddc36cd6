import { beforeAll, expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { appParts, restingPlace, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 15_000 };
const PAPER = 'lora-2021';
/** Width of what is dragged, in pixels. */
const THUMB = 16;

withApp({ open: 'sample', fresh: 'once' });

/** A map that was moved stays there; a fitted one would fit the new outlines of its topics. */
beforeAll(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await appParts(page).map.focus();
  await page.keyboard.press('Shift+ArrowRight');
}, LONG_MS);

const slider = () => page.getByRole('slider', { name: 'Resolution' });
const topicCount = () => page.getByRole('list', { name: 'List of topics' }).getByRole('listitem').count();

const names = () => page.getByRole('list', { name: 'List of topics' }).locator('.topic-label').allTextContents();

/** How far the paper is from where it was, in pixels. */
async function wayFrom({ x, y }: { x: number; y: number }): Promise<number> {
  const now = await restingPlace(page, PAPER);
  return Math.hypot(now.x - x, now.y - y);
}

async function takeBack(topics: number): Promise<void> {
  await appParts(page).undo.click();
  await expect.poll(topicCount, SOON).toBe(topics);
}

test('by keyboard: a finer resolution gives more topics, papers stay in their places, and some topics keep their names', { timeout: LONG_MS }, async () => {
  const place = await restingPlace(page, PAPER);
  const before = await names();
  const topics = await topicCount();
  await tabTo(page, slider(), 140);
  await page.keyboard.press('End');
  await expect.poll(topicCount, SOON).toBeGreaterThan(topics);
  expect(await wayFrom(place)).toBeLessThan(0.5);
  const after = await names();
  expect(before.filter((name) => after.includes(name)).length).toBeGreaterThan(0);
  await takeBack(topics);
  await expect.poll(names).toEqual(before);
});

test('by mouse: dragged to the left it gives fewer topics', { timeout: LONG_MS }, async () => {
  const place = await restingPlace(page, PAPER);
  const topics = await topicCount();
  const box = await slider().boundingBox();
  if (!box) throw new Error('The slider has no place');
  const middle = box.y + box.height / 2;
  const part = await slider().evaluate((element: HTMLInputElement) => (Number(element.value) - Number(element.min)) / (Number(element.max) - Number(element.min)));
  const from = box.x + THUMB / 2 + part * (box.width - THUMB);
  await page.mouse.move(from, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + 4, middle, { steps: 6 });
  await page.mouse.up();
  await expect.poll(topicCount, SOON).toBeLessThan(topics);
  expect(await wayFrom(place)).toBeLessThan(0.5);
  await takeBack(topics);
});
