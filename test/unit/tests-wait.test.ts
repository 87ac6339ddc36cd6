import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const BROWSER_TESTS = join(import.meta.dirname, '../e2e');

/** A locator read once: `expect(await list.count())`. The page may be one frame behind on a busy machine. */
const READ_ONCE = /expect\(await [^\n]*\.(?:count|allTextContents|allInnerTexts|isVisible|isHidden|textContent|innerText|inputValue|isChecked|getAttribute|isEnabled|isDisabled)\([^()\n]*\)\)/;

function readsOnce(source: string): string[] {
  return source.split('\n').filter((line) => READ_ONCE.test(line)).map((line) => line.trim());
}

test('browser tests wait for what the page is to show: expect.poll, never a locator read once', () => {
  const found = readdirSync(BROWSER_TESTS).flatMap((name) => readsOnce(readFileSync(join(BROWSER_TESTS, name), 'utf8')).map((line) => `${name}: ${line}`));
  expect(found).toEqual([]);
});

test('a locator read once is told from one that is waited for', () => {
  expect(readsOnce("expect(await page.getByRole('row').count()).toBe(3);")).toHaveLength(1);
  expect(readsOnce("await expect.poll(() => page.getByRole('row').count()).toBe(3);")).toEqual([]);
});
