import type { Page } from 'playwright-core';

const LIMIT_MS = 60_000;

/** Parts of the window by selectors that take no time (see exploring.ts). */
const PARTS = {
  search: 'input[aria-label="Search"]',
  concepts: '[role="group"][aria-label="Concepts"] [role="option"]',
  details: '[aria-label="Details"]',
  dialog: '[role="dialog"]',
  slider: '#resolution',
  status: '[role="status"]',
  topics: '[aria-label="Topics"]',
  map: '[role="application"]',
} as const;

/** An edit as it is made by hand: what leads to it, and its last step. */
export interface PageEdit {
  name: string;
  prepare: (page: Page) => Promise<unknown>;
  act: (page: Page) => Promise<unknown>;
  /** What the page says when it is done; null where only topics change. */
  says: string | null;
}

/** Edits of a large map. */
export const PAGE_EDITS: readonly PageEdit[] = [
  { name: 'rename a concept', prepare: beginRenaming, act: (page) => page.keyboard.press('Enter'), says: 'is now called' },
  { name: 'merge two concepts', prepare: beginMerging, act: (page) => page.keyboard.press('Enter'), says: 'Merged' },
  { name: 'hide a concept', prepare: (page) => goToConcept(page, 'reinforcement'), act: (page) => page.locator(`${PARTS.details} button`, { hasText: 'Hide' }).click(), says: 'Hid' },
  { name: 'change the resolution', prepare: (page) => page.locator(PARTS.slider).focus(), act: (page) => page.keyboard.press('End'), says: null },
  { name: 'undo', prepare: (page) => page.locator(PARTS.map).focus(), act: (page) => page.keyboard.press('Control+z'), says: 'Undone' },
];

/** The line that runs while something is being done. */
const WORK_LINE = '.work-line';

/** Milliseconds by the page's clock from the key or click of an act until a frame shows that it was taken: the line of running work; null where the act was done before it would come. */
export async function untilTaken(page: Page, act: () => Promise<unknown>): Promise<number | null> {
  await page.evaluate((line) => {
    const watch = window as unknown as TakenWatch;
    watch.takenMs = null;
    const begin = ({ timeStamp }: Event) => {
      for (const type of ['keydown', 'click']) removeEventListener(type, begin, { capture: true });
      const look = () => {
        const shown = document.querySelector(line);
        if (shown && Number(getComputedStyle(shown).opacity) > 0) watch.takenMs = performance.now() - timeStamp;
        else if (performance.now() - timeStamp < 10_000) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    for (const type of ['keydown', 'click']) addEventListener(type, begin, { capture: true });
  }, WORK_LINE);
  await act();
  return page.evaluate(() => (window as unknown as TakenWatch).takenMs);
}

interface TakenWatch {
  takenMs: number | null;
}

/** Milliseconds from an act until the page has said what came of it, or shows other topics, and has painted twice. */
export async function untilDrawn(page: Page, act: () => Promise<unknown>, says: string | null): Promise<number> {
  const before = await topicsIn(page);
  const startedAt = Date.now();
  await act();
  if (says !== null) await page.locator(PARTS.status, { hasText: says }).first().waitFor({ timeout: LIMIT_MS });
  else while ((await topicsIn(page)) === before && Date.now() - startedAt < LIMIT_MS) await page.waitForTimeout(10);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  return Date.now() - startedAt;
}

function topicsIn(page: Page): Promise<string> {
  return page.evaluate((selector) => [...document.querySelectorAll(`${selector} button[aria-pressed]`)].map(({ textContent }) => textContent).join(), PARTS.topics);
}

/** Selects the first concept that the search finds, and takes the keys back from the field. */
async function goToConcept(page: Page, words: string): Promise<void> {
  await page.locator(PARTS.search).fill(words);
  await page.locator(PARTS.concepts).first().click();
  await page.locator(`${PARTS.details} button`, { hasText: 'Hide' }).waitFor();
  await page.locator(PARTS.map).focus();
}

async function beginRenaming(page: Page): Promise<void> {
  await goToConcept(page, 'transformer');
  await page.keyboard.press('F2');
  await page.keyboard.type('attention machines');
}

async function beginMerging(page: Page): Promise<void> {
  await goToConcept(page, 'diffusion');
  await page.keyboard.press('m');
  await page.locator(`${PARTS.dialog} input`).first().fill('generative');
  await page.keyboard.press('Enter');
  await page.locator(PARTS.dialog, { hasText: 'One concept in' }).waitFor();
}
