import { beforeEach, expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, nodePlace, restingPlace } from '../support/map-page.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 15_000 };
const PAPER = 'lora-2021';

withApp({ open: 'sample', fresh: 'once' });

beforeEach(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await restingPlace(page, PAPER);
  await clickNode(page, PAPER);
  await appParts(page).details.getByRole('heading', { name: /^LoRA/ }).waitFor();
  await page.mouse.move(5, 5);
  await restingPlace(page, PAPER);
});

/** How far the paper is from a place of the window, in pixels. */
async function wayFrom({ x, y }: { x: number; y: number }): Promise<{ x: number; y: number }> {
  const at = await nodePlace(page, PAPER);
  return { x: Math.round(at.x - x), y: Math.round(at.y - y) };
}

const hint = () => page.locator('.carry-caption');
const command = async (words: string) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  return page.getByRole('option').filter({ hasText: words });
};

test('by keyboard: arrow keys move a paper, Enter puts it there, and undo takes it back', { timeout: LONG_MS }, async () => {
  const start = await nodePlace(page, PAPER);
  await page.keyboard.press('g');
  await hint().waitFor();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowDown', 'Shift+ArrowUp']) await page.keyboard.press(key);
  await expect.poll(() => wayFrom(start), SOON).toEqual({ x: -24, y: -68 });
  await page.keyboard.press('Enter');
  await expect.poll(() => hint().count(), SOON).toBe(0);
  await expect.poll(() => page.locator('.announcer').textContent(), SOON).toMatch(/Put there/);
  await expect.poll(() => appParts(page).undo.isEnabled(), SOON).toBe(true);
  await expect.poll(() => wayFrom(start), SOON).toEqual({ x: -24, y: -68 });
  await (await command('Let the layout place it again')).first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => wayFrom(start), SOON).toEqual({ x: 0, y: 0 });
});

test('Escape takes back what arrow keys have moved, and so does choosing something else', { timeout: LONG_MS }, async () => {
  const start = await nodePlace(page, PAPER);
  await page.keyboard.press('g');
  await hint().waitFor();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => wayFrom(start), SOON).toEqual({ x: -80, y: 0 });
  await page.keyboard.press('Escape');
  await expect.poll(() => wayFrom(start), SOON).toEqual({ x: 0, y: 0 });
  await expect.poll(() => hint().count()).toBe(0);
  await expect.poll(() => appParts(page).details.getByRole('heading', { name: /^LoRA/ }).count()).toBe(1);
  await page.keyboard.press('g');
  await hint().waitFor();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => wayFrom(start), SOON).toEqual({ x: -80, y: 0 });
  await clickNode(page, 'snip-2018');
  await expect.poll(() => wayFrom(start), SOON).toEqual({ x: 0, y: 0 });
  await expect.poll(() => hint().count(), SOON).toBe(0);
});

test('by right click: a paper is kept where it is, and given back to the layout', { timeout: LONG_MS }, async () => {
  const choose = async (name: string) => {
    const { x, y } = await nodePlace(page, PAPER);
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Keep it where it is');
  await page.getByRole('status').filter({ hasText: 'It stays where it is' }).waitFor();
  await choose('Let the layout place it again');
  await page.getByRole('status').filter({ hasText: 'went back to where the layout has it' }).waitFor();
});

test('the map has no fault while something is moved by keys', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('g');
  await hint().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => hint().count(), SOON).toBe(0);
});
