import { beforeEach, expect, test } from 'vitest';
import { MAP_COLOURS } from '../../shared/palette.ts';
import { sequenceColour, topicColour } from '../../shared/palette.ts';
import { STAR_COLOUR } from '../../shared/star.ts';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, restingPlace, tabTo } from '../support/map-page.ts';
import { paintedPixels } from '../support/painted-colours.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 15_000 };

withApp({ open: 'sample', fresh: 'once' });

beforeEach(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await restingPlace(page, 'lora-2021');
});

/** Pixels of a star around a place of the window. */
async function starAt({ x, y }: { x: number; y: number }, reach = 22): Promise<number> {
  return paintedPixels(page, '.map-canvas', STAR_COLOUR.light, { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach });
}

/** Pixels of stars anywhere on the map. */
async function starsOnMap(): Promise<number> {
  return paintedPixels(page, '.map-canvas', STAR_COLOUR.light, { x: 0, y: 0, width: 1440, height: 900 });
}

const legend = () => page.getByRole('region', { name: 'Legend' });

test('a paper that is starred by mouse has a star on the map, and loses it when that is undone', { timeout: LONG_MS }, async () => {
  const { details, undo } = appParts(page);
  await expect.poll(() => starsOnMap()).toBe(0);
  await clickNode(page, 'lora-2021');
  await details.getByRole('button', { name: 'Star', exact: true }).click();
  await expect.poll(async () => starAt(await restingPlace(page, 'lora-2021')), SOON).toBeGreaterThan(15);
  await page.keyboard.press('Escape');
  await expect.poll(async () => starAt(await restingPlace(page, 'lora-2021')), SOON).toBeGreaterThan(15);
  await undo.click();
  await expect.poll(starsOnMap, SOON).toBe(0);
});

test('by keyboard: S stars the paper, concept or topic one is on, and each shows it on the map', { timeout: LONG_MS }, async () => {
  const { map, view, topics, undo } = appParts(page);
  await tabTo(page, map);
  await page.keyboard.press('Home');
  await page.keyboard.press('s');
  await expect.poll(starsOnMap, SOON).toBeGreaterThan(4);
  await page.keyboard.press('Control+z');
  await expect.poll(starsOnMap, SOON).toBe(0);
  await page.keyboard.press('2');
  await expect.poll(() => view('Concepts').isChecked(), SOON).toBe(true);
  await map.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('s');
  await expect.poll(starsOnMap, SOON).toBeGreaterThan(4);
  await page.keyboard.press('Control+z');
  await expect.poll(starsOnMap, SOON).toBe(0);
  await page.keyboard.press('1');
  await tabTo(page, topics.getByRole('button', { name: /\d+ papers/ }).first());
  await page.keyboard.press('Enter');
  await page.keyboard.press('s');
  await expect.poll(() => undo.isEnabled(), SOON).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await expect.poll(starsOnMap, SOON).toBeGreaterThan(4);
  await page.keyboard.press('Control+z');
  await expect.poll(starsOnMap, SOON).toBe(0);
});

test('the legend says what stars are and keeps to the starred papers, in both themes without a fault', { timeout: LONG_MS }, async () => {
  const { details, undo } = appParts(page);
  await clickNode(page, 'lora-2021');
  await details.getByRole('button', { name: 'Star', exact: true }).click();
  await legend().getByRole('button', { name: 'Legend' }).click();
  const starred = legend().getByRole('button', { name: /^Starred\s*1$/ });
  await starred.click();
  await expect.poll(() => starred.getAttribute('aria-pressed')).toBe('true');
  await page.getByText('1 of 100').first().waitFor();
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  await tabTo(page, starred);
  await page.keyboard.press('Enter');
  await expect.poll(() => starred.getAttribute('aria-pressed'), SOON).toBe('false');
  await undo.click();
  await expect.poll(() => starred.count(), SOON).toBe(0);
  await legend().getByRole('button', { name: 'Topic' }).click();
});

test('the minimap has the colours of the map: topics’ first, years’ once these colour the papers', { timeout: LONG_MS }, async () => {
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let turn = 0; turn < 4; turn++) await zoomIn.click();
  const minimap = page.getByRole('region', { name: 'Minimap' });
  await expect.poll(() => minimap.isVisible(), SOON).toBe(true);
  const painted = (colour: string) => paintedPixels(page, '.minimap', colour, { x: 0, y: 0, width: 1440, height: 900 });
  await expect.poll(() => painted(topicColour(0, 'light')), SOON).toBeGreaterThan(20);
  await expect.poll(() => painted(sequenceColour(1, 'light'))).toBe(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('colour by year');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(sequenceColour(1, 'light')), SOON).toBeGreaterThan(20);
  await expect.poll(() => painted(topicColour(0, 'light'))).toBe(0);
});

test('titles keep clear of the minimap, wherever the map is moved', { timeout: LONG_MS }, async () => {
  const { map } = appParts(page);
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let turn = 0; turn < 4; turn++) await zoomIn.click();
  const minimap = page.getByRole('region', { name: 'Minimap' });
  await expect.poll(() => minimap.isVisible(), SOON).toBe(true);
  const [beneath, whole] = await Promise.all([minimap.boundingBox(), map.boundingBox()]);
  if (!beneath || !whole) throw new Error('The map or its minimap has no place');
  const inkIn = (part: typeof whole) => paintedPixels(page, '.map-canvas', MAP_COLOURS.light.ink, part);
  await map.focus();
  for (const key of ['Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight']) {
    await page.keyboard.press(key);
    await restingPlace(page, 'lora-2021');
    await expect.poll(() => inkIn(beneath), SOON).toBe(0);
    await expect.poll(() => inkIn(whole), SOON).toBeGreaterThan(50);
  }
});
