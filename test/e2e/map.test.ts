import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TopicMap } from '../../shared/topic-map.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildHarness, loadHarness, removeHarness } from '../support/map-harness/open-harness.ts';
import type { SceneChange } from '../support/map-harness/harness.ts';
import { nodeIds, nodePlace } from '../support/map-page.ts';
import { tinyMap } from '../support/tiny-map.ts';

const SIZE = { width: 900, height: 700 };

let folder: string;
let browser: TestBrowser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  folder = await buildHarness();
  browser = await launchBrowser();
  ({ page, errors } = await browser.open('about:blank', SIZE));
  await loadHarness(page, folder);
});

afterAll(async () => {
  await browser?.close();
  if (folder) removeHarness(folder);
});

beforeEach(async () => {
  await page.setViewportSize(SIZE);
  await page.mouse.move(1, 1);
});

const open = (source: number | TopicMap, scene: SceneChange = {}) => page.evaluate(([wanted, change]) => globalThis.mapHarness.open(wanted, change), [source, scene] as const);
const change = (scene: SceneChange) => page.evaluate((wanted) => globalThis.mapHarness.change(wanted), scene);
const reported = (name: string) => page.evaluate((wanted) => globalThis.mapHarness.events.filter((event) => event.name === wanted).map(({ value }) => value), name);
const lastReported = async (name: string) => (await reported(name)).at(-1);
const zoom = () => page.evaluate(() => globalThis.mapHarness.view?.viewport().zoom ?? 0);

/** Waits until the map has reported something of a kind, `count` times. */
async function waitForReport(name: string, count = 1): Promise<unknown> {
  await page.waitForFunction(([wanted, times]) => globalThis.mapHarness.events.filter((event) => event.name === wanted).length >= times, [name, count] as const);
  return lastReported(name);
}

/** Share of the pixels of the map that differ from the ground. */
async function inked(): Promise<number> {
  return page.evaluate(() => {
    let drawn = 0;
    let all = 0;
    for (const canvas of document.querySelectorAll('canvas')) {
      const { width, height } = canvas;
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      for (let place = 3; place < data.length; place += 400) drawn += data[place] === 0 ? 0 : 1;
      all = Math.max(all, data.length / 400);
    }
    return drawn / all;
  });
}

describe('what is drawn', () => {
  test('every paper is on the map by its id, and the canvas is not empty', async () => {
    await open(56);
    expect((await nodeIds(page)).length).toBe(56);
    await expect.poll(() => inked()).toBeGreaterThan(0.02);
  });

  test('views swap papers and concepts; a hidden topic leaves the map and comes back to its place', async () => {
    await open(tinyMap());
    const before = await nodePlace(page, 'p3');
    await change({ view: 'concepts' });
    expect((await nodeIds(page)).toSorted()).toEqual(['initialization', 'lora', 'pruning']);
    await change({ view: 'papers', hiddenTopics: ['t2'] });
    expect((await nodeIds(page)).toSorted()).toEqual(['p1', 'p2', 'p5']);
    await change({ hiddenTopics: [] });
    await page.evaluate(() => globalThis.mapHarness.view?.fit());
    await expect.poll(() => nodePlace(page, 'p3')).toEqual(before);
  });

  test('selecting, searching and recolouring move no paper', async () => {
    await open(56);
    const before = await nodePlace(page, 'p00007');
    await change({ selection: { kind: 'paper', id: 'p00003' } });
    await change({ matches: ['p00001'] });
    await change({ theme: 'dark', focusedTopic: 't1', matches: null });
    await expect.poll(() => nodePlace(page, 'p00007')).toEqual(before);
  });

  test('a page with a strict policy is not asked for a style element', async () => {
    await open(56);
    expect(await page.evaluate(() => document.getElementById('__________cytoscape_stylesheet')?.tagName)).toBe('META');
  });
});

describe('the mouse', () => {
  test('a click on a paper selects it, a click on the empty ground nothing', async () => {
    await open(tinyMap());
    const { x, y } = await nodePlace(page, 'p4');
    await page.mouse.click(x, y);
    await expect.poll(() => lastReported('select')).toEqual({ kind: 'paper', id: 'p4' });
    await page.mouse.click(SIZE.width - 20, SIZE.height - 20);
    await expect.poll(() => lastReported('select')).toBeNull();
  });

  test('a click on the line between two papers selects their link', async () => {
    await open(tinyMap());
    const from = await nodePlace(page, 'p1');
    const to = await nodePlace(page, 'p3');
    await page.mouse.click(from.x + (to.x - from.x) * 0.45, from.y + (to.y - from.y) * 0.45);
    await expect.poll(() => lastReported('select')).toEqual({ kind: 'link', source: 'p1', target: 'p3' });
  });

  test('a click on the name of a topic selects the topic', async () => {
    await open(tinyMap());
    const name = await page.evaluate(() => globalThis.mapHarness.nameOfTopic('t1'));
    await page.mouse.click(name.x, name.y);
    await expect.poll(() => lastReported('select')).toEqual({ kind: 'topic', id: 't1' });
  });

  test('pointing at a paper reports it, leaving it reports nothing', async () => {
    await open(tinyMap());
    const { x, y } = await nodePlace(page, 'p2');
    await page.mouse.move(x - 3, y);
    await page.mouse.move(x, y);
    expect(await waitForReport('hover')).toBe('p2');
    await page.mouse.move(SIZE.width - 20, SIZE.height - 20);
    expect(await waitForReport('hover', 2)).toBeNull();
  });

  test('dragging a paper reports where it was dropped, and it stays there', async () => {
    await open(tinyMap());
    const { x, y } = await nodePlace(page, 'p5');
    const scale = await zoom();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y - 20, { steps: 4 });
    await page.mouse.up();
    const [moved] = (await waitForReport('move')) as { id: string; x: number; y: number }[];
    expect(moved?.id).toBe('p5');
    expect(moved?.x).toBeCloseTo(30 / scale, 0);
    expect(moved?.y).toBeCloseTo(90 - 20 / scale, 0);
  });

  test('the wheel zooms about the pointer', async () => {
    await open(56);
    const before = await zoom();
    const { x, y } = await nodePlace(page, 'p00009');
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -120);
    await waitForReport('viewport');
    await expect.poll(() => zoom()).toBeGreaterThan(before * 1.15);
    const after = await nodePlace(page, 'p00009');
    expect(Math.hypot(after.x - x, after.y - y)).toBeLessThan(1.5);
  });

  test('dragging the ground pans, a double click zooms in', async () => {
    await open(tinyMap());
    const before = await nodePlace(page, 'p1');
    await page.mouse.move(20, 650);
    await page.mouse.down();
    await page.mouse.move(80, 620, { steps: 4 });
    await page.mouse.up();
    const after = await nodePlace(page, 'p1');
    expect(after.x - before.x).toBeCloseTo(60, 0);
    expect(after.y - before.y).toBeCloseTo(-30, 0);
    const zoomBefore = await zoom();
    await page.mouse.dblclick(20, 650);
    await expect.poll(() => zoom()).toBeGreaterThan(zoomBefore * 1.5);
  });
});

describe('the viewport', () => {
  test('travelling puts the paper in the middle', async () => {
    await open(56);
    await page.evaluate(() => globalThis.mapHarness.view?.travelTo({ kind: 'paper', id: 'p00040' }));
    const { x, y } = await nodePlace(page, 'p00040');
    expect(Math.abs(x - SIZE.width / 2)).toBeLessThan(1);
    expect(Math.abs(y - SIZE.height / 2)).toBeLessThan(1);
  });

  test('travelling takes a moment unless motion is reduced', async () => {
    await open(56, { reducedMotion: false });
    const isThereAtOnce = await page.evaluate(() => {
      const before = globalThis.mapHarness.view?.viewport();
      globalThis.mapHarness.view?.travelTo({ kind: 'paper', id: 'p00040' });
      const after = globalThis.mapHarness.view?.viewport();
      return before?.x !== after?.x || before?.zoom !== after?.zoom;
    });
    expect(isThereAtOnce).toBe(false);
    await expect.poll(async () => Math.abs((await nodePlace(page, 'p00040')).x - SIZE.width / 2)).toBeLessThan(1);
  });

  test('a fitted map stays fitted when the window changes, a moved one keeps its middle', async () => {
    await open(56);
    const fitted = await zoom();
    await page.setViewportSize({ width: 600, height: 700 });
    await page.waitForFunction((before) => (globalThis.mapHarness.view?.viewport().zoom ?? before) < before, fitted);
    expect(await reported('viewport')).toEqual([]);
    await page.evaluate(() => globalThis.mapHarness.view?.setViewport({ zoom: 2, x: 10, y: 20 }));
    await page.setViewportSize(SIZE);
    await page.waitForFunction((width) => Math.abs((globalThis.mapHarness.view?.window().width ?? 0) - width / 2) < 1, SIZE.width);
    const after = await page.evaluate(() => globalThis.mapHarness.view?.viewport());
    expect(after?.zoom).toBe(2);
    expect(after?.x).toBeCloseTo(10, 0);
    expect(after?.y).toBeCloseTo(20, 0);
  });

  test('a kept viewport comes back as it was', async () => {
    await open(56);
    const kept = { zoom: 1.7, x: -35, y: 12 };
    const shown = await page.evaluate((viewport) => {
      globalThis.mapHarness.view?.setViewport(viewport);
      return globalThis.mapHarness.view?.viewport();
    }, kept);
    expect(shown?.zoom).toBe(1.7);
    expect(shown?.x).toBeCloseTo(-35, 6);
    expect(shown?.y).toBeCloseTo(12, 6);
  });
});

describe('the keyboard', () => {
  test('Home selects the most linked paper, arrows walk on from the selected one', async () => {
    await open(tinyMap());
    await page.evaluate(() => globalThis.mapHarness.view?.focus());
    await page.keyboard.press('Home');
    await expect.poll(() => lastReported('select')).toEqual({ kind: 'paper', id: 'p1' });
    await change({ selection: { kind: 'paper', id: 'p1' } });
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => lastReported('select')).toEqual({ kind: 'paper', id: 'p3' });
  });

  test('Enter selects, Escape clears, plus and minus zoom, zero shows all, Tab leaves', async () => {
    await open(tinyMap());
    await page.evaluate(() => globalThis.mapHarness.view?.focus());
    await page.keyboard.press('Enter');
    await expect.poll(() => lastReported('select')).toMatchObject({ kind: 'paper' });
    await change({ selection: { kind: 'paper', id: 'p2' } });
    await page.keyboard.press('Escape');
    await expect.poll(() => lastReported('select')).toBeNull();
    const fitted = await zoom();
    await page.keyboard.press('+');
    await expect.poll(() => zoom()).toBeGreaterThan(fitted);
    await page.keyboard.press('0');
    await expect.poll(() => zoom()).toBeCloseTo(fitted, 9);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('map');
  });
});

describe('a large map', () => {
  test('opens as an overview: a click on a bubble selects its topic, Enter zooms into it, and papers can be clicked there', async () => {
    await open(2000);
    const fitted = await zoom();
    const name = await page.evaluate(() => globalThis.mapHarness.nameOfTopic('t0'));
    await page.mouse.click(name.x, name.y);
    await expect.poll(() => lastReported('select')).toEqual({ kind: 'topic', id: 't0' });
    await change({ selection: { kind: 'topic', id: 't0' } });
    await page.keyboard.press('Enter');
    await expect.poll(zoom).toBeGreaterThan(fitted * 1.2);
  });

  test('has all its papers in Cytoscape, by their ids, soon after', async () => {
    await open(2000);
    await expect.poll(async () => (await nodeIds(page)).length, { timeout: 20_000 }).toBe(2000);
    await change({ view: 'concepts' });
    await expect.poll(async () => (await nodeIds(page)).some((id) => id.startsWith('p')), { timeout: 20_000 }).toBe(false);
  });
});

test('destroying the view leaves nothing behind, and a new one can take its place', async () => {
  await open(56);
  await page.evaluate(() => globalThis.mapHarness.view?.destroy());
  expect(await page.evaluate(() => document.querySelectorAll('#map canvas').length)).toBe(0);
  await open(tinyMap());
  expect((await nodeIds(page)).length).toBe(5);
});

test('while panning 500 papers the main thread works less than half as long as with Cytoscape’s defaults', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  const workMs = async () => {
    const seconds = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    await page.waitForTimeout(500);
    const before = await seconds();
    const { frames } = await page.evaluate(() => globalThis.mapHarness.move('pan', 20, 4000));
    return ((await seconds()) - before) * (1000 / frames);
  };
  await open(500);
  const ours = await workMs();
  await page.evaluate(() => globalThis.mapHarness.openPlain(500));
  expect(ours).toBeLessThan((await workMs()) / 2);
});

test('nothing of all this wrote an error', () => {
  expect(errors).toEqual([]);
});
