import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { desktopBench } from '../support/desktop-app.ts';
import { appParts, clickNode, nodeIds, openSample, tabTo } from '../support/map-page.ts';
import { startWebApp } from '../support/web-app.ts';

/*
 * The explorer's journeys in both hosts: the web host in a browser, and the built main process and preload against a double of
 * Electron. Each journey in its details is tested in a file of its own, in the web host.
 */

const LONG_MS = 180_000;

interface HostWindow {
  page: Page;
  errors: string[];
  close(): Promise<void>;
}

async function openWeb(): Promise<HostWindow> {
  const [browser, app] = await Promise.all([launchBrowser(), startWebApp()]);
  const opened = await browser.open(app.address());
  return {
    ...opened,
    async close() {
      await browser.close();
      await app.remove();
    },
  };
}

async function openDesktop(): Promise<HostWindow> {
  const bench = await desktopBench();
  const { page, errors } = await bench.start();
  return { page, errors, close: () => bench.close() };
}

describe.each([
  { host: 'the web host', open: openWeb },
  { host: 'the desktop host', open: openDesktop },
])('in $host', ({ open }) => {
  let window: HostWindow;
  let page: Page;

  beforeAll(async () => {
    window = await open();
    page = window.page;
    await openSample(page);
  }, LONG_MS);

  afterAll(() => window?.close());

  beforeEach(async () => {
    for (let press = 0; press < 4; press++) await page.keyboard.press('Escape');
    await heading(/About this map/);
  });

  const heading = (name: RegExp) => appParts(page).details.getByRole('heading', { name }).first().waitFor();

  /** Goes to the first thing that a search finds, with keys alone. */
  async function find(words: string, name: RegExp): Promise<void> {
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await expect.poll(() => page.getByRole('option').first().textContent(), { timeout: 20_000 }).toMatch(name);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading(name);
    await appParts(page).map.focus();
  }

  test('see: topics, colours, concepts, the table and the timeline', { timeout: LONG_MS }, async () => {
    const parts = appParts(page);
    await expect.poll(() => parts.topics.getByRole('button', { name: /papers$/ }).count()).toBeGreaterThan(4);
    const papers = (await nodeIds(page)).length;
    await parts.map.focus();
    await page.keyboard.press('2');
    await expect.poll(async () => (await nodeIds(page)).includes('lora-2021')).toBe(false);
    await page.keyboard.press('1');
    await expect.poll(async () => (await nodeIds(page)).length).toBe(papers);
    await page.keyboard.press('t');
    await page.getByRole('region', { name: 'Table' }).getByText('100 papers').waitFor();
    await parts.map.focus();
    await page.keyboard.press('y');
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    await page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(() => page.getByRole('region', { name: 'Timeline' }).count()).toBe(0);
  });

  test('follow, by mouse: a paper, a related one, why, and back', { timeout: LONG_MS }, async () => {
    const { related, why, back } = appParts(page);
    await page.getByRole('button', { name: 'Fit the map' }).click();
    await clickNode(page, 'lora-2021');
    await heading(/LoRA: Low-Rank Adaptation/);
    await related.getByRole('button', { name: /why/i }).first().click();
    await why.locator('mark').first().waitFor();
    await back.click();
    await heading(/LoRA: Low-Rank Adaptation/);
  });

  test('follow, by keyboard: a path from paper to paper, read as a sentence', { timeout: LONG_MS }, async () => {
    const { details } = appParts(page);
    await find('lora low rank adaptation of', /LoRA: Low-Rank/);
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').waitFor();
    await page.keyboard.type('grokking tickets');
    await expect.poll(() => dialog.getByRole('option').count()).toBeLessThan(20);
    await page.keyboard.press('Enter');
    await details.getByText(/^From LoRA: Low-Rank.* through .* to Grokking Tickets/).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(/LoRA: Low-Rank/);
  });

  test('correct, by mouse: a concept is renamed, taken back and done again', { timeout: LONG_MS }, async () => {
    const { search, details, undo, redo } = appParts(page);
    await search.fill('adapter tuning');
    await page.getByRole('group', { name: 'Concepts' }).getByRole('option', { name: 'adapter tuning', exact: true }).first().click();
    await details.getByRole('button', { name: 'Rename' }).first().click();
    await page.keyboard.type('tuning by adapters');
    await page.keyboard.press('Enter');
    await heading(/^tuning by adapters$/);
    await undo.click();
    await heading(/^adapter tuning$/);
    await redo.click();
    await heading(/^tuning by adapters$/);
  });

  test('correct, by keyboard: a paper is starred, and the star is undone', { timeout: LONG_MS }, async () => {
    await find('lora low rank adaptation of', /LoRA: Low-Rank/);
    const star = appParts(page).details.getByRole('button', { name: 'Star', exact: true });
    await page.keyboard.press('s');
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Control+z');
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('false');
  });

  test('feel: any command by a few letters, settings that show what they would change', { timeout: LONG_MS }, async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('settings');
    await expect.poll(() => page.getByRole('option').first().textContent()).toMatch(/settings/i);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /settings/i });
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole('slider').or(dialog.getByRole('spinbutton')).first());
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  test('nothing of all this wrote an error', () => {
    expect(window.errors).toEqual([]);
  });
});
