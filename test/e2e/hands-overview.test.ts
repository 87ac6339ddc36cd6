import { beforeAll, expect, test } from 'vitest';
import type { TopicMap } from '../../shared/topic-map.ts';
import { page, withApp } from '../support/app-window.ts';
import { appParts, exportedText, nodePlace, restingPlace } from '../support/map-page.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 15_000 };

withApp({ open: { planted: 540 }, fresh: 'once' });

let map: TopicMap;
let paper: TopicMap['papers'][number];

beforeAll(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  map = JSON.parse(await exportedText(page, 'JSON')) as TopicMap;
  paper = map.papers.find(({ topic }) => topic === map.topics[0]!.id)!;
}, LONG_MS);

/** A paper in the midst of a topic, where its bubble is in the overview. */
function amidst(topic: string): string {
  const own = map.papers.filter((each) => each.topic === topic);
  const middle = { x: own.reduce((sum, { x }) => sum + x, 0) / own.length, y: own.reduce((sum, { y }) => sum + y, 0) / own.length };
  return own.toSorted((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y))[0]!.id;
}

test('in the overview a selected paper is dragged onto the bubble of another topic and belongs to it; undo takes that back', { timeout: LONG_MS }, async () => {
  const { details, search, undo } = appParts(page);
  await search.fill(paper.title);
  await page.getByRole('option').filter({ hasText: paper.title }).first().click();
  await details.getByRole('heading', { name: paper.title }).waitFor();
  await page.getByRole('button', { name: 'Fit the map' }).click();
  const to = map.topics.filter(({ parent }) => parent === undefined)[2]!;
  const from = await restingPlace(page, paper.id);
  const onto = await nodePlace(page, amidst(to.id));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 6);
  await page.mouse.move(onto.x, onto.y, { steps: 8 });
  await expect.poll(() => page.locator('.drop-caption').textContent(), SOON).toContain(`Move to ${to.label}`);
  await page.mouse.up();
  await page.getByRole('status').filter({ hasText: /^Moved “/ }).waitFor();
  await details.locator('.topic-chip', { hasText: to.label }).first().waitFor();
  await undo.click();
  await page.getByRole('status').filter({ hasText: /^Undone/ }).waitFor();
  await details.locator('.topic-chip', { hasText: map.topics[0]!.label }).first().waitFor();
});

test('what is not selected moves the map, not a paper', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  const at = await restingPlace(page, paper.id);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 10, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await restingPlace(page, paper.id)).x - at.x), SOON).toBe(60);
  await expect.poll(() => appParts(page).undo.isEnabled()).toBe(false);
});
