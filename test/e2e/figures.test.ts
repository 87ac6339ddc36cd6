import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { figureOptionsSchema } from '../../shared/export-options.ts';
import { drawFigure } from '../../shared/figure.ts';
import type { TopicMap } from '../../shared/topic-map.ts';
import { app, page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, downloadedBytes, exportedText, nodeIds, tabTo } from '../support/map-page.ts';
import { mockBridge, mockOptions } from '../support/mock-bridge.ts';
import { SUBTOPICS, withSubtopics } from '../support/planted-subtopics.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 60_000 };
const PAPERS = 540;

withApp({ open: { planted: PAPERS }, fresh: 'once' });

const dialogOf = (on: Page) => on.getByRole('dialog', { name: 'Export the map' });
const preview = (on: Page) => dialogOf(on).getByRole('img', { name: 'The figure as it will be saved' });

/** The labels on the map of a figure, the lines of each joined by a space. */
function labelsOf(svg: string): string[] {
  const labels = svg.match(/<text text-anchor="middle" fill="#[^]*?<\/text>/g) ?? [];
  return labels.map((label) => [...label.matchAll(/<tspan [^>]*>([^<]*)</g)].map(([, text]) => text).join(' '));
}

const countOf = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;
/** Discs of the map itself, those of the legend left out. */
const discsOnMap = (svg: string) => countOf(svg.slice(0, svg.lastIndexOf('<g transform')), /<circle /g);

test('a figure of the overview, saved by mouse, has its bubbles with names and counts, and no papers; twice the same bytes', { timeout: LONG_MS }, async () => {
  const map = JSON.parse(await exportedText(page, 'JSON')) as TopicMap;
  expect(map.papers).toHaveLength(PAPERS);
  expect(map.topics.length).toBeGreaterThan(5);
  const svg = await exportedText(page, 'SVG');
  expect(discsOnMap(svg)).toBe(map.topics.length);
  const labels = labelsOf(svg);
  expect(map.topics.filter(({ label, papers }) => !labels.includes(`${label.split(' · ')[0]} ${papers}`))).toEqual([]);
  expect(labels).toHaveLength(map.topics.length);
  expect(svg).toContain(`${PAPERS} papers · ${map.topics.length} topics · bubbles are as large as topics have papers`);
  expect(await exportedText(page, 'SVG')).toBe(svg);
});

test('by keyboard the whole map is saved with every paper, and its topics alone', { timeout: LONG_MS }, async () => {
  const saveShowing = async (choice: string, steps: number) => {
    await page.keyboard.press('Control+e');
    const dialog = dialogOf(page);
    await expect.poll(() => dialog.getByRole('button', { name: 'Save PNG' }).evaluate((button) => button === document.activeElement), SOON).toBe(true);
    await tabTo(page, dialog.getByRole('radiogroup', { name: 'Format' }));
    await page.keyboard.press('ArrowRight');
    await dialog.getByRole('button', { name: 'Save SVG' }).waitFor();
    await tabTo(page, dialog.getByRole('radiogroup', { name: 'Show' }));
    for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => dialog.getByRole('radio', { name: choice }).isChecked(), SOON).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    await dialog.waitFor({ state: 'detached' });
    return (await downloadedBytes(download)).toString('utf8');
  };
  expect(discsOnMap(await saveShowing('The whole map', 1))).toBe(PAPERS);
  const topics = await saveShowing('Topics only', 2);
  expect(discsOnMap(topics)).toBeGreaterThan(5);
  expect(discsOnMap(topics)).toBeLessThan(60);
});

test('a star is drawn and named in the legend, and what is selected stands out; the whole map has neither', { timeout: LONG_MS }, async () => {
  const search = appParts(page).search;
  await search.click();
  await search.fill('study 17');
  await page.getByRole('option').first().click();
  await expect.poll(() => page.getByRole('region', { name: 'Details' }).getByRole('button', { name: /star/i }).count(), SOON).toBeGreaterThan(0);
  await appParts(page).map.focus();
  await page.keyboard.press('s');
  await expect.poll(() => page.getByRole('button', { name: 'Undo', exact: true }).isEnabled(), SOON).toBe(true);
  const svg = await exportedText(page, 'SVG');
  expect(svg).toMatch(/Starred<\/text><text [^>]*>1</);
  expect(svg).toContain('<g opacity="0.22">');
  const whole = await exportedText(page, 'SVG', 'The whole map');
  expect(whole).not.toContain('Starred');
  expect(whole).not.toContain('<g opacity="0.22">');
});

test.each(['light', 'dark'] as const)('the dialog shows the figure before it is saved, and follows every choice, without faults for assistive technology: %s', { timeout: LONG_MS }, async (theme) => {
  await page.emulateMedia({ colorScheme: theme });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = dialogOf(page);
  const address = () => preview(page).evaluateAll((images) => images[0]?.getAttribute('src') ?? null);
  await expect.poll(address, SOON).toMatch(/^blob:/);
  const first = await address();
  await dialog.getByRole('radio', { name: 'The whole map' }).check({ force: true });
  await expect.poll(async () => (await address()) !== first && dialog.getByText('3,200 × 2,000 pixels').isVisible(), SOON).toBe(true);
  await dialog.getByRole('radio', { name: '4×' }).check({ force: true });
  await expect.poll(() => dialog.getByText('6,400 × 4,000 pixels').isVisible(), SOON).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('radio', { name: 'GEXF' }).check({ force: true });
  await expect.poll(() => preview(page).count()).toBe(0);
  await expect.poll(() => dialog.getByText('The file holds the whole map').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

describe('with sub-topics on the screen', () => {
  let host: Page;

  beforeAll(async () => {
    const options = mockOptions(600, { start: 'library' });
    const map = withSubtopics(options.library.state.map!, 't0');
    options.library.state.map = map;
    host = await page.context().newPage();
    host.setDefaultTimeout(SOON.timeout);
    await host.emulateMedia({ reducedMotion: 'reduce' });
    await host.exposeFunction('drawExport', ({ format, figure }: { format: string; figure: object }) => (format === 'svg' ? drawFigure(map, figureOptionsSchema.parse(figure)) : ''));
    await mockBridge(host, options);
    await host.goto(new URL(app.address()).origin);
    await appParts(host).map.waitFor();
  }, LONG_MS);

  test('a figure of the screen has their names and outlines, and no bubbles, saved by mouse after zooming by keyboard', { timeout: LONG_MS }, async () => {
    const zoom = () => appParts(host).map.evaluate((container) => (container as unknown as { _cyreg: { cy: { zoom(): number } } })._cyreg.cy.zoom());
    await expect.poll(async () => (await nodeIds(host)).length, SOON).toBe(600);
    const fitted = await zoom();
    await appParts(host).map.focus();
    await host.keyboard.press('+');
    await expect.poll(async () => (await zoom()) / fitted, SOON).toBeGreaterThan(1.3);
    const svg = await exportedText(host, 'SVG');
    const labels = labelsOf(svg);
    expect(labels).toEqual(expect.arrayContaining(SUBTOPICS.map(({ label }) => label)));
    expect(labels.filter((label) => /\d$/.test(label))).toEqual([]);
    expect(countOf(svg, /stroke-width="1" opacity="0\.\d+"/g)).toBeGreaterThanOrEqual(3);
  });
});
