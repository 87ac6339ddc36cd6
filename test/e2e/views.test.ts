import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, downloadedBytes, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;

withApp({ open: 'sample', fresh: 'each test' });

const drawer = () => page.getByRole('region', { name: /^(Table|Timeline)$/ });
const table = (name: 'Papers' | 'Concepts') => page.getByRole('grid', { name });
const row = (grid: Locator, text: RegExp) => grid.getByRole('row').filter({ hasText: text });
const chips = () => page.getByRole('list', { name: 'Filters' }).getByRole('button');
const sortButton = (name: string) => table('Papers').getByRole('columnheader', { name }).getByRole('button');

async function rowCount(grid: Locator): Promise<number> {
  return Number(await grid.getAttribute('aria-rowcount')) - 1;
}

/** The text of a column's cells in the rows that are drawn, from the top. */
async function cellsOf(grid: Locator, column: string): Promise<string[]> {
  const heading = await grid.getByRole('columnheader', { name: column }).getAttribute('aria-colindex');
  return grid.locator(`[role="gridcell"][aria-colindex="${heading}"]`).allInnerTexts();
}

/** Presses Shift and Tab until the wanted element has the focus. */
async function tabBackTo(wanted: Locator): Promise<void> {
  for (let stop = 0; stop < 20; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error('The keyboard does not reach it');
}

async function selectedTitles(): Promise<string[]> {
  return table('Papers').locator('[role="row"][aria-selected="true"] .paper-cell-title').allInnerTexts();
}

test('the table of papers by mouse: sort, open, choose several, star, follow the map, hide a column, fill the middle', { timeout: LONG_MS }, async () => {
  const parts = appParts(page);
  await page.getByRole('button', { name: 'Table of papers' }).click();
  const papers = table('Papers');
  await papers.waitFor();
  await expect.poll(() => rowCount(papers)).toBe(100);
  await sortButton('Year').click();
  await expect.poll(() => papers.getByRole('columnheader', { name: 'Year' }).getAttribute('aria-sort')).toBe('descending');
  const years = (await cellsOf(papers, 'Year')).map(Number);
  expect(years).toEqual([...years].sort((a, b) => b - a));
  await sortButton('Title').click();
  const [first = '', second = '', third = ''] = await cellsOf(papers, 'Title');
  await papers.getByText(first, { exact: true }).click();
  await parts.details.getByRole('heading', { name: first }).waitFor();
  await papers.getByText(third, { exact: true }).click({ modifiers: ['Shift'] });
  await expect.poll(selectedTitles).toEqual([first, second, third]);
  await papers.getByText(second, { exact: true }).click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(selectedTitles).toEqual([first, third]);
  await drawer().getByText('100 papers, 2 selected').waitFor();
  await papers.getByRole('button', { name: `Star ${first}` }).click();
  await papers.getByRole('button', { name: `Take the star from ${first}` }).waitFor();
  await clickNode(page, 'lora-2021');
  await expect.poll(selectedTitles).toEqual([expect.stringMatching(/^LoRA: Low-Rank Adaptation/)]);
  await row(papers, /LoRA: Low-Rank Adaptation/).click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await drawer().getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Venue' }).click();
  await expect.poll(() => papers.getByRole('columnheader', { name: 'Venue' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  const before = await drawer().boundingBox();
  await drawer().getByRole('button', { name: 'Fill the middle' }).click();
  await expect.poll(async () => (await drawer().boundingBox())?.height).toBeGreaterThan((before?.height ?? 0) * 1.5);
  await drawer().getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => papers.count()).toBe(0);
});

test('the tables by keyboard alone: open, walk, choose, extend, open a paper, sort, and a concept from its table', { timeout: LONG_MS }, async () => {
  const parts = appParts(page);
  await page.keyboard.press('t');
  const papers = table('Papers');
  await expect.poll(() => papers.evaluate((element) => element === document.activeElement)).toBe(true);
  const [first = '', second = '', third = ''] = await cellsOf(papers, 'Title');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect.poll(selectedTitles).toEqual([first, second]);
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(selectedTitles).toEqual([second, third]);
  await page.keyboard.press('Escape');
  await expect.poll(selectedTitles).toEqual([]);
  await page.keyboard.press('Enter');
  await parts.details.getByRole('heading', { name: third }).waitFor();
  await page.keyboard.press('End');
  await expect.poll(async () => (await cellsOf(papers, 'Title')).length).toBeGreaterThan(0);
  await page.keyboard.press('Home');
  await tabTo(page, sortButton('Links'));
  await page.keyboard.press('Enter');
  await expect.poll(() => papers.getByRole('columnheader', { name: 'Links' }).getAttribute('aria-sort')).toBe('descending');
  const links = (await cellsOf(papers, 'Links')).map(Number);
  expect(links).toEqual([...links].sort((a, b) => b - a));
  await page.keyboard.press('Shift+T');
  const concepts = table('Concepts');
  await expect.poll(() => concepts.evaluate((element) => element === document.activeElement)).toBe(true);
  await tabBackTo(page.getByRole('textbox', { name: 'Find in the table' }));
  await page.keyboard.type('lottery ticket');
  await expect.poll(() => cellsOf(concepts, 'Concept')).toContain('lottery ticket hypothesis');
  await tabTo(page, concepts);
  await page.keyboard.press('Enter');
  await parts.details.getByRole('heading', { name: /lottery ticket/i }).first().waitFor();
  await page.keyboard.press('Shift+T');
  await expect.poll(() => parts.map.evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test('filters are set by mouse and keyboard, narrow the table, can be taken away one by one, and stay after a reload', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('t');
  const papers = table('Papers');
  await papers.waitFor();
  await page.keyboard.press('Shift+F');
  const panel = page.getByRole('dialog', { name: 'Filter' });
  await panel.waitFor();
  await tabTo(page, panel.getByRole('combobox', { name: 'Topics' }).or(panel.getByRole('textbox', { name: 'Topics' })));
  await page.keyboard.type('quantization');
  await page.keyboard.press('Enter');
  await expect.poll(() => chips().count()).toBe(1);
  const ofTopic = await rowCount(papers);
  expect(ofTopic).toBeGreaterThan(5);
  expect(ofTopic).toBeLessThan(40);
  await tabTo(page, panel.getByRole('slider', { name: 'From year' }));
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => chips().count()).toBe(2);
  await expect.poll(async () => Math.min(...(await cellsOf(papers, 'Year')).map(Number))).toBeGreaterThanOrEqual(2022);
  const ofBoth = await rowCount(papers);
  expect(ofBoth).toBeLessThan(ofTopic);
  await page.keyboard.press('Escape');
  await expect.poll(() => panel.count()).toBe(0);
  await page.getByText(`${ofBoth} of 100 papers`).first().waitFor();
  await expect.poll(async () => page.evaluate(async () => (await fetch('/api/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ command: 'library.state', args: {} }) })).text())).toContain('"years":{"from":2022');
  await page.reload();
  await table('Papers').waitFor({ timeout: 60_000 });
  await expect.poll(() => rowCount(table('Papers'))).toBe(ofBoth);
  await page.getByRole('button', { name: /^Remove the filter years/ }).click();
  await expect.poll(() => rowCount(table('Papers'))).toBe(ofTopic);
  await drawer().getByRole('button', { name: 'Export these…' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'BibTeX' }).click()]);
  expect((await downloadedBytes(download)).toString('utf8').match(/^@\w+\{/gm)).toHaveLength(ofTopic);
  await page.getByRole('button', { name: 'Clear all', exact: true }).click();
  await expect.poll(() => rowCount(table('Papers'))).toBe(100);
  await expect.poll(() => chips().count()).toBe(0);
});

test('search finds authors and mends a misspelt word; Enter keeps it as a filter that the table follows, and recent searches come back', { timeout: LONG_MS }, async () => {
  const { search, details } = appParts(page);
  await page.keyboard.press('t');
  const papers = table('Papers');
  await papers.waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('frankle');
  const found = page.getByRole('option').filter({ hasText: 'Jonathan Frankle' });
  await found.first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove the filter search “frankle”' }).waitFor();
  await expect.poll(() => cellsOf(papers, 'Authors')).toEqual([expect.stringMatching(/Frankle/), expect.stringMatching(/Frankle/)]);
  await search.fill('initalization');
  await page.getByText('Corrected to initialization').waitFor();
  await search.fill('zzqqxx');
  await page.getByText(/Nothing found for “zzqqxx”/).waitFor();
  await search.fill('lottery tick');
  const option = page.getByRole('option').filter({ hasText: /The Lottery Ticket Hypothesis: Finding/ });
  await option.first().click();
  await details.getByRole('heading', { name: /The Lottery Ticket Hypothesis/ }).waitFor();
  await expect.poll(() => search.inputValue()).toBe('frankle');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect.poll(() => rowCount(papers)).toBe(100);
  await search.click();
  await page.getByRole('option', { name: 'frankle' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await found.first().waitFor();
});

test('the timeline by mouse and keyboard: select a topic’s year, take years by a drag and by keys', { timeout: LONG_MS }, async () => {
  const { details } = appParts(page);
  await page.keyboard.press('y');
  const timeline = page.getByRole('grid', { name: 'Papers by topic and year' });
  await timeline.waitFor();
  const cell = (name: RegExp, year: number) => timeline.getByRole('row', { name }).getByRole('gridcell', { name: new RegExp(`^${year}`) });
  const quantization = /^Quantization/;
  await expect.poll(() => cell(quantization, 2023).getAttribute('aria-label')).toMatch(/^2023: \d+ papers$/);
  await cell(quantization, 2023).click();
  await details.getByText('Several papers').first().waitFor();
  await cell(/^All papers/, 2021).hover();
  await page.mouse.down();
  await cell(/^All papers/, 2022).hover();
  await cell(/^All papers/, 2023).hover();
  await page.mouse.up();
  await page.getByRole('button', { name: 'Remove the filter years 2021–2023' }).waitFor();
  await expect.poll(() => timeline.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove the filter years 2025' }).waitFor();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.getByRole('button', { name: 'Remove the filter years 2024–2025' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await drawer().getByText(/, 2023: \d+ papers?$/).waitFor();
  await drawer().getByRole('button', { name: 'Numbers' }).click();
  await expect.poll(() => cell(quantization, 2023).innerText()).toMatch(/^\d+$/);
});

/** Faults in both themes, a line each. */
async function faultsInBothThemes(): Promise<string[]> {
  const faults: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${theme}: ${fault}`));
  }
  return faults;
}

test('axe finds no serious fault in either theme: tables, timeline, filter, search', { timeout: LONG_MS }, async () => {
  const { search } = appParts(page);
  await page.keyboard.press('t');
  await table('Papers').waitFor();
  await page.keyboard.press('Enter');
  expect(await faultsInBothThemes()).toEqual([]);
  await page.keyboard.press('Shift+T');
  await table('Concepts').waitFor();
  expect(await faultsInBothThemes()).toEqual([]);
  await page.keyboard.press('y');
  await page.getByRole('grid', { name: 'Papers by topic and year' }).waitFor();
  await page.keyboard.press('Shift+F');
  await page.getByRole('dialog', { name: 'Filter' }).waitFor();
  expect(await faultsInBothThemes()).toEqual([]);
  await page.keyboard.press('Escape');
  await search.fill('initalization');
  await page.getByText('Corrected to initialization').waitFor();
  expect(await faultsInBothThemes()).toEqual([]);
});
