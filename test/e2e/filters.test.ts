import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, tabTo } from '../support/map-page.ts';
import { startWebApp } from '../support/web-app.ts';

const LONG_MS = 120_000;

withApp({ open: 'sample', fresh: 'once' });

beforeAll(async () => {
  await page.keyboard.press('t');
  await table().waitFor();
});

beforeEach(async () => {
  const clear = page.getByRole('button', { name: 'Clear all', exact: true });
  if ((await clear.count()) > 0) await clear.first().click();
  await expect.poll(rowCount).toBe(100);
});

const table = () => page.getByRole('grid', { name: 'Papers' });
const legend = () => page.getByRole('region', { name: 'Legend' });
const panel = () => page.getByRole('dialog', { name: 'Filter' });
const chip = (name: string | RegExp) => page.getByRole('list', { name: 'Filters' }).getByRole('button', { name });

async function rowCount(): Promise<number> {
  return Number(await table().getAttribute('aria-rowcount')) - 1;
}

/** The numbers in the column of links, of the rows that are drawn. */
async function linksShown(): Promise<number[]> {
  const column = await table().getByRole('columnheader', { name: 'Links' }).getAttribute('aria-colindex');
  return (await table().locator(`[role="gridcell"][aria-colindex="${column}"]`).allInnerTexts()).map(Number);
}

async function colourBy(name: string): Promise<void> {
  await page.getByRole('button', { name: /^Colour by/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

/** Drags over an element from one part of its width to another. */
async function dragOver(element: Locator, from: number, to: number): Promise<void> {
  const box = await element.boundingBox();
  if (!box) throw new Error('Nothing to drag over');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 6 });
  await page.mouse.up();
}

test('by mouse on the legend: a drag over the links’ colours, a click on one of them, and a click that takes it back', { timeout: LONG_MS }, async () => {
  await colourBy('Links');
  const scale = legend().locator('.scale-brush');
  await dragOver(scale, 0.62, 1);
  await chip(/or more links/).waitFor();
  const least = Number(/\d+/.exec((await chip(/or more links/).textContent()) ?? '')?.[0]);
  expect(least).toBeGreaterThan(6);
  await expect.poll(async () => Math.min(...(await linksShown()))).toBeGreaterThanOrEqual(least);
  const few = await rowCount();
  expect(few).toBeLessThan(70);
  const box = await scale.boundingBox();
  if (!box) throw new Error('No scale');
  const eight = { x: box.width * (8 / Number(await legend().getByRole('slider', { name: 'Most links' }).getAttribute('max'))), y: 10 };
  await scale.click({ position: eight });
  await chip('Remove the filter 8 links').waitFor();
  await expect.poll(async () => new Set(await linksShown())).toEqual(new Set([8]));
  await scale.click({ position: eight });
  await expect.poll(rowCount).toBe(100);
});

test('by mouse: how much papers are about a concept, those that do not mention it, and the sizes of the legend', { timeout: LONG_MS }, async () => {
  await colourBy('Concept');
  const picker = legend().getByRole('combobox', { name: 'Concept that colours tell' });
  await picker.click();
  await picker.fill('quantization');
  await page.getByRole('option', { name: 'quantization', exact: true }).click();
  const none = Number(/\d+/.exec((await legend().getByRole('button', { name: /^Does not mention it/ }).textContent()) ?? '')?.[0]);
  await dragOver(legend().locator('.scale-brush'), 0.3, 1);
  await chip('Remove the filter quantization weight 0.3 to 1').waitFor();
  const about = await rowCount();
  expect(about).toBeGreaterThan(1);
  expect(about).toBeLessThan(100 - none);
  await legend().getByRole('button', { name: /^Does not mention it/ }).click();
  await chip('Remove the filter Without quantization').waitFor();
  await expect.poll(rowCount).toBe(none);
  await expect.poll(() => chip(/weight/).count()).toBe(0);
  await legend().getByRole('button', { name: /^Does not mention it/ }).click();
  await expect.poll(rowCount).toBe(100);
  await dragOver(legend().locator('.bar-range-bars'), 0.7, 1);
  await chip(/or more links/).waitFor();
  await expect.poll(rowCount).toBeLessThan(70);
});

test('by keyboard alone: the panel asks for links and for a concept’s weight, and the view keeps both', { timeout: LONG_MS }, async () => {
  await page.getByRole('application', { name: 'Map' }).focus();
  await page.keyboard.press('Shift+F');
  await panel().waitFor();
  await tabTo(page, panel().getByRole('slider', { name: 'Fewest links' }));
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await chip('Remove the filter 10 or more links').waitFor();
  await expect.poll(async () => Math.min(...(await linksShown()))).toBeGreaterThanOrEqual(10);
  await tabTo(page, panel().getByRole('button', { name: 'Close the filter' }));
  const concept = panel().getByRole('combobox', { name: 'How much papers are about a concept' }).or(panel().getByRole('textbox', { name: 'How much papers are about a concept' }));
  await tabTo(page, concept);
  await page.keyboard.type('language models');
  await page.keyboard.press('Enter');
  await chip('Remove the filter language models weight 0.3 to 1').waitFor();
  await tabTo(page, panel().getByRole('slider', { name: 'Least weight of language models' }));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await chip('Remove the filter language models weight 0.2 to 1').waitFor();
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
  const left = await rowCount();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(30);
  await page.waitForFunction(async () => (await (await fetch('/api/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ command: 'library.state', args: {} }) })).text()).includes('"from":0.2,"to":1'));
  await page.reload();
  await table().waitFor({ timeout: 60_000 });
  await expect.poll(rowCount).toBe(left);
  await page.keyboard.press('y');
  const all = page.getByRole('grid', { name: 'Papers by topic and year' }).getByRole('row', { name: /^All papers/ });
  await expect.poll(() => all.locator('.timeline-total').textContent()).toBe(String(left));
  await page.keyboard.press('t');
  await chip(/^Remove the filter 10 or more links/).press('Enter');
  await expect.poll(rowCount).toBeGreaterThan(left);
});

test('axe finds no serious fault in legend and panel of filters, in either theme', { timeout: LONG_MS }, async () => {
  await colourBy('Confidence');
  await page.keyboard.press('Shift+F');
  await panel().waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  await page.keyboard.press('Escape');
});

test('citations of a file that tells them are asked for by their sizes, and papers without are left out', { timeout: LONG_MS }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'concept-atlas-citations-'));
  const file = join(folder, 'cited.csv');
  const rows = Array.from({ length: 30 }, (_, place) => `Neural network pruning study ${place},Pruning removes weights of neural networks and sparse training finds lottery tickets in deep neural networks.,${2000 + (place % 20)},${place === 29 ? '' : place * place}`);
  writeFileSync(file, `Title,Abstract,Year,Cited by\n${rows.join('\n')}\n`);
  const other = await startWebApp({ files: [file] });
  const { page: cited, errors: faults } = await browser.open(other.address());
  try {
    await cited.getByRole('button', { name: /^Size by/ }).click({ timeout: 60_000 });
    await cited.getByRole('menuitemradio', { name: 'Citations' }).click();
    const unfold = cited.getByRole('region', { name: 'Legend' }).getByRole('button', { name: 'Legend' });
    if (await unfold.count() > 0) await unfold.click();
    const fewest = cited.getByRole('region', { name: 'Legend' }).getByRole('slider', { name: 'Fewest citations' });
    await fewest.focus();
    await cited.keyboard.press('End');
    await cited.keyboard.press('ArrowLeft');
    await cited.getByRole('button', { name: 'Remove the filter 500 or more citations' }).waitFor();
    await cited.getByText('6 of 30 papers').first().waitFor();
    expect(faults).toEqual([]);
  } finally {
    await cited.context().close();
    await other.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
