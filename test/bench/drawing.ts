import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { buildHarness, loadHarness, removeHarness } from '../support/map-harness/open-harness.ts';

/** How one size of map draws: ours beside Cytoscape alone with all links and its default settings, in the same run. */
export interface DrawingMeasure {
  papers: number;
  links: number;
  /** From creating the view to the frame after its first picture, median of three. */
  firstPictureMs: number;
  panFps: number;
  /** Time of the page's main thread for each frame while panning. */
  panWorkMs: number;
  zoomFps: number;
  /** From asking for concepts in place of papers to the frame after their first picture. */
  conceptsMs: number;
  /** The longest task of the page's main thread while panning, zooming, and switching to concepts and back; 0 below 50 ms. */
  longestTaskMs: number;
  zoomWorkMs: number;
  baselineFirstPictureMs: number;
  baselinePanFps: number;
  baselinePanWorkMs: number;
  baselineZoomFps: number;
  baselineZoomWorkMs: number;
}

const FRAMES = 90;
const LIMIT_MS = 6000;
const SETTLE_MS = 1000;
const SIZE = { width: 1440, height: 900 };

/** Measures drawing, the whole map in sight in a window of 1440 × 900, for planted maps of these numbers of papers in a real Chromium. Takes some 20 s for each size. */
export async function measureDrawing(sizes: number[]): Promise<DrawingMeasure[]> {
  const folder = await buildHarness();
  const browser = await launchBrowser();
  try {
    const measures: DrawingMeasure[] = [];
    for (const papers of sizes) {
      const { page } = await browser.open('about:blank', SIZE);
      await loadHarness(page, folder);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
      await session.send('Performance.enable');
      await page.evaluate(() => globalThis.mapHarness.open(50));
      measures.push(await measureSize(page, session, papers));
      await page.context().close();
    }
    return measures;
  } finally {
    await browser.close();
    removeHarness(folder);
  }
}

async function measureSize(page: Page, session: CDPSession, papers: number): Promise<DrawingMeasure> {
  const firstPictureMs = await medianOfThree(() => page.evaluate((count) => globalThis.mapHarness.open(count), papers));
  const links = await page.evaluate(() => globalThis.mapHarness.links());
  await watchLongTasks(page);
  const pan = await measureGesture(page, session, 'pan');
  const zoom = await measureGesture(page, session, 'zoom');
  const conceptsMs = await page.evaluate(() => globalThis.mapHarness.switchTo('concepts'));
  await page.evaluate(() => globalThis.mapHarness.switchTo('papers'));
  await page.waitForTimeout(SETTLE_MS);
  const longestTaskMs = await longestTask(page);
  const baselineFirstPictureMs = await medianOfThree(() => page.evaluate((count) => globalThis.mapHarness.openPlain(count), papers));
  const baselinePan = await measureGesture(page, session, 'pan');
  const baselineZoom = await measureGesture(page, session, 'zoom');
  return {
    papers,
    links,
    firstPictureMs,
    panFps: pan.fps,
    panWorkMs: pan.workMs,
    zoomFps: zoom.fps,
    conceptsMs,
    longestTaskMs,
    zoomWorkMs: zoom.workMs,
    baselineFirstPictureMs,
    baselinePanFps: baselinePan.fps,
    baselinePanWorkMs: baselinePan.workMs,
    baselineZoomFps: baselineZoom.fps,
    baselineZoomWorkMs: baselineZoom.workMs,
  };
}

/** From now on keeps the lengths of tasks of 50 ms and more in the page. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const lengths: number[] = [];
    Object.assign(globalThis, { longTasks: lengths });
    new PerformanceObserver((list) => lengths.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
  });
}

async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks));
}

async function medianOfThree(measure: () => Promise<number>): Promise<number> {
  const [, middle = 0] = [await measure(), await measure(), await measure()].sort((a, b) => a - b);
  return middle;
}

async function measureGesture(page: Page, session: CDPSession, gesture: 'pan' | 'zoom'): Promise<{ fps: number; workMs: number }> {
  await page.waitForTimeout(SETTLE_MS);
  const before = await taskSeconds(session);
  const { frames, ms } = await page.evaluate(([name, count, limitMs]) => globalThis.mapHarness.move(name, count, limitMs), [gesture, FRAMES, LIMIT_MS] as const);
  const after = await taskSeconds(session);
  return { fps: (frames * 1000) / ms, workMs: ((after - before) * 1000) / frames };
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}
