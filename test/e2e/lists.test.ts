import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;

withApp({ open: 'sample', fresh: 'each test' });

const star = () => appParts(page).details.getByRole('button', { name: 'Star', exact: true });
const tag = (name: string) => appParts(page).details.getByText(name, { exact: true });
const note = () => appParts(page).details.getByRole('textbox', { name: 'Note on this paper' });
const lists = () => page.getByRole('region', { name: 'Lists' });
const listDialog = () => page.getByRole('dialog', { name: 'Put into a list' });
const openedList = (name: string) => page.getByRole('region', { name: `List ${name}` });

async function openLists(): Promise<void> {
  await page.getByRole('tab', { name: /^Lists/ }).click();
  await lists().waitFor();
}

/** Loads the page again as a user does, and waits for the map. */
async function reload(): Promise<void> {
  await page.reload();
  await appParts(page).details.getByRole('heading', { name: /LoRA: Low-Rank Adaptation/ }).waitFor();
}

test('a star, tags and a note are put on a paper by mouse, are undone and redone, and are there after a reload', { timeout: LONG_MS }, async () => {
  const { details, undo, redo } = appParts(page);
  await clickNode(page, 'lora-2021');
  await star().click();
  await expect.poll(() => star().getAttribute('aria-pressed')).toBe('true');
  await undo.click();
  await expect.poll(() => star().getAttribute('aria-pressed')).toBe('false');
  await redo.click();
  await expect.poll(() => star().getAttribute('aria-pressed')).toBe('true');
  await details.getByRole('combobox', { name: 'Tags' }).fill('to read');
  await page.keyboard.press('Enter');
  await tag('to read').waitFor();
  await details.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type('See the appendix on ranks.');
  await details.getByText('Saved', { exact: true }).waitFor();
  await reload();
  await expect.poll(() => star().getAttribute('aria-pressed')).toBe('true');
  await tag('to read').waitFor();
  await expect.poll(() => note().inputValue()).toBe('See the appendix on ranks.');
});

test('a note is kept when the page is loaded again right after the last key', { timeout: LONG_MS }, async () => {
  await clickNode(page, 'lora-2021');
  await appParts(page).details.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type('Not lost');
  await reload();
  await expect.poll(() => note().inputValue()).toBe('Not lost');
});

test('by mouse: a list is made of a topic, named, starred, selected and deleted, and comes back when that is taken back', { timeout: LONG_MS }, async () => {
  const { topics, details } = appParts(page);
  await openLists();
  await lists().getByText(/A list keeps papers together/).waitFor();
  await topics.getByRole('button', { name: /low-rank adaptation.*\d+ papers/i }).click();
  const size = Number(/\d+/.exec((await details.getByText(/^\d+ papers$/).first().textContent()) ?? '')?.[0]);
  await lists().getByRole('button', { name: 'New list…' }).click();
  await listDialog().getByRole('textbox', { name: 'New list' }).fill('To cite');
  await listDialog().getByRole('button', { name: 'Make the list' }).click();
  const list = openedList('To cite');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(size);
  await list.getByRole('button', { name: /^Take out of the list/ }).first().click();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(size - 1);
  await list.getByRole('button', { name: 'Star', exact: true }).click();
  await expect.poll(() => list.getByRole('button', { name: 'Star', exact: true }).getAttribute('aria-pressed')).toBe('true');
  await list.getByRole('button', { name: 'Rename' }).click();
  await page.keyboard.type('To read');
  await page.keyboard.press('Enter');
  await openedList('To read').getByRole('button', { name: 'Select', exact: true }).click();
  await openedList('To read').getByRole('button', { name: 'Delete the list' }).click();
  await expect.poll(() => lists().getByRole('button', { name: /To read/ }).count()).toBe(0);
  await page.getByRole('status').getByRole('button', { name: 'Take back' }).click();
  await lists().getByRole('button', { name: /To read.*\d+ papers/ }).waitFor();
});

test('by keyboard alone: a paper is starred and put into a list, which is opened and taken in by its papers', { timeout: LONG_MS }, async () => {
  const { map, details } = appParts(page);
  await tabTo(page, map);
  await page.keyboard.press('Home');
  await details.getByRole('list', { name: 'Related papers' }).waitFor();
  const title = (await details.getByRole('heading').first().textContent()) ?? '';
  await page.keyboard.press('s');
  await expect.poll(() => star().getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('l');
  await listDialog().waitFor();
  await expect.poll(() => listDialog().getByRole('textbox', { name: 'New list' }).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Key papers');
  await page.keyboard.press('Enter');
  await openedList('Key papers').getByRole('button', { name: title, exact: true }).waitFor();
  await page.keyboard.press('Shift+L');
  await lists().waitFor();
  await tabTo(page, lists().getByRole('button', { name: /^Starred papers/ }), 120);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Starred papers' }).getByRole('button', { name: title, exact: true }).waitFor();
});

test.for(['light', 'dark'] as const)('axe finds no serious fault in notes, lists and their dialog, %s', { timeout: LONG_MS }, async (theme) => {
  await page.emulateMedia({ colorScheme: theme });
  await clickNode(page, 'lora-2021');
  await star().click();
  await appParts(page).details.getByRole('combobox', { name: 'Tags' }).fill('to read');
  await page.keyboard.press('Enter');
  await tag('to read').waitFor();
  await openLists();
  expect(await accessibilityFaults(page)).toEqual([]);
  await lists().getByRole('button', { name: 'New list…' }).click();
  await listDialog().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await listDialog().getByRole('button', { name: 'Make the list' }).click();
  await openedList('List 1').getByRole('listitem').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
