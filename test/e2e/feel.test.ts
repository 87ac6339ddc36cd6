import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { openSample } from '../support/map-page.ts';

const LONG_MS = 120_000;

withApp({ open: 'nothing', fresh: 'each test' });

const commands = () => page.getByRole('dialog', { name: 'Commands' });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

test('any command by a few letters and keys alone; what had the focus has it again', { timeout: LONG_MS }, async () => {
  await openSample(page);
  await page.getByRole('button', { name: 'Export', exact: true }).focus();
  await page.keyboard.press('Control+k');
  await commands().waitFor();
  await expect.poll(() => focused()).toBe('Find a command');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('Export');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('conc show');
  await expect.poll(() => commands().getByRole('option', { selected: true }).textContent()).toMatch(/^Show concepts/);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('radio', { name: 'Concepts' }).isChecked()).toBe(true);
  await page.keyboard.press('Control+Shift+P');
  await expect.poll(() => commands().getByRole('option', { selected: true }).textContent()).toMatch(/^Show concepts/);
  await page.keyboard.type('search');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Search');
});

test('commands that are not possible say why, by mouse', { timeout: LONG_MS }, async () => {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Help' }).hover();
  await page.getByRole('menuitem', { name: /^All commands/ }).click();
  await page.getByRole('combobox', { name: 'Find a command' }).fill('fit');
  const option = commands().getByRole('option', { name: /Fit the map/ });
  await expect.poll(() => option.textContent()).toMatch(/Needs a map/);
  await expect.poll(() => option.getAttribute('aria-disabled')).toBe('true');
  await option.click({ force: true });
  await expect.poll(() => commands().isVisible()).toBe(true);
});

test('the menu opens by keys, shows what is on, and runs commands', { timeout: LONG_MS }, async () => {
  await openSample(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('File');
  await page.keyboard.press('v');
  await expect.poll(focused).toBe('View');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('menuitemcheckbox', { name: /Show papers/ }).getAttribute('aria-checked')).toBe('true');
  await expect.poll(focused).toMatch(/Show papers/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('radio', { name: 'Both' }).isChecked()).toBe(true);
  await expect.poll(focused).toBe('Menu');
});

test('the shortcuts are all listed, those of the map too, and are found by a word', { timeout: LONG_MS }, async () => {
  await page.getByRole('button', { name: 'Open sample' }).first().waitFor();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.getByText('Ctrl+Shift+S').waitFor();
  await dialog.getByText('Go to the paper with the most links').waitFor();
  await page.keyboard.type('undo');
  await expect.poll(() => dialog.locator('kbd').allTextContents()).toEqual(['Ctrl+Z']);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
});

test('the guide is offered once, points at real parts, and goes by keys', { timeout: LONG_MS }, async () => {
  await openSample(page);
  const offer = page.getByRole('region', { name: 'New here?' });
  await offer.waitFor();
  await offer.getByRole('button', { name: 'Start' }).click();
  const guide = page.getByRole('dialog', { name: 'Guide' });
  const titles: string[] = [];
  for (let step = 0; step < 6; step++) {
    await guide.getByText(`${step + 1} of 6`).waitFor();
    titles.push((await guide.getByRole('heading').textContent()) ?? '');
    await expect.poll(() => page.locator('.guide-ring').count()).toBe(1);
    await expect.poll(focused).toBe(step === 5 ? 'Done' : 'Next');
    await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'Enter');
  }
  expect(new Set(titles).size).toBe(6);
  await expect.poll(() => guide.count()).toBe(0);
  await page.getByRole('list', { name: 'Related papers' }).waitFor();
  await page.reload();
  await page.getByRole('application', { name: 'Map' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('About this map').waitFor();
  await expect.poll(() => offer.count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('guide');
  await page.keyboard.press('Enter');
  await guide.waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => guide.count()).toBe(0);
});
