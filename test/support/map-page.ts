import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Download, Locator, Page } from 'playwright-core';

/** The parts of Cytoscape's registration on the map's container that tests look at. */
interface RegisteredMap {
  _cyreg?: {
    cy: {
      nodes(selector?: string): { length: number; map<T>(each: (node: { id(): string; visible(): boolean }) => T): T[] };
      getElementById(id: string): { length: number; renderedPosition(): { x: number; y: number } };
      zoom(): number;
    };
  };
}

/** The window of the app as a user knows it: parts by role and name. */
export function appParts(page: Page) {
  const details = page.getByRole('region', { name: 'Details' });
  return {
    map: page.getByRole('application', { name: 'Map' }),
    topics: page.getByRole('region', { name: 'Topics' }),
    details,
    outline: page.getByRole('tree', { name: 'Map outline' }),
    search: page.getByRole('combobox', { name: 'Search' }).or(page.getByRole('searchbox', { name: 'Search' })),
    related: details.getByRole('list', { name: 'Related papers' }),
    concepts: details.getByRole('list', { name: 'Concepts' }),
    why: page.getByRole('region', { name: 'Why related' }),
    back: page.getByRole('button', { name: 'Back', exact: true }),
    forward: page.getByRole('button', { name: 'Forward', exact: true }),
    undo: page.getByRole('button', { name: 'Undo', exact: true }),
    redo: page.getByRole('button', { name: 'Redo', exact: true }),
    view: (name: 'Papers' | 'Concepts' | 'Both') => page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name }),
  };
}

/** Ids of the nodes on the map. */
export async function nodeIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const container = [...document.querySelectorAll('*')].find((element) => '_cyreg' in element) as RegisteredMap | undefined;
    return container?._cyreg?.cy.nodes().map((node) => node.id()) ?? [];
  });
}

/** Where a node is on the page, in CSS pixels. Throws where it is not on the map. */
export async function nodePlace(page: Page, id: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((wanted) => {
    const container = [...document.querySelectorAll('*')].find((element) => '_cyreg' in element);
    const node = (container as RegisteredMap | undefined)?._cyreg?.cy.getElementById(wanted);
    if (!container || !node || node.length === 0) return null;
    const box = container.getBoundingClientRect();
    const { x, y } = node.renderedPosition();
    return { x: box.x + x, y: box.y + y };
  }, id);
  if (!place) throw new Error(`“${id}” is not on the map`);
  return place;
}

/** Where a node is once the map has stopped moving. */
export async function restingPlace(page: Page, id: string): Promise<{ x: number; y: number }> {
  let before = await nodePlace(page, id);
  for (;;) {
    await page.waitForTimeout(120);
    const now = await nodePlace(page, id);
    if (now.x === before.x && now.y === before.y) return now;
    before = now;
  }
}

/** Clicks a node as a mouse does. */
export async function clickNode(page: Page, id: string): Promise<void> {
  const { x, y } = await restingPlace(page, id);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

/** Opens the built-in sample from the empty window and waits for the map. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open sample' }).first().click();
  await page.waitForFunction(() => [...document.querySelectorAll('*')].some((element) => '_cyreg' in element && ((element as RegisteredMap)._cyreg?.cy.nodes().length ?? 0) > 50), null, { timeout: 60_000 });
}

const FADE_LIMIT_MS = 2000;

/** Waits until what fades in has its colours: half-way there contrast is too low. */
async function atRest(page: Page): Promise<void> {
  await page.waitForTimeout(200);
  await page.evaluate(
    (limitMs) => Promise.race([Promise.allSettled(document.getAnimations().map((animation) => animation.finished)).then(() => undefined), new Promise<undefined>((done) => { setTimeout(done, limitMs); })]),
    FADE_LIMIT_MS,
  );
}

/**
 * Serious and critical faults, or those of the weights given, that axe finds on the page once it is at rest, a line each. Menus
 * float over the window: that they lie in none of its landmarks is no fault. `rules` are those of axe to look for; null for all.
 */
export async function accessibilityFaults(page: Page, impacts: readonly string[] = ['serious', 'critical'], rules: readonly string[] | null = null): Promise<string[]> {
  await atRest(page);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (only) => {
    const runner = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; impact?: string | null; nodes: { target: unknown[] }[] }[] }> } }).axe;
    const { violations } = await runner.run({ resultTypes: ['violations'], ...(only ? { runOnly: [...only] } : {}) });
    const floats = ({ target }: { target: unknown[] }) => document.querySelector(String(target[0]))?.closest('[data-portal]') !== null;
    return violations.map((fault) => (fault.id === 'region' ? { ...fault, nodes: fault.nodes.filter((node) => !floats(node)) } : fault)).filter(({ nodes }) => nodes.length > 0);
  }, rules);
  return found
    .filter(({ impact }) => impacts.includes(impact ?? ''))
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => String(node.target)).join(' | ')}`);
}

/** Exports by mouse: opens the dialog, chooses by radio button and saves; gives the file as text. */
export async function exportedText(page: Page, format: string, show: string | null = null): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Export the map' });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('radio', { name: format, exact: true }).check({ force: true });
  if (show !== null) await dialog.getByRole('radio', { name: show }).check({ force: true });
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: /^Save/ }).click()]);
  await dialog.waitFor({ state: 'detached' });
  return (await downloadedBytes(download)).toString('utf8');
}

/** What a download holds. */
export async function downloadedBytes(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

/** Presses Tab until the wanted element has the focus; throws after `limit` stops. */
export async function tabTo(page: Page, wanted: Locator, limit = 80): Promise<void> {
  for (let stop = 0; stop < limit; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it');
}

const ARROW_MS = 50;

/** Walks an open menu by arrow keys to an entry. While the menu comes up keys may be lost: what has the focus is looked at a moment after each. */
export async function arrowTo(page: Page, entry: Locator, limit = 40): Promise<void> {
  await entry.waitFor();
  for (let step = 0; step < limit; step++) {
    if (await entry.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(ARROW_MS);
  }
  throw new Error('Arrow keys do not reach the entry');
}
