import { beforeAll, beforeEach, expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, nodePlace, restingPlace } from '../support/map-page.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 15_000 };
const PAPER = 'lora-2021';

withApp({ open: 'sample', fresh: 'once' });

/** Where the dragged paper lies, a place beside a paper of another topic, and how that topic is called. */
let places: { home: Place; other: Place; topic: string };

interface Place {
  x: number;
  y: number;
}

beforeAll(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await clickNode(page, 'snip-2018');
  const topic = await topicShown();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  const snip = await restingPlace(page, 'snip-2018');
  places = { home: await restingPlace(page, PAPER), other: { x: snip.x + 14, y: snip.y + 14 }, topic };
}, LONG_MS);

beforeEach(async () => {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await restingPlace(page, PAPER);
});

const caption = () => page.locator('.drop-caption');
const says = (words: RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();

/** The name of the topic that the selected paper is in, as Details has it. */
async function topicShown(): Promise<string> {
  return (await appParts(page).details.locator('.paper-topics dd button').first().textContent()) ?? '';
}

async function topicOf(paper: string): Promise<string> {
  await clickNode(page, paper);
  return topicShown();
}

/** Takes hold of the paper and brings it to a place, without letting go. */
async function dragTo({ x, y }: Place): Promise<void> {
  const from = await restingPlace(page, PAPER);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 6);
  await page.mouse.move(x, y, { steps: 8 });
}

/** Takes back the only edit. */
async function undoIt(): Promise<void> {
  const { undo } = appParts(page);
  await undo.click();
  await says(/^Undone/);
  await expect.poll(() => undo.isEnabled(), SOON).toBe(false);
}

test('a paper dropped on the ground of another topic moves there and stays where it was dropped; one step takes both back', { timeout: LONG_MS }, async () => {
  await dragTo(places.other);
  await expect.poll(() => caption().textContent(), SOON).toContain(`Move to ${places.topic}`);
  await page.mouse.up();
  await says(/^Moved “LoRA.*” to “/);
  await expect.poll(() => caption().count()).toBe(0);
  const dropped = await restingPlace(page, PAPER);
  expect(Math.hypot(dropped.x - places.other.x, dropped.y - places.other.y)).toBeLessThan(20);
  await expect.poll(() => topicOf(PAPER)).toBe(places.topic);
  await page.getByRole('status').getByRole('button', { name: 'Take back' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await expect.poll(async () => Math.round((await nodePlace(page, PAPER)).x - places.home.x), SOON).toBe(0);
  await expect.poll(() => topicOf(PAPER)).not.toBe(places.topic);
  await expect.poll(() => appParts(page).undo.isEnabled()).toBe(false);
});

test('the colours of topics stay as they are when a paper changes topic', { timeout: LONG_MS }, async () => {
  const colours = () => page.getByRole('list', { name: 'List of topics' }).getByRole('listitem').evaluateAll((rows) => rows.map((row) => `${row.querySelector('.topic-label')?.textContent} ${(row.querySelector('.topic-dot') as HTMLElement | null)?.style.getPropertyValue('--topic')}`).sort());
  const before = await colours();
  await dragTo(places.other);
  await page.mouse.up();
  await says(/^Moved/);
  await expect.poll(() => colours()).toEqual(before);
  await undoIt();
});

test('held over its own topic it is only put elsewhere, and with Alt over another one too', { timeout: LONG_MS }, async () => {
  const own = await topicOf(PAPER);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await dragTo({ x: places.home.x + 12, y: places.home.y + 12 });
  await expect.poll(() => caption().count()).toBe(0);
  await page.mouse.up();
  await expect.poll(() => appParts(page).undo.isEnabled(), SOON).toBe(true);
  await undoIt();
  await dragTo(places.other);
  await page.keyboard.down('Alt');
  await expect.poll(() => caption().textContent(), SOON).toBe('Only put it here');
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect.poll(() => appParts(page).undo.isEnabled(), SOON).toBe(true);
  await expect.poll(() => topicOf(PAPER)).toBe(own);
  await undoIt();
});

test('Escape puts it back where it was, and so does letting go beside the map', { timeout: LONG_MS }, async () => {
  const { undo, details } = appParts(page);
  const isHome = () => expect.poll(async () => { const { x, y } = await nodePlace(page, PAPER); return Math.hypot(x - places.home.x, y - places.home.y); }, SOON).toBeLessThan(2);
  await dragTo(places.other);
  await caption().waitFor();
  await page.keyboard.press('Escape');
  await caption().waitFor({ state: 'detached' });
  await page.mouse.move(places.other.x + 40, places.other.y);
  await page.mouse.up();
  await isHome();
  const box = await details.boundingBox();
  await dragTo({ x: (box?.x ?? 0) + 150, y: (box?.y ?? 0) + 30 });
  await page.mouse.up();
  await isHome();
  await expect.poll(() => undo.isEnabled()).toBe(false);
});

test('dropped on a topic’s name in the list or the outline it goes there too', { timeout: LONG_MS }, async () => {
  const { topics, outline } = appParts(page);
  const rows = [topics.getByRole('listitem').filter({ hasText: places.topic }), outline.getByRole('treeitem', { level: 1 }).filter({ hasText: places.topic.slice(0, 12) })];
  for (const row of rows) {
    await row.scrollIntoViewIfNeeded();
    const box = await row.boundingBox();
    if (!box) throw new Error('The topic is in no list');
    await dragTo({ x: box.x + 50, y: box.y + 10 });
    await expect.poll(() => row.evaluate((element) => element.classList.contains('is-drop')), SOON).toBe(true);
    await page.mouse.up();
    await says(/^Moved “LoRA.*” to “/);
    await expect.poll(() => topicOf(PAPER)).toBe(places.topic);
    await undoIt();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Fit the map' }).click();
  }
});

test('several papers that are chosen go together', { timeout: LONG_MS }, async () => {
  const { map } = appParts(page);
  await clickNode(page, PAPER);
  await map.focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('x');
  await appParts(page).details.getByRole('heading', { name: '2 papers' }).waitFor();
  await dragTo(await restingPlace(page, 'snip-2018'));
  await expect.poll(() => caption().textContent(), SOON).toContain('Move 2 papers to');
  await page.mouse.up();
  await says(/^Moved 2 papers to “/);
  await undoIt();
});

test('by keyboard: Shift+M asks for the topic, which the list of shortcuts tells beside what dragging does', { timeout: LONG_MS }, async () => {
  const { map } = appParts(page);
  await clickNode(page, PAPER);
  await map.focus();
  await page.keyboard.press('Shift+M');
  const dialog = page.getByRole('dialog', { name: 'Move to a topic' });
  await dialog.getByText('On the map you can also drag it onto a topic.').waitFor();
  await page.keyboard.type(places.topic.slice(0, 14));
  await page.keyboard.press('Enter');
  await says(/^Moved “LoRA.*” to “/);
  await expect.poll(() => topicOf(PAPER)).toBe(places.topic);
  await undoIt();
  await map.focus();
  await page.keyboard.press('?');
  await page.keyboard.type('another topic');
  await page.getByRole('dialog').getByText('Drag them onto it').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
