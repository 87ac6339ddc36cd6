import { createCanvas } from '@napi-rs/canvas';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/start/build.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { comparePictures, halfSize } from '../support/compare-pictures.ts';
import { LOOKS, LOOKS_FOLDER, takeLook, type Look } from '../support/looks.ts';

/** Part of a screen's blocks that may differ: about one short label of a map. */
const TOLERANCE = 0.002;
const LONG_MS = 120_000;

let browser: TestBrowser;

beforeAll(async () => {
  await ensureBuilt();
  browser = await launchBrowser();
}, LONG_MS);

afterAll(async () => {
  await browser?.close();
});

const keptLook = (name: string) => join(LOOKS_FOLDER, `${name}.png`);

/** How the screen differs from the kept picture, in words; null where it does not. */
async function difference(look: Look): Promise<string | null> {
  const actual = await takeLook(browser, look);
  const { changed, places } = await comparePictures(readFileSync(keptLook(look.name)), actual);
  if (changed <= TOLERANCE) return null;
  const file = join(mkdtempSync(join(tmpdir(), 'concept-atlas-look-')), `${look.name}.png`);
  writeFileSync(file, actual);
  const where = places.map(({ x, y }) => `${x * 2},${y * 2}`).join(' ');
  return `${look.name} looks different in ${(changed * 100).toFixed(2)} % of the screen, first at ${where}. See ${file}; if it is meant so, run: node test/support/keep-looks.ts ${look.name}`;
}

/** The pictures hold for the Chromium that comes with the packages; another browser draws letters otherwise. */
const ownBrowser = process.env.ATLAS_TEST_BROWSER !== undefined;

describe.skipIf(ownBrowser)('the screens look as they were kept (skipped in a browser of one’s own)', () => {
  test.for(LOOKS.filter(({ name }) => existsSync(keptLook(name))))('$name', { timeout: LONG_MS }, async (look) => {
    expect(await difference(look)).toBeNull();
  });

  test('every screen has its kept picture', () => {
    expect(LOOKS.filter(({ name }) => !existsSync(keptLook(name))).map(({ name }) => name)).toEqual([]);
  });
});

describe.skipIf(ownBrowser)('the comparison', () => {
  const [map] = LOOKS;

  test('sees one hidden topic and text one pixel larger', { timeout: LONG_MS }, async () => {
    if (!map) throw new Error('no screen is kept');
    const hidden = await difference({ ...map, prepare: async (page) => page.getByRole('checkbox', { name: /^Show / }).first().uncheck({ force: true }) });
    expect(hidden).toContain('looks different');
    const larger = await difference({ ...map, prepare: async (page) => page.evaluate(() => { document.body.style.fontSize = '14px'; }) });
    expect(larger).toContain('looks different');
  });

  test('does not mind a shade of rounding', async () => {
    const picture = (blue: number) => {
      const canvas = createCanvas(64, 64);
      const context = canvas.getContext('2d');
      context.fillStyle = `rgb(200 210 ${blue})`;
      context.fillRect(0, 0, 64, 64);
      return halfSize(canvas.toBuffer('image/png'));
    };
    expect(await comparePictures(await picture(220), await picture(226))).toMatchObject({ changed: 0 });
    expect((await comparePictures(await picture(220), await picture(100))).changed).toBe(1);
  });
});
