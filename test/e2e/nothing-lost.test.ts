import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DIST_FOLDER } from '../../electron/hosts/start/project.ts';
import { generatedPapers } from '../bench/corpus.ts';
import { app, errors, page, withApp } from '../support/app-window.ts';
import { openSample } from '../support/map-page.ts';

const LONG_MS = 120_000;

withApp({ open: 'nothing', fresh: 'each test' });

test('a part of the window that fails leaves the rest, and is shown again on request', { timeout: LONG_MS }, async () => {
  await openSample(page);
  await page.route('**/api/call', async (route) => {
    if (route.request().postDataJSON().command !== 'concept.get') return route.fallback();
    return route.fulfill({ json: { ok: true, value: { aliases: 7, broader: 7, papers: 7 } } });
  });
  const details = page.getByRole('region', { name: 'Details' });
  await details.getByRole('button', { name: 'pruning', exact: true }).first().click();
  const fault = page.getByRole('alert').filter({ hasText: 'Details could not be shown' });
  await fault.waitFor();
  expect(errors.splice(0).join()).toContain('is not a function');
  await page.getByRole('application', { name: 'Map' }).waitFor();
  await page.unroute('**/api/call');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await fault.getByRole('button', { name: 'Show again' }).click();
  await details.getByText('About this map').waitFor();
});

test('what was changed a moment before the window closes is there the next time', { timeout: LONG_MS }, async () => {
  await openSample(page);
  await page.getByRole('radio', { name: 'Concepts' }).check({ force: true });
  await page.goto('about:blank');
  await page.goto(new URL(app.address()).origin);
  await expect.poll(() => page.getByRole('radio', { name: 'Concepts' }).isChecked()).toBe(true);
});

test('a second host on the same data says so and ends', { timeout: LONG_MS }, async () => {
  const second = spawn(process.execPath, [join(DIST_FOLDER, 'web.js'), '--no-open', '--data-folder', app.dataFolder], { stdio: ['ignore', 'ignore', 'pipe'] });
  let written = '';
  second.stderr.on('data', (chunk: Buffer) => { written += chunk.toString('utf8'); });
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(1);
  expect(written).toMatch(/running already on the same data \(process \d+\)/);
  await openSample(page);
});

test('a long import shows how far it is over all stages, never less than before, and the time that is left', { timeout: LONG_MS }, async () => {
  const lines = generatedPapers(4000).map(({ id, title, abstract, year }) => JSON.stringify({ id, title, abstract, year }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await (await chooser).setFiles({ name: 'large.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(lines.join('\n')) });
  const bar = page.getByRole('progressbar');
  await bar.waitFor({ timeout: 30_000 });
  const values: number[] = [];
  const times: string[] = [];
  while (await bar.isVisible()) {
    const seen = await page.evaluate(() => ({ value: document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow'), text: document.querySelector('.task-detail')?.textContent ?? '' }));
    if (seen.value !== null && seen.value !== undefined) values.push(Number(seen.value));
    if (seen.text.endsWith('left')) times.push(seen.text);
    await page.waitForTimeout(50);
  }
  expect(values.length).toBeGreaterThan(3);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(values.at(-1)).toBeGreaterThan(60);
  expect(times.length).toBeGreaterThan(0);
  await page.getByRole('status').filter({ hasText: /papers/ }).waitFor();
});
