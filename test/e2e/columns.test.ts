import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;

withApp({ open: 'sample', fresh: 'once' });

beforeAll(async () => {
  await page.keyboard.press('t');
  await table().waitFor();
});

const table = () => page.getByRole('grid', { name: 'Papers' });
const heading = (name: string) => table().getByRole('columnheader', { name });

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not to be seen');
  return box;
}

async function widthOf(name: string): Promise<number> {
  return (await boxOf(heading(name))).width;
}

async function headings(): Promise<string[]> {
  return (await table().getByRole('columnheader').allInnerTexts()).map((text) => text.trim());
}

/** Drags from one point to another. */
async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.up();
}

test('by mouse: an edge sets the width, a double click fits it, a heading is dragged to another place without sorting', { timeout: LONG_MS }, async () => {
  const before = await widthOf('Authors');
  const { x, y, width } = await boxOf(heading('Authors'));
  await drag({ x: x + width - 3, y: y + 16 }, { x: x + width + 57, y: y + 16 });
  await expect.poll(async () => Math.abs((await widthOf('Authors')) - before - 60)).toBeLessThan(2);
  const cell = await boxOf(table().getByRole('row').nth(1).getByRole('gridcell').nth(2));
  expect(Math.abs(cell.width - (await widthOf('Authors')))).toBeLessThan(1);
  const edge = await boxOf(heading('Authors'));
  await page.mouse.dblclick(edge.x + edge.width - 3, edge.y + 16);
  await expect.poll(() => widthOf('Authors')).not.toBe(edge.width);
  const clipped = await table().locator('[role="gridcell"][aria-colindex="3"] > span').evaluateAll((spans) => spans.filter((span) => span.scrollWidth > span.clientWidth + 1).length);
  expect(clipped).toBe(0);
  const order = await headings();
  const year = await boxOf(heading('Year'));
  const authors = await boxOf(heading('Authors'));
  await drag({ x: year.x + year.width / 2, y: year.y + 16 }, { x: authors.x + 10, y: authors.y + 16 });
  await expect.poll(headings).toEqual(order.toSpliced(2, 2, 'Year', 'Authors'));
  await expect.poll(() => heading('Title').getAttribute('aria-sort')).toBe('ascending');
  await heading('Year').getByRole('button').click();
  await expect.poll(() => heading('Year').getAttribute('aria-sort')).toBe('descending');
});

test('by keyboard alone: a heading’s keys set the width, fit and move; all is there after a reload, and can be reset', { timeout: LONG_MS }, async () => {
  await tabTo(page, heading('Topic').getByRole('button'));
  const before = await widthOf('Topic');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => Math.abs((await widthOf('Topic')) - before - 32)).toBeLessThan(2);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(async () => Math.abs((await widthOf('Topic')) - before - 32)).toBeGreaterThan(2);
  await expect.poll(() => heading('Topic').getAttribute('aria-sort')).toBe('none');
  const order = await headings();
  await page.keyboard.press('Control+Shift+ArrowLeft');
  const moved = order.toSpliced(order.indexOf('Topic') - 1, 2, 'Topic', order[order.indexOf('Topic') - 1] ?? '');
  await expect.poll(headings).toEqual(moved);
  await expect.poll(() => heading('Topic').getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);
  const width = await widthOf('Topic');
  await page.reload();
  await table().waitFor({ timeout: 60_000 });
  await expect.poll(headings).toEqual(moved);
  expect(Math.abs((await widthOf('Topic')) - width)).toBeLessThan(1);
  await page.getByRole('button', { name: 'Columns' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Reset widths and order' }).press('Enter');
  await expect.poll(async () => (await headings()).slice(0, 4)).toEqual(['Starred', 'Title', 'Authors', 'Year']);
  expect(await accessibilityFaults(page)).toEqual([]);
});
