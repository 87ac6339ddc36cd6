import type { Locator } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { generatedPapers } from '../bench/corpus.ts';
import { page, withApp } from '../support/app-window.ts';
import { appParts, tabTo } from '../support/map-page.ts';
import { listenTo } from '../support/spoken.ts';

/* The keyboard is never left nowhere: what had the focus and goes away hands it on, and F6 leads around the window. */

const LONG_MS = 120_000;
const SOON = { timeout: 20_000 };

withApp({ open: 'sample', fresh: 'once' });

beforeEach(async () => {
  await appParts(page).map.focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  await appParts(page).details.getByRole('heading', { name: 'About this map' }).waitFor();
});

const hasFocus = (wanted: Locator) => expect.poll(() => wanted.evaluate((element) => element === document.activeElement), SOON).toBe(true);
const focusIsWithin = (wanted: Locator) => expect.poll(() => wanted.evaluate((element) => element.contains(document.activeElement)), SOON).toBe(true);
const message = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor(SOON);

/** Selects a paper by a search; the keyboard is on the map then. */
async function goToPaper(words: string, name: RegExp): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await expect.poll(() => page.getByRole('option').first().textContent(), SOON).toMatch(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await appParts(page).details.getByRole('heading', { name }).first().waitFor(SOON);
  await hasFocus(appParts(page).map);
}

test('a window just opened has the keyboard on its map', { timeout: LONG_MS }, async () => {
  await page.getByRole('button', { name: 'Menu', exact: true }).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new library');
  await expect.poll(() => page.getByRole('option', { selected: true }).textContent(), SOON).toMatch(/^New library/);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Open sample' }));
  await page.keyboard.press('Enter');
  await hasFocus(appParts(page).map);
});

test('F6 goes from part to part and around, and back; also out of the search field', { timeout: LONG_MS }, async () => {
  const { map, details, topics, search } = appParts(page);
  await page.keyboard.press('F6');
  await focusIsWithin(details);
  await page.keyboard.press('F6');
  await focusIsWithin(page.getByRole('banner'));
  await page.keyboard.press('F6');
  await focusIsWithin(topics.locator('..'));
  await page.keyboard.press('F6');
  await hasFocus(map);
  await page.keyboard.press('t');
  const grid = page.getByRole('grid', { name: 'Papers' });
  await hasFocus(grid);
  await page.keyboard.press('Shift+F6');
  await hasFocus(map);
  await page.keyboard.press('F6');
  await hasFocus(grid);
  await page.keyboard.press('t');
  await hasFocus(map);
  await page.keyboard.press('/');
  await hasFocus(search);
  await page.keyboard.press('F6');
  await focusIsWithin(topics.locator('..'));
});

test('Tab goes through the search field while its list is open, both ways', { timeout: LONG_MS }, async () => {
  const { search } = appParts(page);
  await page.keyboard.press('/');
  await page.keyboard.type('pruning');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Tab');
  await hasFocus(page.getByRole('button', { name: 'Clear the search' }));
  await page.keyboard.press('Shift+Tab');
  await hasFocus(search);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(false);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => search.inputValue()).toBe('');
});

test('filters taken away one by one lead to the next, the last to the map', { timeout: LONG_MS }, async () => {
  const chips = page.getByRole('list', { name: 'Filters' }).getByRole('button');
  await goToPaper('lora low-rank', /LoRA: Low-Rank/);
  await page.keyboard.press('/');
  await page.keyboard.type('adaptation');
  await page.keyboard.press('Enter');
  await chips.first().waitFor();
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('only starred');
  await expect.poll(() => page.getByRole('option', { selected: true }).textContent()).toMatch(/^Only starred/);
  await page.keyboard.press('Enter');
  await expect.poll(() => chips.count()).toBe(2);
  await chips.first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => chips.count()).toBe(1);
  await hasFocus(chips.first());
  await page.keyboard.press('Enter');
  await expect.poll(() => chips.count()).toBe(0);
  await hasFocus(appParts(page).map);
});

test('what leads on in Details keeps the keyboard in Details, there and back', { timeout: LONG_MS }, async () => {
  const { details, related, why } = appParts(page);
  await goToPaper('lora low-rank', /LoRA: Low-Rank/);
  await tabTo(page, related.getByRole('button', { name: /why/i }).first());
  await page.keyboard.press('Enter');
  await why.waitFor();
  await focusIsWithin(details);
  await page.keyboard.press('Alt+ArrowLeft');
  await details.getByRole('heading', { name: /LoRA: Low-Rank/ }).first().waitFor();
  await focusIsWithin(details);
});

test('a list is made, found and taken back without losing the keyboard', { timeout: LONG_MS }, async () => {
  await goToPaper('lora low-rank', /LoRA: Low-Rank/);
  await page.keyboard.press('h');
  await focusIsWithin(page.getByRole('region', { name: 'Trail' }));
  await page.keyboard.press('l');
  await page.getByRole('dialog', { name: 'Put into a list' }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Reading');
  await page.keyboard.press('Enter');
  await message('Made the list “Reading” of 1 paper.');
  await hasFocus(page.getByRole('tab', { name: /^Lists/ }));
  await page.keyboard.press('Shift+L');
  await page.getByRole('button', { name: /^Reading/ }).waitFor();
  await tabTo(page, page.getByRole('button', { name: /^Reading/ }), 6);
  const { undo } = appParts(page);
  await undo.focus();
  await page.keyboard.press('Enter');
  await message('Undone: Make list “Reading”');
  await expect.poll(() => undo.isDisabled()).toBe(true);
  await hasFocus(undo);
});

test('a topic is renamed in the list with F2, keeps the keyboard, and stays selected', { timeout: LONG_MS }, async () => {
  const { topics, details, undo } = appParts(page);
  const first = topics.getByRole('button', { name: /\d+ papers$/ }).first();
  await tabTo(page, first, 90);
  await page.keyboard.press('Enter');
  await expect.poll(() => first.getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name of the topic' }).first().waitFor();
  await page.keyboard.type('Mine alone');
  await page.keyboard.press('Enter');
  const renamed = topics.getByRole('button', { name: /^Mine alone/ });
  await renamed.waitFor();
  await hasFocus(renamed);
  await details.getByRole('heading', { name: 'Mine alone' }).waitFor();
  await expect.poll(() => renamed.getAttribute('aria-pressed')).toBe('true');
  await undo.click();
  await renamed.waitFor({ state: 'detached' });
});

test('a key for what is not selected says what to select first', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('w');
  await message('“Why related” is not possible now. Select several papers first.');
  await goToPaper('lora low-rank', /LoRA: Low-Rank/);
  await page.keyboard.press('m');
  await message(/“Merge with” is not possible now\. Select a (topic|concept) or a (topic|concept) first\./);
});

test('long work is read out stage by stage, and cancelled by Ctrl and a full stop from wherever one is', { timeout: LONG_MS }, async () => {
  const lines = generatedPapers(8000).map(({ id, title, abstract, year }) => JSON.stringify({ id, title, abstract, year }));
  const listener = await listenTo(page);
  const chooser = page.waitForEvent('filechooser');
  // The browser has been told to hand over its file dialogs once it answers the next question: a key may be quicker.
  await page.evaluate(() => undefined);
  await page.keyboard.press('Control+i');
  await (await chooser).setFiles({ name: 'many.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(lines.join('\n')) });
  await page.getByRole('progressbar').waitFor();
  const heard: string[] = [];
  await expect.poll(async () => { heard.push(...(await listener.said())); return heard.join(); }, SOON).toMatch(/Reading|concepts/i);
  await hasFocus(appParts(page).map);
  await page.keyboard.press('Control+.');
  await message('Cancelled. Nothing was changed.');
  await hasFocus(appParts(page).map);
});
