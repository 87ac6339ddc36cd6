import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, arrowTo, nodeIds, tabTo } from '../support/map-page.ts';

withApp({ open: 'sample', fresh: 'once', width: 1280, height: 800 });

const bar = () => page.getByRole('region', { name: 'Map display' });
const legend = () => page.getByRole('region', { name: 'Legend' });
const colourMenu = () => bar().getByRole('button', { name: /^Colour by/ });
const choice = (name: string) => page.getByRole('menuitemradio', { name });

test('by mouse: colours tell the year, and the legend’s scale keeps to the later years', async () => {
  await colourMenu().click();
  await choice('Year').click();
  await expect.poll(() => colourMenu().textContent()).toContain('Year');
  const from = legend().getByRole('slider', { name: 'From year' });
  const box = await from.boundingBox();
  if (!box) throw new Error('The scale is not to be seen');
  await page.mouse.move(box.x + 7, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('button', { name: /Remove the filter years/ }).click();
  await expect.poll(() => from.inputValue()).toBe(await from.getAttribute('min'));
});

test('by keyboard alone: colours, sizes and density are chosen, and the scale is set', async () => {
  await page.getByRole('application', { name: 'Map' }).focus();
  await page.keyboard.press('d');
  await expect.poll(() => bar().getByRole('button', { name: 'Density' }).getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('d');
  await colourMenu().focus();
  await page.keyboard.press('Enter');
  await choice('Year').waitFor();
  await arrowTo(page, choice('Confidence'));
  await page.keyboard.press('Enter');
  await expect.poll(() => colourMenu().textContent()).toContain('Confidence');
  await tabTo(page, legend().getByRole('slider', { name: 'Least confidence' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: /Remove the filter confidence/ }).waitFor();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: /Remove the filter confidence/ }).waitFor({ state: 'detached' });
});

test('what no paper has cannot be chosen, and says so', async () => {
  await bar().getByRole('button', { name: /^Size by/ }).click();
  await expect.poll(() => choice('Citations').isDisabled()).toBe(true);
  await expect.poll(() => choice('Citations').textContent()).toContain('No paper’s citations are known');
  await page.keyboard.press('Escape');
});

test('the legend of topics hides a topic and shows it again', async () => {
  await colourMenu().click();
  await choice('Topic').click();
  const heading = legend().getByRole('button', { name: 'Legend' });
  await heading.click();
  const before = (await nodeIds(page)).length;
  const first = legend().getByRole('list', { name: 'Colours of topics' }).getByRole('button').first();
  await first.click();
  await expect.poll(async () => (await nodeIds(page)).length).toBeLessThan(before);
  await first.click();
  await expect.poll(async () => (await nodeIds(page)).length).toBe(before);
});

test('colours tell the weight of a concept that one searches for, and both themes are accessible', async () => {
  await colourMenu().click();
  await choice('Concept').click();
  const picker = legend().getByRole('combobox', { name: 'Concept that colours tell' });
  await picker.click();
  await picker.fill('quantiz');
  await page.getByRole('option', { name: /quantiz/i }).first().click();
  await expect.poll(() => picker.inputValue()).toMatch(/quantiz/i);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await accessibilityFaults(page)).toEqual([]);
});
