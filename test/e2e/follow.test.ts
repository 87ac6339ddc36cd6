import { beforeEach, expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;
const SLOW = { timeout: 20_000 };
const LORA = /LoRA: Low-Rank Adaptation/;
const TICKETS = /The Lottery Ticket Hypothesis: Finding/;

withApp({ open: 'sample', fresh: 'once' });

beforeEach(async () => {
  await leaveSearch();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  await heading(/About this map/);
  await page.emulateMedia({ colorScheme: 'light' });
});

/** Waits for a heading in Details. */
function heading(name: RegExp, timeout = 30_000): Promise<void> {
  return appParts(page).details.getByRole('heading', { name }).first().waitFor({ timeout });
}

/** Loads the page again and waits for a heading in Details. */
async function reloadTo(name: RegExp): Promise<void> {
  await page.reload();
  await heading(name, LONG_MS / 2);
}

/** Selects a paper by a search, with keys alone. */
async function findPaper(words: string, name: RegExp): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await expect.poll(() => page.getByRole('option').first().textContent(), SLOW).toMatch(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await heading(name);
  await leaveSearch();
}

/** Escape leads from the search field to the map. */
async function leaveSearch(): Promise<void> {
  const isTyping = () => page.evaluate(() => document.activeElement instanceof HTMLInputElement);
  for (let press = 0; press < 4 && (await isTyping()); press++) await page.keyboard.press('Escape');
}

/** Runs something that selects a paper, and waits until the library has kept that. */
async function untilKept(paper: string, change: () => Promise<unknown>): Promise<void> {
  const wanted = `"selection":{"kind":"paper","id":"${paper}"}`;
  const kept = page.waitForResponse((response) => response.request().postData()?.includes(wanted) === true);
  await change();
  await kept;
}

/** Picks in the dialog that is open what the words typed find first. */
async function pick(words: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').waitFor();
  await page.keyboard.type(words);
  await expect.poll(() => dialog.getByRole('option').count(), SLOW).toBeLessThan(20);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

test('a paper leads on to related papers, others of its topic and bridges, each with why', { timeout: LONG_MS }, async () => {
  const { details, related, why } = appParts(page);
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await clickNode(page, 'lora-2021');
  await heading(LORA);
  await details.getByText(/Clearly · \d+%/).waitFor();
  const rows = related.getByRole('listitem');
  await expect.poll(() => rows.first().textContent()).toMatch(/(Strongly|Clearly|Loosely) related.*\d+%/);
  await expect.poll(() => details.getByRole('list', { name: 'Same topic' }).getByRole('listitem').count()).toBe(5);
  const bridge = details.getByRole('list', { name: /^Bridges to/ }).first();
  await bridge.getByRole('button', { name: 'Why?' }).first().click();
  await why.waitFor();
  await why.locator('mark').first().waitFor();
  await expect.poll(() => why.getByRole('list', { name: 'Shared concepts' }).getByRole('listitem').count()).toBeGreaterThan(0);
  await why.getByText('Together', { exact: false }).waitFor();
});

test('a folded section stays folded on the next paper and after a reload', { timeout: LONG_MS }, async () => {
  const { details, concepts } = appParts(page);
  await findPaper('lottery ticket hypothesis finding', TICKETS);
  const fold = details.getByRole('button', { name: 'Concepts', exact: true });
  await fold.click();
  await expect.poll(() => fold.getAttribute('aria-expanded')).toBe('false');
  await untilKept('lora-2021', () => findPaper('lora low rank adaptation of', LORA));
  await expect.poll(() => concepts.count()).toBe(0);
  await reloadTo(LORA);
  await expect.poll(() => concepts.count()).toBe(0);
  await fold.click();
  await concepts.waitFor();
});

test('any two papers can be compared, and read side by side, with the sentences in two columns where there is room', { timeout: LONG_MS }, async () => {
  const { details, why } = appParts(page);
  await findPaper('lora low rank adaptation of', LORA);
  await details.getByRole('button', { name: 'Compare with…' }).click();
  await pick('grokking tickets');
  await why.getByText('The map has no line between them', { exact: false }).waitFor();
  const columns = () => why.locator('.because-sides').first().evaluate((element) => getComputedStyle(element).gridTemplateColumns.split(' ').length);
  await expect.poll(() => columns()).toBe(1);
  const separator = page.getByRole('separator', { name: 'Resize the details panel' });
  const box = await separator.boundingBox();
  if (!box) throw new Error('there is no separator');
  await page.mouse.move(box.x, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x - 300, box.y + 300, { steps: 5 });
  await page.mouse.up();
  await expect.poll(columns, SLOW).toBe(2);
  await why.getByRole('button', { name: 'Read them side by side' }).click();
  const dialog = page.getByRole('dialog', { name: 'Side by side' });
  await expect.poll(() => dialog.locator('mark').count(), SLOW).toBeGreaterThan(1);
  await expect.poll(() => dialog.getByRole('article').count()).toBe(2);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('two papers picked on the map are told apart and asked why, by mouse and by key', { timeout: LONG_MS }, async () => {
  const { details, why } = appParts(page);
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await clickNode(page, 'lora-2021');
  await heading(LORA);
  await page.keyboard.down('Control');
  await clickNode(page, 'qlora-2023');
  await page.keyboard.up('Control');
  await heading(/^2 papers$/);
  await expect.poll(() => details.getByRole('list', { name: 'Selected papers' }).getByRole('listitem').count()).toBe(2);
  await expect.poll(() => details.getByRole('list', { name: 'Shared concepts' }).getByRole('listitem').count()).toBeGreaterThan(0);
  await details.getByRole('button', { name: 'Why related' }).waitFor();
  await page.keyboard.press('w');
  await why.locator('mark').first().waitFor();
});

test('a path tells how one paper leads to another, in a sentence, step by step and in other ways', { timeout: LONG_MS }, async () => {
  const { details, why } = appParts(page);
  await findPaper('lora low rank adaptation of', LORA);
  await details.getByRole('button', { name: 'Path to…' }).click();
  await pick('grokking tickets');
  const steps = details.getByRole('list', { name: 'Papers on the path' });
  await steps.waitFor();
  await expect.poll(() => details.getByText(/^From LoRA: Low-Rank.* through .* to Grokking Tickets/).count()).toBe(1);
  const first = await steps.textContent();
  await expect.poll(() => steps.getByRole('listitem').count()).toBeGreaterThan(2);
  const ways = details.getByRole('radiogroup', { name: /^\d ways$/ });
  await ways.getByRole('radio', { name: 'Second' }).check({ force: true });
  await expect.poll(() => steps.textContent(), SLOW).not.toBe(first);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => steps.textContent(), SLOW).toBe(first);
  await steps.getByRole('button', { name: 'Why?' }).first().click();
  await why.locator('mark').first().waitFor();
});

test('two topics are compared: what they share, what sets each apart, papers between them and a path', { timeout: LONG_MS }, async () => {
  const { details, topics, why } = appParts(page);
  await topics.getByRole('button', { name: /low-rank adaptation.*\d+ papers/i }).click();
  await details.getByRole('list', { name: 'Closest topics' }).getByRole('button', { name: 'Compare' }).first().click();
  await details.getByRole('heading', { name: /^“.*” and “.*”$/ }).waitFor();
  const apart = details.getByRole('list', { name: /^What sets .* apart$/ });
  await expect.poll(() => apart.count(), SLOW).toBe(2);
  const shares = ((await apart.first().getByRole('listitem').first().textContent()) ?? '').match(/(\d+)% in .*, (\d+)% in /);
  expect(Number(shares?.[1])).toBeGreaterThan(Number(shares?.[2]));
  await details.getByRole('list', { name: 'Strongest links' }).getByRole('button', { name: 'Why?' }).first().click();
  await why.locator('mark').first().waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => details.locator('.details-content').evaluate((element) => element.scrollTop), SLOW).toBeGreaterThan(100);
  await details.getByRole('button', { name: 'Path between them' }).click();
  await details.getByRole('list', { name: 'Papers on the path' }).waitFor();
});

test('the trail lists what was looked at, leads back to any of it and loses nothing', { timeout: LONG_MS }, async () => {
  const { back, forward, details } = appParts(page);
  await findPaper('lora low rank adaptation of', LORA);
  await findPaper('lottery ticket hypothesis finding', TICKETS);
  await page.getByRole('tab', { name: 'Trail' }).click();
  const trail = page.getByRole('region', { name: 'Trail' });
  const rows = trail.getByRole('button');
  const count = await rows.count();
  await expect.poll(() => rows.first().textContent()).toMatch(/^Paper: The Lottery Ticket.*Here$/);
  await rows.nth(1).click();
  await heading(LORA);
  await expect.poll(() => rows.count()).toBe(count);
  await expect.poll(() => rows.nth(1).getAttribute('aria-current')).toBe('true');
  await forward.click();
  await heading(TICKETS);
  await back.hover();
  await page.getByRole('tooltip').filter({ hasText: LORA }).waitFor();
  await back.click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Back' });
  await expect.poll(() => menu.getByRole('menuitem').first().textContent()).toMatch(LORA);
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  await back.focus();
  await page.keyboard.press('ArrowDown');
  await untilKept('lora-2021', () => menu.getByRole('menuitem').first().click());
  await heading(LORA);
  await reloadTo(LORA);
  await page.getByRole('tab', { name: 'Trail' }).click();
  await expect.poll(() => trail.getByRole('button').count()).toBe(count);
  await expect.poll(() => details.getByRole('heading', { name: LORA }).count()).toBe(1);
});

test('by keyboard alone: find a paper, compare it, read both, and go back along the trail', { timeout: LONG_MS }, async () => {
  const { why, details } = appParts(page);
  await findPaper('lora low rank adaptation of', LORA);
  await page.keyboard.press('c');
  await pick('qlora');
  await why.locator('mark').first().waitFor();
  await tabTo(page, why.getByRole('button', { name: 'Read them side by side' }), 120);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Side by side' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('h');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-current')), SLOW).toBe('true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await details.getByRole('heading', { name: LORA }).waitFor();
});

test.for(['light', 'dark'] as const)('axe finds no serious fault in the %s theme: paper, topic, concept, two topics, path, why, dialogs, trail', { timeout: LONG_MS }, async (theme) => {
  const { details, topics, why } = appParts(page);
  await page.emulateMedia({ colorScheme: theme });
  await page.getByRole('tab', { name: 'Trail' }).click();
  await findPaper('lora low rank adaptation of', LORA);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await pick('qlora');
  await why.locator('mark').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await why.getByRole('button', { name: 'Read them side by side' }).click();
  await page.getByRole('dialog').locator('mark').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await topics.getByRole('button', { name: /\d+ papers/ }).first().click();
  await details.getByRole('list', { name: 'What it is about' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await details.getByRole('button', { name: 'Compare', exact: true }).first().click();
  await details.getByRole('list', { name: 'Strongest links' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await details.getByRole('button', { name: 'Path between them' }).click();
  await details.getByRole('list', { name: 'Papers on the path' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await details.getByRole('list', { name: 'What it is about' }).getByRole('button').first().click();
  await details.getByRole('button', { name: 'Found together with' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
