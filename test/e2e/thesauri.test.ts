import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { dropFile } from '../support/drop-files.ts';
import { accessibilityFaults, appParts, arrowTo, openSample, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;
const TABLE = 'label,aliases\nbrain surgery on networks,network pruning;loss landscape\n,nothing\nflatness,loss landscape\n';

withApp({ open: 'nothing', fresh: 'each test' });

const dialog = () => page.getByRole('dialog', { name: 'Thesauri' });
const item = (name: string) => dialog().getByRole('list', { name: 'Thesauri' }).getByRole('listitem').filter({ hasText: name });

async function openThesauri(): Promise<void> {
  await page.getByRole('button', { name: /^Library / }).click();
  await page.getByRole('menuitem', { name: 'Thesauri…' }).click();
  await item('Machine learning').waitFor();
}

test.for(['light', 'dark'] as const)('a thesaurus is added by dialog, says what was left out of it, renames a concept and can be undone, %s', { timeout: LONG_MS }, async (theme) => {
  await page.emulateMedia({ colorScheme: theme });
  await openSample(page);
  await openThesauri();
  const chooser = page.waitForEvent('filechooser');
  await dialog().getByRole('button', { name: 'Add…' }).click();
  await (await chooser).setFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await item('mine.csv').waitFor();
  await expect.poll(() => item('mine.csv').textContent()).toContain('Table · 2 concepts');
  await item('mine.csv').getByText('1 line left out, 1 notice').click();
  await item('mine.csv').getByRole('cell', { name: 'it has no term' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog().count()).toBe(0);
  await appParts(page).search.fill('brain surgery');
  await page.getByRole('option', { name: /brain surgery on networks/i }).first().waitFor();
  await page.keyboard.press('Escape');
  await appParts(page).undo.click();
  await page.getByRole('status').filter({ hasText: 'Undone: Add thesaurus “mine.csv”' }).waitFor();
});

test('files dropped on the dialog are thesauri, one that is none says why, and each can be removed', { timeout: LONG_MS }, async () => {
  await openThesauri();
  await dropFile(page, 'ignore.txt', 'label\treplace by\npaper\t\n');
  await item('ignore.txt').waitFor();
  await expect.poll(() => item('ignore.txt').textContent()).toContain('VOSviewer · 0 concepts · 1 term ignored');
  await dropFile(page, 'letter.txt', 'Dear reader.\nThis is a letter.\n');
  await dialog().getByRole('alert').filter({ hasText: 'No term was found in “letter.txt”. Looked for: SKOS' }).waitFor();
  await dialog().getByRole('button', { name: 'Remove ignore.txt' }).click();
  await expect.poll(() => item('ignore.txt').count()).toBe(0);
  await dialog().getByRole('button', { name: 'Leave out Machine learning' }).click();
  await dialog().getByText('None is used.').waitFor();
  await dialog().getByRole('button', { name: 'Use the built-in one' }).click();
  await item('Machine learning').waitFor();
});

test('by keyboard alone: open the dialog, leave the built-in thesaurus out, and close it', { timeout: LONG_MS }, async () => {
  await tabTo(page, page.getByRole('button', { name: /^Library / }));
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: 'Thesauri…' });
  await arrowTo(page, entry);
  await page.keyboard.press('Enter');
  await item('Machine learning').waitFor();
  await tabTo(page, dialog().getByRole('button', { name: 'Leave out Machine learning' }));
  await page.keyboard.press('Enter');
  await dialog().getByText('None is used.').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog().count()).toBe(0);
});
