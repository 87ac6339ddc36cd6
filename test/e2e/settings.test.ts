import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { appParts } from '../support/map-page.ts';

const LONG_MS = 120_000;

withApp({ open: 'sample', fresh: 'each test' });

const dialog = () => page.getByRole('dialog', { name: 'Settings' });
const linkCount = async () => Number((await appParts(page).details.getByText('links', { exact: true }).locator('..').textContent())?.replace(/\D/g, ''));

test('settings tell what they would do before they do it, and are one step to undo: by keyboard', { timeout: LONG_MS }, async () => {
  const before = await linkCount();
  await page.keyboard.press('Control+,');
  await dialog().getByLabel('Links of each paper').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  const preview = dialog().getByText(/^Links \d+ → \d+/);
  await preview.waitFor({ timeout: 30_000 });
  const [told, wanted] = ((await preview.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
  expect(told).toBe(before);
  expect(wanted).toBeLessThan(before);
  await page.keyboard.press('Enter');
  await expect.poll(() => dialog().count()).toBe(0);
  await expect.poll(linkCount, { timeout: 30_000 }).toBe(wanted);
  await page.keyboard.press('Control+z');
  await expect.poll(linkCount, { timeout: 30_000 }).toBe(before);
});

test('each setting and all of them go back to what they were at first; impossible numbers are told: by mouse', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('Control+,');
  const links = dialog().getByLabel('Links of each paper');
  await links.fill('500');
  await dialog().getByText('From 1 to 50.').waitFor();
  await expect.poll(() => dialog().getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
  await dialog().getByRole('button', { name: 'Reset Links of each paper' }).click();
  await expect.poll(() => links.inputValue()).toBe('8');
  await dialog().getByRole('radio', { name: /Only where both/ }).check();
  await dialog().getByText(/→/).first().waitFor({ timeout: 30_000 });
  await dialog().getByRole('button', { name: 'Reset all' }).click();
  await dialog().getByText(/Change something to see/).waitFor();
  await dialog().getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
});
