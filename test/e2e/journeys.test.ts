import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, downloadedBytes, nodeIds, openSample, tabTo } from '../support/map-page.ts';
import { sharedData } from '../support/shared-data.ts';

const SEED_FOLDER = 'seed/000_0c0d51bf48907a65.txt';
const LONG_MS = 120_000;

withApp({ open: 'nothing', fresh: 'each test' });

/** Selects the first thing that a search finds; gives its heading in Details. */
async function selectBySearch(words: string): Promise<string> {
  const { search, details } = appParts(page);
  await search.fill(words);
  await page.getByRole('option').first().click();
  const heading = details.getByRole('heading').first();
  await heading.waitFor();
  return (await heading.textContent()) ?? '';
}

test('from the sample to a topic, a paper, a related paper, why, and back', { timeout: LONG_MS }, async () => {
  const parts = appParts(page);
  await openSample(page);
  await parts.topics.getByRole('button', { name: /low-rank adaptation.*\d+ papers/i }).click();
  const ids = await nodeIds(page);
  expect(ids.length).toBeGreaterThanOrEqual(80);
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await clickNode(page, 'lora-2021');
  await parts.details.getByRole('heading', { name: /LoRA: Low-Rank Adaptation/ }).waitFor();
  await expect.poll(() => parts.concepts.getByRole('listitem').count()).toBeGreaterThan(2);
  const related = parts.related.getByRole('button', { name: /\w{3,}/ }).first();
  const relatedTitle = (await related.textContent()) ?? '';
  await related.click();
  await parts.details.getByRole('heading', { name: relatedTitle.slice(0, 30) }).waitFor();
  await parts.related.getByRole('button', { name: /why/i }).first().click();
  await parts.why.waitFor();
  await parts.why.locator('mark').first().waitFor();
  await parts.back.click();
  await parts.details.getByRole('heading', { name: relatedTitle.slice(0, 30) }).waitFor();
  await parts.back.click();
  await parts.details.getByRole('heading', { name: /LoRA: Low-Rank Adaptation/ }).waitFor();
  await parts.forward.click();
  await parts.details.getByRole('heading', { name: relatedTitle.slice(0, 30) }).waitFor();
});

test('search finds a paper by a few letters and a concept by its name', { timeout: LONG_MS }, async () => {
  const parts = appParts(page);
  await openSample(page);
  expect(await selectBySearch('lottery tick')).toMatch(/lottery/i);
  await parts.search.fill('quantization');
  await page.getByRole('option', { name: /quantization/i }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => parts.details.getByRole('heading').first().textContent()).toMatch(/quanti/i);
});

test('the map is exported as PNG at 2× and as SVG with its legend', { timeout: LONG_MS }, async () => {
  await openSample(page);
  const png = await exported('PNG', '2×');
  const image = await loadImage(png);
  expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(image.width).toBeGreaterThan(1000);
  const svg = (await exported('SVG')).toString('utf8');
  expect(svg).toMatch(/^<svg /);
  expect(svg.match(/<circle /g)?.length).toBeGreaterThanOrEqual(100);
  expect(svg).toMatch(/100 papers · \d+ topics/);
});

async function exported(format: string, scale?: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check({ force: true });
  if (scale !== undefined) await dialog.getByRole('radio', { name: new RegExp(scale) }).check({ force: true });
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: /^(Export|Save)/ }).click()]);
  return downloadedBytes(download);
}

/** Ids of the nodes once no more are coming: a change of view brings them in pieces. */
async function allNodeIds(): Promise<string[]> {
  let before: string[] = [];
  await expect.poll(async () => {
    const now = await nodeIds(page);
    const isSame = now.length > 0 && now.length === before.length;
    before = now;
    return isSame;
  }, { interval: 400 }).toBe(true);
  return before;
}

test('views show papers, concepts or both', { timeout: LONG_MS }, async () => {
  const parts = appParts(page);
  await openSample(page);
  const papers = await nodeIds(page);
  await parts.view('Concepts').check({ force: true });
  await expect.poll(async () => (await nodeIds(page)).includes('lora-2021')).toBe(false);
  const concepts = await allNodeIds();
  await parts.view('Both').check({ force: true });
  await expect.poll(async () => (await nodeIds(page)).length).toBe(papers.length + concepts.length);
});

const seed = sharedData(SEED_FOLDER);
test.skipIf(seed === null)('the saved web page imports as 56 papers (skipped where it is not beside this checkout)', { timeout: LONG_MS }, async () => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Import/ }).first().click();
  await (await chooser).setFiles(seed ?? '');
  await page.getByRole('status').filter({ hasText: '56 papers' }).waitFor({ timeout: 60_000 });
  expect((await nodeIds(page)).length).toBe(56);
});

test('a broken file says what was expected, and nothing is lost', { timeout: LONG_MS }, async () => {
  await openSample(page);
  await drop('broken.pdf', '%PDF-1.7\u0000\u0001\u0002 binary');
  const alert = page.getByRole('alert').filter({ hasText: 'broken.pdf' });
  await alert.waitFor();
  await expect.poll(() => alert.textContent()).toMatch(/binary file.*Export it as CSV, RIS or BibTeX/);
  expect((await nodeIds(page)).length).toBeGreaterThanOrEqual(80);
});

/** Drops a file onto the window, as from the file manager. */
async function drop(name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text ?? ''], fileName ?? ''));
      return data;
    },
    [name, content],
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

test('by keyboard alone: sample, topic, paper, related paper, why, back, search, export', { timeout: LONG_MS }, async () => {
  const parts = appParts(page);
  await tabTo(page, page.getByRole('button', { name: 'Open sample' }).first());
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await nodeIds(page)).length, { timeout: 60_000 }).toBeGreaterThan(80);
  await page.keyboard.press('Shift+F6');
  await tabTo(page, parts.topics.getByRole('button', { name: /\d+ papers/ }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, parts.map);
  await page.keyboard.press('Home');
  await expect.poll(() => parts.related.count(), { timeout: 10_000 }).toBe(1);
  const first = await parts.details.getByRole('heading').first().textContent();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => parts.details.getByRole('heading').first().textContent()).not.toBe(first);
  await tabTo(page, parts.related.getByRole('button', { name: /why/i }).first(), 200);
  await page.keyboard.press('Enter');
  await parts.why.waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => parts.why.count()).toBe(0);
  await page.keyboard.press('/');
  await page.keyboard.type('lottery');
  await expect.poll(() => page.getByRole('option').first().textContent(), { timeout: 20_000 }).toMatch(/lottery/i);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => parts.details.getByRole('heading').first().textContent()).toMatch(/lottery/i);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const button = dialog.getByRole('button', { name: /^(Export|Save)/ });
  await tabTo(page, button);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect((await downloadedBytes(download)).length).toBeGreaterThan(1000);
});

test.for(['light', 'dark'] as const)('axe finds no serious fault in the %s theme: empty, map, paper, link, export', { timeout: LONG_MS }, async (theme) => {
  await page.emulateMedia({ colorScheme: theme });
  const parts = appParts(page);
  await page.getByRole('button', { name: 'Open sample' }).first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await openSample(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  await clickNode(page, 'lora-2021');
  await parts.related.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await parts.related.getByRole('button', { name: /why/i }).first().click();
  await parts.why.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Control+e');
  await page.getByRole('dialog').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
