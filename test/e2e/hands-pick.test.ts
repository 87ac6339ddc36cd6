import { beforeAll, beforeEach, expect, test } from 'vitest';
import { errors, page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, restingPlace, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 15_000 };

withApp({ open: 'sample', fresh: 'once' });

beforeAll(() => page.emulateMedia({ reducedMotion: 'reduce' }));

beforeEach(async () => {
  await page.mouse.move(5, 5);
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await expect.poll(() => appParts(page).details.getByRole('heading', { name: 'About this map' }).count(), SOON).toBe(1);
  await restingPlace(page, 'lora-2021');
});

const card = () => page.getByRole('dialog', { name: 'Compare' });
const pathCard = () => page.getByRole('dialog', { name: 'Find a path' });
const details = () => appParts(page).details;

/** Begins a question from the LoRA paper, which is selected first. */
async function askFromPaper(button: 'Compare with…' | 'Path to…'): Promise<void> {
  await clickNode(page, 'lora-2021');
  await details().getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await restingPlace(page, 'lora-2021');
}

test('the paper to compare with is clicked on the map; what does not answer is left alone', { timeout: LONG_MS }, async () => {
  await askFromPaper('Compare with…');
  const map = await appParts(page).map.boundingBox();
  if (!map) throw new Error('The map is not to be seen');
  await page.mouse.click(map.x + map.width - 5, map.y + map.height / 2);
  await expect.poll(() => card().count()).toBe(1);
  await clickNode(page, 'lora-2021');
  await expect.poll(() => card().count()).toBe(1);
  await expect.poll(() => card().getByRole('listbox').isVisible(), SOON).toBe(false);
  await clickNode(page, 'snip-2018');
  await appParts(page).why.waitFor();
  await expect.poll(() => card().count()).toBe(0);
  await expect.poll(() => details().textContent()).toMatch(/LoRA: Low-Rank[\s\S]*SNIP|SNIP[\s\S]*LoRA: Low-Rank/);
});

test('by keyboard: from the question to the map, arrows point at papers without selecting them, Enter chooses', { timeout: LONG_MS }, async () => {
  const { map, why } = appParts(page);
  const said = () => page.locator('.announcer').first().textContent();
  await tabTo(page, map);
  await page.keyboard.press('Home');
  await details().getByRole('button', { name: 'Compare with…' }).waitFor();
  const first = await details().getByRole('heading').first().textContent();
  await page.keyboard.press('c');
  await expect.poll(() => card().getByRole('combobox').evaluate((field) => field === document.activeElement), SOON).toBe(true);
  const choose = card().getByRole('button', { name: 'Choose on the map' });
  await tabTo(page, choose);
  await page.keyboard.press('Enter');
  await expect.poll(() => map.evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await expect.poll(() => card().getByRole('listbox').isVisible(), SOON).toBe(false);
  await page.keyboard.press('ArrowRight');
  await expect.poll(said, SOON).toMatch(/, not selected$/);
  await expect.poll(() => details().getByRole('heading').first().textContent()).toBe(first);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await why.waitFor();
  await expect.poll(() => card().count()).toBe(0);
});

test('Escape on the map ends the question and keeps what was selected; so it does in the field, which gives the focus back', { timeout: LONG_MS }, async () => {
  const { map } = appParts(page);
  await askFromPaper('Compare with…');
  await card().getByRole('button', { name: 'Choose on the map' }).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect.poll(() => card().count(), SOON).toBe(0);
  await expect.poll(() => details().textContent()).toContain('LoRA: Low-Rank Adaptation');
  await map.focus();
  await page.keyboard.press('c');
  await card().getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => map.evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await expect.poll(() => card().count()).toBe(0);
});

test('a topic to compare with is clicked by its ground, and one in a list answers too', { timeout: LONG_MS }, async () => {
  const { topics, outline } = appParts(page);
  const first = topics.getByRole('button', { name: /\d+ papers/ }).first();
  const compared = () => details().getByText(/What sets|sets .* apart|Strongest links/).first();
  await first.click();
  await details().getByRole('button', { name: 'Compare with…' }).click();
  await page.getByRole('button', { name: 'Fit the map' }).click();
  const { x, y } = await restingPlace(page, 'snip-2018');
  await page.mouse.click(x + 16, y + 16);
  await compared().waitFor();
  await expect.poll(() => card().count()).toBe(0);
  await first.click();
  await details().getByRole('button', { name: 'Compare with…' }).click();
  await outline.getByRole('treeitem', { level: 1 }).nth(0).waitFor();
  await topics.getByRole('button', { name: /\d+ papers/ }).nth(2).click();
  await compared().waitFor();
  await expect.poll(() => card().count()).toBe(0);
});

test('the end of a path is clicked on the map', { timeout: LONG_MS }, async () => {
  await askFromPaper('Path to…');
  await clickNode(page, 'snip-2018');
  await details().getByText(/steps?/).first().waitFor();
  await expect.poll(() => pathCard().count()).toBe(0);
});

test.for(['light', 'dark'] as const)('axe finds no serious fault while the question waits, in the %s theme', { timeout: LONG_MS }, async (theme) => {
  await page.emulateMedia({ colorScheme: theme });
  await askFromPaper('Path to…');
  expect(await accessibilityFaults(page)).toEqual([]);
  await pathCard().getByRole('button', { name: 'Choose on the map' }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('nothing of all this wrote an error', () => {
  expect(errors).toEqual([]);
});
