import { beforeEach, expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, nodePlace, restingPlace, tabTo } from '../support/map-page.ts';

const LONG_MS = 120_000;
const SOON = { timeout: 15_000 };

withApp({ open: 'sample', fresh: 'once' });

beforeEach(async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  await expect.poll(() => appParts(page).details.getByRole('heading', { name: 'About this map' }).count(), SOON).toBe(1);
  await restingPlace(page, 'lora-2021');
});

const menu = () => page.getByRole('menu');
const entries = async () => menu().getByRole('menuitem').allTextContents();
const firstEntryHasFocus = () => expect.poll(() => menu().getByRole('menuitem').first().evaluate((element) => element === document.activeElement), SOON).toBe(true);
const isSelected = (what: string) => expect.poll(() => appParts(page).details.textContent(), SOON).toContain(what);

/** Corners of the canvas of the map, a little inside. */
async function mapCorners(): Promise<{ left: number; top: number; right: number; bottom: number }> {
  const box = await appParts(page).map.boundingBox();
  if (!box) throw new Error('The map is not to be seen');
  return { left: box.x + 4, top: box.y + 4, right: box.x + box.width - 70, bottom: box.y + box.height - 70 };
}

/** What the picture of the app says is selected several times over: Details tells kind and count. */
async function selectedPapers(): Promise<number> {
  return page.evaluate(() => {
    const container = [...document.querySelectorAll('*')].find((element) => '_cyreg' in element) as unknown as { _cyreg: { cy: { nodes(selector: string): { length: number } } } };
    return container._cyreg.cy.nodes(':selected').length;
  });
}

test('a right click on a paper opens its menu and selects it; choosing an entry runs it', { timeout: LONG_MS }, async () => {
  const { x, y } = await nodePlace(page, 'lora-2021');
  await page.mouse.click(x, y, { button: 'right' });
  await menu().waitFor();
  await isSelected('LoRA: Low-Rank Adaptation');
  expect((await entries()).join('\n')).toMatch(/Zoom to selection.*\n?.*Show its topic/);
  await menu().getByRole('menuitem', { name: /Show its topic/ }).click();
  await expect.poll(() => menu().count(), SOON).toBe(0);
  await expect.poll(() => appParts(page).details.getByText('Topic', { exact: true }).count(), SOON).toBe(1);
});

test('a right click on the empty map offers what concerns the map', { timeout: LONG_MS }, async () => {
  const { left, top } = await mapCorners();
  await page.mouse.click(left, top, { button: 'right' });
  await menu().waitFor();
  expect((await entries()).join('\n')).toMatch(/Fit the map/);
  await page.keyboard.press('Escape');
  await expect.poll(() => menu().count(), SOON).toBe(0);
});

test('by keyboard: Shift+F10 on the map opens the menu of the paper, arrows and Enter choose, and the focus returns', { timeout: LONG_MS }, async () => {
  const { map } = appParts(page);
  await map.focus();
  await page.keyboard.press('Home');
  await expect.poll(selectedPapers, SOON).toBe(1);
  await page.keyboard.press('Shift+F10');
  await menu().waitFor();
  await firstEntryHasFocus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect.poll(() => map.evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await page.keyboard.press('ContextMenu');
  await menu().waitFor();
  await firstEntryHasFocus();
  await page.keyboard.press('Enter');
  await expect.poll(() => menu().count(), SOON).toBe(0);
  await expect.poll(() => selectedPapers()).toBe(1);
});

test('dragging with Shift selects the papers in a box, and Ctrl with a click takes one away and adds it again', { timeout: LONG_MS }, async () => {
  const { left, top, right, bottom } = await mapCorners();
  await page.keyboard.down('Shift');
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(right, bottom, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(selectedPapers, SOON).toBeGreaterThan(60);
  const all = await selectedPapers();
  const { x, y } = await nodePlace(page, 'lora-2021');
  await page.keyboard.down('Control');
  await page.mouse.click(x, y);
  await expect.poll(selectedPapers, SOON).toBe(all - 1);
  await page.mouse.click(x, y);
  await expect.poll(selectedPapers, SOON).toBe(all);
  await page.keyboard.up('Control');
});

test('the lasso selects what it goes around; Escape puts it away, then lets go of the selection', { timeout: LONG_MS }, async () => {
  const lasso = page.getByRole('button', { name: 'Select with a lasso' });
  await lasso.click();
  await expect.poll(() => lasso.getAttribute('aria-pressed')).toBe('true');
  const { x, y } = await nodePlace(page, 'lora-2021');
  const before = await page.evaluate(() => document.querySelectorAll('.marquee').length);
  expect(before).toBe(0);
  await page.mouse.move(x - 60, y - 60);
  await page.mouse.down();
  for (const [dx, dy] of [[60, -60], [60, 60], [-60, 60]] as const) await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await expect.poll(() => page.locator('.marquee-count').textContent()).toMatch(/^\d+ papers?$/);
  await page.mouse.up();
  await expect.poll(selectedPapers, SOON).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => lasso.getAttribute('aria-pressed')).toBe('false');
  await expect.poll(() => selectedPapers()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect.poll(selectedPapers, SOON).toBe(0);
});

test('by keyboard: x begins to collect papers, arrows walk on without losing them, x adds the next', { timeout: LONG_MS }, async () => {
  const { map, details } = appParts(page);
  await tabTo(page, map);
  await page.keyboard.press('Home');
  await expect.poll(selectedPapers, SOON).toBe(1);
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Space');
  await expect.poll(selectedPapers, SOON).toBe(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect.poll(selectedPapers, SOON).toBe(3);
  await page.keyboard.press('x');
  await expect.poll(selectedPapers, SOON).toBe(2);
  await page.keyboard.press('Enter');
  await expect.poll(selectedPapers, SOON).toBe(1);
  await details.getByRole('list', { name: 'Related papers' }).waitFor();
});

test('Ctrl+A on the map selects all papers that are shown; in the search field it stays the field’s', { timeout: LONG_MS }, async () => {
  const { map, search } = appParts(page);
  await map.focus();
  await page.keyboard.press('Control+a');
  await expect.poll(selectedPapers, SOON).toBe(100);
  await page.keyboard.press('Escape');
  await expect.poll(selectedPapers, SOON).toBe(0);
  await search.focus();
  await page.keyboard.press('Control+a');
  await expect.poll(() => selectedPapers()).toBe(0);
});

test('the mouse’s back and forward buttons go through what was looked at', { timeout: LONG_MS }, async () => {
  await clickNode(page, 'lora-2021');
  await isSelected('LoRA: Low-Rank Adaptation');
  await page.getByRole('button', { name: 'Fit the map' }).click();
  const mouse = (button: number) => page.evaluate((which) => document.querySelector('.map-panel')?.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, cancelable: true, button: which })), button);
  await mouse(3);
  await isSelected('About this map');
  await mouse(4);
  await isSelected('LoRA: Low-Rank Adaptation');
});

test('the list of topics is one stop for Tab: arrows go from name to name, and “Only” hides all others', { timeout: LONG_MS }, async () => {
  const { topics } = appParts(page);
  const names = topics.getByRole('button', { name: /\d+ papers/ });
  await tabTo(page, names.first());
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => names.nth(1).evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => topics.getByRole('checkbox', { checked: true }).count(), SOON).toBe(1);
  await expect.poll(() => topics.getByRole('button', { name: 'Show all' }).count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => topics.getByRole('checkbox', { checked: false }).count(), SOON).toBe(0);
});

test('the outline says what the picture shows: a hidden topic is not in it, the concepts view lists concepts', { timeout: LONG_MS }, async () => {
  const { topics, outline, view } = appParts(page);
  const items = () => outline.getByRole('treeitem').count();
  const all = await items();
  const eye = topics.getByRole('checkbox').first();
  await eye.uncheck({ force: true });
  await expect.poll(items, SOON).toBeLessThan(all - 5);
  await eye.check({ force: true });
  await expect.poll(items, SOON).toBe(all);
  await view('Concepts').check({ force: true });
  await expect.poll(() => page.getByRole('heading', { name: /Concepts by topic/ }).count(), SOON).toBe(1);
  await view('Papers').check({ force: true });
});

test('Shift+F10 in the outline opens the menu of its active row', { timeout: LONG_MS }, async () => {
  const { outline } = appParts(page);
  await outline.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await firstEntryHasFocus();
  await expect.poll(() => appParts(page).details.getByText('Paper', { exact: true }).count(), SOON).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => outline.evaluate((element) => element === document.activeElement), SOON).toBe(true);
});

test('the minimap comes up when a part of the map is in sight; arrows and the mouse move what is seen', { timeout: LONG_MS }, async () => {
  const frame = page.getByRole('button', { name: 'Part of the map in sight' });
  await expect.poll(() => frame.isVisible(), SOON).toBe(false);
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let turn = 0; turn < 4; turn++) await zoomIn.click();
  await expect.poll(() => frame.isVisible(), SOON).toBe(true);
  await frame.focus();
  const before = await nodePlace(page, 'lora-2021');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await nodePlace(page, 'lora-2021')).x, SOON).toBeLessThan(before.x - 50);
  const box = await page.getByRole('region', { name: 'Minimap' }).boundingBox();
  if (!box) throw new Error('The minimap has no place');
  const here = await nodePlace(page, 'lora-2021');
  await page.mouse.move(box.x + 6, box.y + 6);
  await page.mouse.down();
  await expect.poll(async () => (await nodePlace(page, 'lora-2021')).x, SOON).toBeGreaterThan(here.x + 50);
  const jumped = await nodePlace(page, 'lora-2021');
  await page.mouse.move(box.x + 40, box.y + 40, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await nodePlace(page, 'lora-2021')).x, SOON).toBeLessThan(jumped.x - 50);
});

test('what is selected and what the map shows is read out, once it has come to rest', { timeout: LONG_MS }, async () => {
  const { map, view } = appParts(page);
  const said = () => page.locator('.announcer').textContent();
  await map.focus();
  await page.keyboard.press('Home');
  await expect.poll(said, SOON).toMatch(/^Paper: .+, topic .+, \d+ related papers?$/);
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowRight');
  await expect.poll(said, SOON).toMatch(/, not selected$/);
  await page.keyboard.press('Escape');
  await view('Concepts').check({ force: true });
  await expect.poll(said, SOON).toBe('The map shows concepts');
  await view('Papers').check({ force: true });
});

test('several selected papers are dragged together, stay where they are put, and go back when the layout is to place them', { timeout: LONG_MS }, async () => {
  const { map } = appParts(page);
  await clickNode(page, 'lora-2021');
  await map.focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('x');
  await expect.poll(selectedPapers, SOON).toBe(2);
  const before = await restingPlace(page, 'lora-2021');
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 40, before.y + 30, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Undo', exact: true }).and(page.locator(':enabled')).waitFor();
  await expect.poll(() => selectedPapers()).toBe(2);
  const after = await nodePlace(page, 'lora-2021');
  expect(after.x - before.x).toBeCloseTo(40, 0);
  await page.mouse.click(after.x, after.y, { button: 'right' });
  await menu().getByRole('menuitem', { name: /Let the layout place it again/ }).click();
  await expect.poll(async () => Math.round((await nodePlace(page, 'lora-2021')).x - before.x), SOON).toBe(0);
  await page.getByRole('status').filter({ hasText: '2 dots went back' }).waitFor();
});

test('panels are resized by dragging the line beside them, and by keyboard', { timeout: LONG_MS }, async () => {
  const line = page.getByRole('separator', { name: 'Resize the topics panel' });
  const width = async () => (await appParts(page).topics.boundingBox())?.width ?? 0;
  const before = await width();
  const box = await line.boundingBox();
  if (!box) throw new Error('There is no line to drag');
  await page.mouse.move(box.x, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 300, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width, SOON).toBeGreaterThan(before + 40);
  const dragged = await width();
  await line.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(width, SOON).toBeLessThan(dragged - 5);
});

test.for(['light', 'dark'] as const)('axe finds no serious fault with the menu and the minimap open in the %s theme', { timeout: LONG_MS }, async (theme) => {
  await page.emulateMedia({ colorScheme: theme });
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let turn = 0; turn < 4; turn++) await zoomIn.click();
  await appParts(page).map.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await menu().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
