import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Camera } from '../../shared/picture/camera.ts';
import type { Cover } from '../../renderer/map/fit-beside.ts';
import { PLAIN_SCENE } from '../../renderer/map/graph-view-types.ts';
import { labelCorner } from '../../renderer/map/hit-test.ts';
import { MapState } from '../../renderer/map/map-state.ts';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, tabTo } from '../support/map-page.ts';
import { mockOptions } from '../support/mock-bridge.ts';
import { SUBTOPICS, withSubtopics } from '../support/planted-subtopics.ts';

/** 2,000 planted papers; those of the largest topic are planted in three sub-topics besides, by where they lie. */

const LONG_MS = 120_000;
const SOON = { timeout: 20_000 };
const TOPIC = 't0';

const options = mockOptions(2000, { start: 'library' });
const map = withSubtopics(options.library.state.map!, TOPIC);
options.library.state.map = map;

withApp({ open: 'nothing', standIn: options, fresh: 'once' });

beforeAll(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await appParts(page).map.waitFor();
}, LONG_MS);

beforeEach(async () => {
  await page.mouse.move(5, 5);
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await expect.poll(async () => (await seen()).detail.topics, SOON).toBe(1);
});

/** What the map shows where it stands: worked out from the camera and from what lies over the map, as the page does. */
async function seen() {
  const { camera, covers } = await page.evaluate(() => {
    const container = document.querySelector('.map-canvas') as unknown as HTMLElement & { _cyreg: { cy: { zoom(): number; pan(): { x: number; y: number }; width(): number; height(): number } } };
    const { cy } = container._cyreg;
    const { left, top } = container.getBoundingClientRect();
    const boxes = [...document.querySelectorAll('.map-legend, .map-controls'), ...document.querySelectorAll('.minimap:not([data-idle]), .filter-bar > *')].map((element) => element.getBoundingClientRect());
    return {
      camera: { zoom: cy.zoom(), panX: cy.pan().x, panY: cy.pan().y, width: cy.width(), height: cy.height() } satisfies Camera,
      covers: boxes.map((box): Cover => ({ left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top })),
    };
  });
  const state = new MapState({ ...PLAIN_SCENE, map }, null);
  state.plan(camera, covers);
  return { state, camera, detail: state.grounds.detail(camera) };
}

/** A place in the window on the name of a topic or sub-topic with no paper beneath, which a click would choose; null while it has none on the map. */
async function nameOf(id: string): Promise<{ x: number; y: number } | null> {
  const { state, camera } = await seen();
  const label = state.labels.find((each) => each.role === 'topic' && each.id === id);
  const box = await appParts(page).map.boundingBox();
  if (!label || !box) return null;
  const { left, top } = labelCorner(label, camera);
  const places = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9].flatMap((across) => [0.5, 0.3, 0.7].map((down) => ({ x: left + across * label.width, y: top + down * label.height })));
  const free = places.find(({ x, y }) => state.isOverview(camera) || state.pointAt(camera, x, y).node === null);
  return free ? { x: box.x + free.x, y: box.y + free.y } : null;
}

/** Part of the points on the outline of a sub-topic where the picture is another than a little further in and out: there a line is drawn. */
async function outlinedPart(id: string): Promise<number> {
  const { state, camera } = await seen();
  const place = map.topics.findIndex((topic) => topic.id === id);
  const [ring = []] = state.grounds.subtopics.areas.find(({ topic }) => topic === place)?.rings ?? [];
  const points = ring.map(({ x, y }) => ({ x: x * camera.zoom + camera.panX, y: y * camera.zoom + camera.panY })).filter(({ x, y }) => x > 20 && y > 20 && x < camera.width - 20 && y < camera.height - 120);
  const middle = { x: points.reduce((sum, { x }) => sum + x, 0) / points.length, y: points.reduce((sum, { y }) => sum + y, 0) / points.length };
  return page.evaluate(
    ({ wanted, centre }) => {
      const frame = document.querySelector('.map-canvas');
      const canvas = frame?.querySelector('canvas');
      if (!frame || !canvas || wanted.length === 0) return 0;
      const offset = { x: frame.getBoundingClientRect().x - canvas.getBoundingClientRect().x, y: frame.getBoundingClientRect().y - canvas.getBoundingClientRect().y };
      const scale = canvas.width / canvas.getBoundingClientRect().width;
      const context = canvas.getContext('2d');
      const colourAt = (x: number, y: number) => [...(context?.getImageData(Math.round((x + offset.x) * scale), Math.round((y + offset.y) * scale), 1, 1).data ?? [])];
      const differs = (a: number[], b: number[]) => a.some((value, channel) => Math.abs(value - (b[channel] ?? 0)) > 5);
      const drawn = wanted.filter(({ x, y }) => {
        const away = Math.hypot(x - centre.x, y - centre.y) || 1;
        const [alongX, alongY] = [((x - centre.x) / away) * 5, ((y - centre.y) / away) * 5];
        const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => colourAt(x + dx, y + dy)));
        return near.some((colour) => differs(colour, colourAt(x + alongX, y + alongY)) && differs(colour, colourAt(x - alongX, y - alongY)));
      });
      return drawn.length / wanted.length;
    },
    { wanted: points, centre: middle },
  );
}

const subtopicShown = (label: string) => expect.poll(() => appParts(page).details.getByRole('heading', { level: 2 }).first().textContent(), SOON).toContain(label);

test('by mouse: a double click on a bubble opens its topic, whose sub-topics then have outlines and names; a click on a name selects one', { timeout: LONG_MS }, async () => {
  for (const { id } of SUBTOPICS) await expect.poll(() => nameOf(id)).toBeNull();
  const bubble = await nameOf(TOPIC);
  if (!bubble) throw new Error('The topic has no name');
  await page.mouse.dblclick(bubble.x, bubble.y);
  await expect.poll(async () => (await seen()).detail, SOON).toMatchObject({ topics: 0, subtopics: 1 });
  await page.keyboard.press('Escape');
  await expect.poll(async () => Math.min(...(await Promise.all(SUBTOPICS.map(({ id }) => outlinedPart(id))))), SOON).toBeGreaterThan(0.5);
  for (const { id, label } of SUBTOPICS) {
    const name = await nameOf(id);
    if (!name) throw new Error(`${label} has no name`);
    await page.mouse.click(name.x, name.y);
    await subtopicShown(label);
    await page.keyboard.press('Escape');
  }
});

test('by keyboard: Enter on a bubble opens it, the outline lists its sub-topics, and Enter there selects one', { timeout: LONG_MS }, async () => {
  const parts = appParts(page);
  await tabTo(page, parts.map);
  await page.keyboard.press('Home');
  await subtopicShown(map.topics[0]!.label.split(' · ')[0]!);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await seen()).detail.subtopics, SOON).toBe(1);
  await parts.outline.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const rows = parts.outline.getByRole('treeitem', { level: 2 });
  await expect.poll(() => rows.allTextContents().then((texts) => texts.map((text) => text.replace(/\d+$/, ''))), SOON).toEqual(expect.arrayContaining(SUBTOPICS.map(({ label }) => label)));
  const active = () => parts.outline.locator('.outline-row.is-active').textContent();
  if ((await active())?.includes('part') !== true) await page.keyboard.press('ArrowRight');
  const label = (await active())?.replace(/\d+$/, '') ?? '';
  expect(SUBTOPICS.map((part) => part.label)).toContain(label);
  await page.keyboard.press('Enter');
  await subtopicShown(label);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('the list of topics opens to them too, by its arrow and by a key', { timeout: LONG_MS }, async () => {
  const { topics } = appParts(page);
  const part = topics.getByRole('button', { name: /^Eastern part/ });
  const first = topics.getByRole('button', { name: /\d+ papers/ }).first();
  await expect.poll(() => part.count()).toBe(0);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await part.waitFor();
  await part.click();
  await subtopicShown('Eastern part');
  await page.keyboard.press('Escape');
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => part.count(), SOON).toBe(0);
});
