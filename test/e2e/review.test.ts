import { expect, test } from 'vitest';
import { app, browser, errors, page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, downloadedBytes, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;

withApp({ open: 'sample', fresh: 'each test' });

const review = () => page.getByRole('region', { name: 'Review' });
const cards = () => review().getByRole('list', { name: 'To decide on' }).getByRole('group', { name: /^“.*” and “/ });
const says = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const corrections = () => review().getByRole('list', { name: 'Corrections' }).getByRole('listitem');

/** Opens the tab, and gives the names of what there is to decide on. */
async function openReview(): Promise<(string | null)[]> {
  await page.getByRole('tab', { name: /^Review/ }).click();
  await cards().first().waitFor();
  return cards().evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')));
}

test('by mouse: names are joined under the one chosen, others told apart or skipped, and the corrections exported', { timeout: LONG_MS }, async () => {
  const [first, second, third] = await openReview();
  const names = cards().first().getByRole('radio');
  await names.nth(1).check();
  await cards().first().getByRole('button', { name: 'Same', exact: true }).click();
  await says(/Merged “.*” into “/).waitFor();
  await expect.poll(() => cards().first().getAttribute('aria-label')).toBe(second);
  await cards().first().getByRole('button', { name: 'Different', exact: true }).click();
  await says(/will be kept apart|is now a concept of its own/).waitFor();
  await expect.poll(() => cards().first().getAttribute('aria-label')).toBe(third);
  await cards().first().getByRole('button', { name: 'Skip', exact: true }).click();
  await review().getByRole('button', { name: 'Show 1 skipped' }).waitFor();
  await review().getByText(/^Corrections/).click();
  await expect.poll(() => corrections().count()).toBe(2);
  await review().getByRole('button', { name: 'Export as thesaurus…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export corrections' });
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Save VOSviewer' }).click()]);
  const lines = (await downloadedBytes(download)).toString('utf8').trim().split('\n');
  expect(lines[0]).toMatch(/^label\treplace by/);
  expect(lines.length).toBeGreaterThan(1);
  await appParts(page).undo.click();
  await appParts(page).undo.click();
  await expect.poll(() => corrections().count()).toBe(0);
  await expect.poll(() => cards().evaluateAll((elements, wanted) => elements.some((element) => element.getAttribute('aria-label') === wanted), first)).toBe(true);
});

test('by keyboard alone: arrows move, Enter shows the sentences, D tells apart and S joins', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('Shift+R');
  await cards().first().waitFor();
  await tabTo(page, cards().first(), 120);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const first = await cards().first().getAttribute('aria-label');
  await cards().first().focus();
  await page.keyboard.press('Enter');
  await cards().first().locator('mark').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).not.toBe(first);
  const second = await focused();
  await page.keyboard.press('d');
  await says(/will be kept apart|is now a concept of its own/).waitFor();
  await expect.poll(focused).toMatch(/^“.*” and “/);
  await expect.poll(() => focused()).not.toBe(second);
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe(first);
  await page.keyboard.press('s');
  await expect.poll(() => cards().first().getAttribute('aria-label')).not.toBe(first);
});

test('a wording found right is noted in the library, so that another machine does not ask, and can be taken back', { timeout: LONG_MS }, async () => {
  await openReview();
  const wording = review().getByRole('group', { name: '“residual networks” and “ResNet”' });
  await wording.click();
  await wording.getByText('counts as').waitFor();
  await page.keyboard.press('s');
  await says('“ResNet” stays a wording of “residual networks”').waitFor();
  await expect.poll(() => wording.count()).toBe(0);
  await app.restart();
  const other = await browser.open(app.address());
  const review2 = other.page.getByRole('region', { name: 'Review' });
  await other.page.getByRole('tab', { name: /^Review/ }).click({ timeout: 60_000 });
  await review2.getByRole('group', { name: /^“.*” and “/ }).first().waitFor();
  await expect.poll(() => review2.getByRole('group', { name: '“residual networks” and “ResNet”' }).count()).toBe(0);
  await review2.getByText(/^Corrections/).click();
  await review2.getByText('Keep “ResNet” as a wording of “residual networks”').waitFor();
  await appParts(other.page).undo.click();
  await review2.getByRole('group', { name: '“residual networks” and “ResNet”' }).waitFor();
  expect(other.errors).toEqual([]);
  await other.page.context().close();
  errors.length = 0;
});

test.for(['light', 'dark'] as const)('axe finds no serious fault in the review, %s', { timeout: LONG_MS }, async (theme) => {
  await page.emulateMedia({ colorScheme: theme });
  await openReview();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a list of papers is exported as BibTeX', { timeout: LONG_MS }, async () => {
  await clickNode(page, 'lora-2021');
  await page.keyboard.press('l');
  await page.getByRole('dialog', { name: 'Put into a list' }).getByRole('button', { name: 'Make the list' }).click();
  await page.getByRole('region', { name: 'List List 1' }).getByRole('button', { name: 'Export the papers' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'BibTeX' }).click()]);
  expect(download.suggestedFilename()).toBe('List 1.bib');
  expect((await downloadedBytes(download)).toString('utf8')).toMatch(/title\s*=\s*\{+LoRA: Low-Rank Adaptation/);
});
