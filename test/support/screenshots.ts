import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { appParts, clickNode, openSample } from './map-page.ts';
import { startWebApp } from './web-app.ts';

/*
 * Pictures of the real app for README and for looking at: node test/support/screenshots.ts [--out docs] [--files FILE]
 * Each theme and window size, with the sample (or the files) open: the map, a paper, why two are linked.
 */

const SIZES = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 700 },
];
const SETTLE_MS = 900;

const { values } = parseArgs({ options: { out: { type: 'string', default: 'docs' }, file: { type: 'string' }, name: { type: 'string', default: 'sample' }, all: { type: 'boolean', default: false } } });
mkdirSync(values.out, { recursive: true });
const browser = await launchBrowser();
for (const theme of ['light', 'dark'] as const) {
  for (const { name, width, height } of SIZES) {
    const app = await startWebApp({ files: values.file === undefined ? [] : [values.file] });
    const { page, errors } = await browser.open(app.address(), { width, height, theme });
    const shoot = async (what: string) => {
      await page.waitForTimeout(SETTLE_MS);
      await page.screenshot({ path: join(values.out, `${values.name}${what}-${theme}-${name}.png`) });
    };
    if (values.all) await shoot('-empty');
    if (values.file === undefined) await openSample(page);
    else await page.waitForTimeout(8000);
    await page.getByRole('status').getByRole('button', { name: /dismiss|close/i }).click({ timeout: 2000 }).catch(() => undefined);
    await page.mouse.move(5, height - 5);
    if (values.all) await shoot('-map');
    if (values.file === undefined) {
      await clickNode(page, 'lora-2021');
      await page.mouse.move(width / 2, height - 5);
      await shoot('');
      const { related, why } = appParts(page);
      await related.getByRole('button', { name: /why/i }).first().click();
      await why.waitFor();
      if (values.all) await shoot('-why');
    }
    if (errors.length > 0) console.log(theme, name, errors);
    await page.context().close();
    await app.remove();
  }
}
await browser.close();
