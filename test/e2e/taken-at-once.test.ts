import type { Route } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { makeFailure } from '../../shared/failures.ts';
import { page, withApp } from '../support/app-window.ts';
import { appParts } from '../support/map-page.ts';

const LONG_MS = 120_000;
const CALLS = '**/api/call';

withApp({ open: 'sample', fresh: 'each test' });

afterEach(() => page.unroute(CALLS));

const heading = (name: string) => appParts(page).details.getByRole('heading', { name, level: 2 });
const workLine = () => page.locator('.work-line');
const says = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

/** Keeps edits from the engine until they are let through, or fails them. */
async function holdEdits(): Promise<{ end: (how: 'through' | 'failed') => void }> {
  let end: (how: 'through' | 'failed') => void = () => undefined;
  const ended = new Promise<'through' | 'failed'>((resolve) => (end = resolve));
  await page.route(CALLS, async (route: Route) => {
    const isEdit = /"command":"edit\./.test(route.request().postData() ?? '');
    if (isEdit && (await ended) === 'failed') await route.fulfill({ contentType: 'application/json', body: JSON.stringify({ ok: false, failure: makeFailure('host.connection') }) });
    else await route.fallback();
  });
  return { end };
}

async function goToConcept(name: string): Promise<void> {
  await appParts(page).search.fill(name);
  await page.getByRole('group', { name: 'Concepts' }).getByRole('option', { name, exact: true }).first().click();
  await heading(name).waitFor();
}

test('by keyboard: a concept’s new name stands in its place while the engine works, as one that is not settled', { timeout: LONG_MS }, async () => {
  await goToConcept('low-rank adaptation');
  await appParts(page).map.focus();
  const edits = await holdEdits();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name of the concept' }).waitFor();
  await page.keyboard.type('skinny matrices');
  await page.keyboard.press('Enter');
  await expect.poll(() => heading('skinny matrices').getAttribute('aria-busy')).toBe('true');
  await workLine().waitFor();
  edits.end('through');
  await says('is now called “skinny matrices”').waitFor();
  await expect.poll(() => heading('skinny matrices').getAttribute('aria-busy')).toBeNull();
  await workLine().waitFor({ state: 'detached' });
});

test('by mouse: a concept that is hidden shows at once that the click was taken, and when it was done', { timeout: LONG_MS }, async () => {
  await goToConcept('low-rank adaptation');
  const edits = await holdEdits();
  await appParts(page).details.getByRole('button', { name: 'Hide', exact: true }).click();
  await workLine().waitFor();
  edits.end('through');
  await says('Hid “low-rank adaptation”').waitFor();
  await workLine().waitFor({ state: 'detached' });
});

test('a name that could not be kept goes, and what went wrong is said', { timeout: LONG_MS }, async () => {
  await goToConcept('low-rank adaptation');
  const edits = await holdEdits();
  await appParts(page).details.getByRole('button', { name: 'Rename' }).click();
  await page.keyboard.type('skinny matrices');
  await page.keyboard.press('Enter');
  await heading('skinny matrices').waitFor();
  edits.end('failed');
  await page.getByRole('alert').first().waitFor();
  await heading('low-rank adaptation').waitFor();
  await workLine().waitFor({ state: 'detached' });
});
