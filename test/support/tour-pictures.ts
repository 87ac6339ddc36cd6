import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { appParts, clickNode, openSample } from './map-page.ts';
import { startWebApp } from './web-app.ts';

/* Pictures of the README's three minutes, taken from the real app with the sample: node test/support/tour-pictures.ts [--out docs] */

const SIZE = { width: 1280, height: 800 };
const SETTLE_MS = 900;

const { values } = parseArgs({ options: { out: { type: 'string', default: 'docs' } } });
mkdirSync(values.out, { recursive: true });
const app = await startWebApp();
const browser = await launchBrowser();
const { page, errors } = await browser.open(app.address(), SIZE);
const { topics, related, why, map } = appParts(page);

async function shoot(name: string): Promise<void> {
  await page.mouse.move(SIZE.width / 2, 2);
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: join(values.out, `tour-${name}.png`) });
}

/** Puts away the guide's invitation and what was said about the import. */
async function tidy(): Promise<void> {
  for (const name of [/^no, thanks/i, /^dismiss/i]) await page.getByRole('button', { name }).first().click({ timeout: 3000 }).catch(() => undefined);
}

async function pick(target: Page, words: string): Promise<void> {
  const dialog = target.getByRole('dialog');
  await dialog.getByRole('combobox').waitFor();
  await target.keyboard.type(words, { delay: 40 });
  await target.waitForTimeout(SETTLE_MS);
  await target.keyboard.press('Enter');
}

await openSample(page);
await tidy();
await shoot('map');
await map.focus();
await page.keyboard.press('y');
await topics.getByRole('button', { name: /low-rank adaptation.*\d+ papers/i }).click();
await shoot('topic');
await map.focus();
await page.keyboard.press('y');
await page.getByRole('button', { name: 'Fit the map' }).click();
await clickNode(page, 'lora-2021');
await related.waitFor();
await shoot('paper');
await related.getByRole('button', { name: /why/i }).first().click();
await why.locator('mark').first().waitFor();
await shoot('why');
await clickNode(page, 'lora-2021');
await page.keyboard.press('p');
await pick(page, 'grokking tickets');
await page.getByRole('list', { name: 'Papers on the path' }).waitFor();
await shoot('path');
await page.getByRole('tab', { name: /^Review/ }).click();
await page.waitForTimeout(SETTLE_MS);
await shoot('review');
if (errors.length > 0) console.log(errors);
await browser.close();
await app.remove();
