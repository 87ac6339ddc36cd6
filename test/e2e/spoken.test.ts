import { beforeAll, beforeEach, expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { appParts } from '../support/map-page.ts';
import { listenTo, type Listener } from '../support/spoken.ts';

/* What a screen reader has to say along the main journeys, by keyboard alone: read from the accessibility tree and the live regions. */

const LONG_MS = 120_000;
const SOON = { timeout: 20_000 };

withApp({ open: 'sample', fresh: 'once' });

let listener: Listener;

beforeAll(async () => {
  listener = await listenTo(page);
});

beforeEach(async () => {
  await appParts(page).map.focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  await appParts(page).details.getByRole('heading', { name: 'About this map' }).waitFor();
});

/** Waits until the focus is on what these words tell. */
const hearFocus = (words: string | RegExp) => expect.poll(() => listener.focus(), SOON).toMatch(words);

/** Waits until something is read out by itself, and forgets what was before. */
async function hear(words: RegExp): Promise<void> {
  const heard: string[] = [];
  await expect.poll(async () => { heard.push(...(await listener.said())); return heard.filter((text) => words.test(text)).length; }, SOON).toBeGreaterThan(0);
}

/** Presses keys until the focus is on what these words tell. */
async function pressUntil(key: string, words: RegExp, limit = 60): Promise<void> {
  for (let press = 0; press < limit; press++) {
    if (words.test(await listener.focus())) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Nothing was called ${String(words)}, but at last: ${await listener.focus()}`);
}

async function search(words: string): Promise<void> {
  await page.keyboard.press('/');
  await hearFocus(/^combobox, “Search”/);
  await page.keyboard.type(words);
}

test('see: the map says what it is and how it is used, and each paper that one walks to', { timeout: LONG_MS }, async () => {
  await hearFocus(/^application, “Map”, Arrow keys walk from paper to paper/);
  await page.keyboard.press('Home');
  await hear(/^Paper: .+, \d{4}, topic .+, \d+ related papers$/);
  await page.keyboard.press('ArrowRight');
  await hear(/^Paper: /);
  await page.keyboard.press('2');
  await hear(/^The map shows concepts$/);
  await page.keyboard.press('1');
  await hear(/^The map shows papers$/);
});

test('see: topics, outline and table say name, state and place', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('Shift+F6');
  await hearFocus(/^button, “.+ \d+ papers”, not pressed/);
  await page.keyboard.press('Enter');
  await hear(/^Topic: .+, \d+ papers$/);
  await hearFocus(/, pressed/);
  await pressUntil('Tab', /^slider, “Resolution”, 1/);
  await pressUntil('Tab', /^tab, “Outline”, selected, 1 of 4/);
  await pressUntil('Tab', /^treeitem, “.+”, expanded, (selected, )?level 1, 1 of [5-9]/);
  await page.keyboard.press('ArrowDown');
  await hearFocus(/^treeitem, “.+”, .*level 2, 1 of \d+/);
  await page.keyboard.press('F6');
  await page.keyboard.press('t');
  await hearFocus(/^row, “.+, \d{4}, topic .+, \d+ links?”/);
  await page.keyboard.press('t');
  await hearFocus(/^application, “Map”/);
  await page.keyboard.press('y');
  await hearFocus(/^rowheader, “All papers 100”/);
  await page.keyboard.press('ArrowRight');
  await hearFocus(/^gridcell, “.*\d{4}.*: \d+ papers?”/);
  await page.keyboard.press('y');
});

test('follow: search, a paper, why it is related, a path and back', { timeout: LONG_MS }, async () => {
  await search('lora low-rank');
  await hear(/^\d+ papers? found/);
  await page.keyboard.press('ArrowDown');
  await hearFocus(/^option, “LoRA: Low-Rank Adaptation of Large Language Models.*”, selected, 1 of \d/);
  await page.keyboard.press('Enter');
  await hear(/^Paper: LoRA: Low-Rank Adaptation/);
  await page.keyboard.press('s');
  await hear(/^Starred$/);
  await page.keyboard.press('F6');
  await hearFocus(/^group, “Paper”/);
  const read = await listener.partInWords('region', 'Details');
  for (const words of [/^heading, “LoRA: Low-Rank.*level 2/, /^button, “Star”, pressed/, /^list, “Concepts”/, /^list, “Related papers”/]) expect(read.filter((line) => words.test(line)), String(words)).not.toEqual([]);
  await pressUntil('Tab', /^button, “Why\?”/, 80);
  await page.keyboard.press('Enter');
  await hear(/^Link between LoRA.* and /);
  await hearFocus(/^group, “Link”/);
  await page.keyboard.press('Alt+ArrowLeft');
  await hear(/^Paper: LoRA/);
  await page.keyboard.press('p');
  await hearFocus(/^option, “.+”, selected, 1 of \d+/);
  await page.keyboard.type('lottery ticket');
  await hear(/names? found$/);
  await page.keyboard.press('Enter');
  await hear(/^Path from LoRA.* to .*Lottery Ticket/i);
  await page.keyboard.press('s');
});

test('correct: renaming, merging and taking back say what came of it', { timeout: LONG_MS }, async () => {
  await search('adapter tuning');
  await hear(/found/);
  await pressUntil('ArrowDown', /^option, “adapter tuning.*”, selected/, 12);
  await page.keyboard.press('Enter');
  await hear(/^Concept: adapter tuning/);
  await page.keyboard.press('F2');
  await hearFocus(/^textbox, “Name of the concept”, adapter tuning/);
  await page.keyboard.type('skinny adapters');
  await page.keyboard.press('Enter');
  await hear(/^“adapter tuning” is now called “skinny adapters”/);
  await page.keyboard.press('Control+z');
  await hear(/^Undone: /);
  await page.keyboard.press('Shift+R');
  await hearFocus(/^tab, “Review \d+”, selected, 3 of 4/);
  await pressUntil('Tab', /^group, ““.+” and “.+””/, 6);
  await page.keyboard.press('d');
  await hear(/will be kept apart|is now a concept of its own/);
  await hearFocus(/^group, ““.+” and “.+””/);
  await page.keyboard.press('Control+z');
  await hear(/^Undone: /);
});

test('feel: the list of commands, menus and settings say name, state and place', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('density');
  await hearFocus(/^option, “Show density.*”, selected/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await hearFocus(/^menuitem, “.+”, 1 of \d+/);
  await page.keyboard.press('Escape');
  await hearFocus(/^application, “Map”/);
  await page.keyboard.press('Control+,');
  await pressUntil('Tab', /^spinbutton, “Links of each paper”, 8/, 30);
  await page.keyboard.press('Escape');
  await hearFocus(/^application, “Map”/);
});
