import type { CDPSession, Page } from 'playwright-core';
import type { WebApp } from '../support/web-app.ts';

/** What opening a saved map costs. */
export interface OpeningMeasure {
  /** From the click until the frame after the first picture, by the page's own clock. */
  wallMs: number;
  /** Processor time of the page's main thread, until it has come to rest after it. */
  pageMs: number;
  /** Processor time of the host, all its threads, until the picture: then it gets ready for corrections. Null where the system does not tell. */
  hostMs: number | null;
}

const SETTLE_MS = 1500;
const OPEN_LIMIT_MS = 60_000;
const TIMES = 3;

/** What the page notes of its painting. */
interface PaintWatch {
  paintedAt: number | null;
  clickedAt: number | null;
}

/** Leaves the open library for a new one and comes back to it through the list of recent ones, three times; gives the median of each measure. */
export async function measureOpening(page: Page, app: Pick<WebApp, 'processorMs'>): Promise<OpeningMeasure> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await watchPainting(page);
  const measures: OpeningMeasure[] = [];
  for (let time = 0; time < TIMES; time++) measures.push(await reopen(page, session, app));
  await session.detach();
  const hostMs = measures.flatMap((each) => each.hostMs ?? []);
  return { wallMs: middle(measures.map((each) => each.wallMs)), pageMs: middle(measures.map((each) => each.pageMs)), hostMs: hostMs.length === TIMES ? middle(hostMs) : null };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function reopen(page: Page, session: CDPSession, app: Pick<WebApp, 'processorMs'>): Promise<OpeningMeasure> {
  const menu = page.getByRole('button', { name: /^Library/ });
  await menu.click();
  await page.getByRole('menuitem', { name: 'New library' }).click();
  await page.getByRole('button', { name: 'Open sample' }).first().waitFor();
  await menu.click();
  const recent = page.getByRole('menuitem', { name: /Papers/ }).first();
  await recent.waitFor();
  await page.waitForTimeout(SETTLE_MS);
  const before = { page: await threadMs(session), host: app.processorMs() };
  await page.evaluate(() => Object.assign(window, { paintedAt: null, clickedAt: null }));
  await recent.click();
  await page.waitForFunction(() => (window as unknown as PaintWatch).paintedAt !== null, null, { timeout: OPEN_LIMIT_MS, polling: 100 });
  const host = app.processorMs();
  await page.waitForTimeout(SETTLE_MS);
  const after = { page: await threadMs(session), host };
  const wallMs = await page.evaluate(() => {
    const { paintedAt, clickedAt } = window as unknown as PaintWatch;
    return (paintedAt ?? 0) - (clickedAt ?? 0);
  });
  return { wallMs, pageMs: after.page - before.page, hostMs: before.host === null || after.host === null ? null : after.host - before.host };
}

/** Notes when something was clicked, and when the frame after the map's next picture begins: the browser begins it when that picture is handed over. Reading the picture back would make the browser wait for seconds. */
async function watchPainting(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = window as unknown as PaintWatch;
    addEventListener('click', ({ timeStamp }) => { watch.clickedAt ??= timeStamp; }, { capture: true });
    const fill = Reflect.get(CanvasRenderingContext2D.prototype, 'fill') as () => void;
    let isNoting = false;
    CanvasRenderingContext2D.prototype.fill = function (this: CanvasRenderingContext2D, ...given: unknown[]): void {
      Reflect.apply(fill, this, given);
      if (isNoting || watch.paintedAt !== null || watch.clickedAt === null || !this.canvas.closest('[role="application"]')) return;
      isNoting = true;
      requestAnimationFrame(() => requestAnimationFrame(() => {
        watch.paintedAt = performance.now();
        isNoting = false;
      }));
    };
  });
}

/** Processor time of the page's main thread so far. The duration of its tasks would be that of the clock. */
async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
}
