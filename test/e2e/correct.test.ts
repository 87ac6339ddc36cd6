import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, nodePlace } from '../support/map-page.ts';

const LONG_MS = 120_000;

withApp({ open: 'sample', fresh: 'each test' });

const details = () => appParts(page).details;
const heading = (name: string | RegExp) => details().getByRole('heading', { name, level: 2 });
const says = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const wordings = () => details().getByRole('list', { name: 'Other wordings' });

/** Goes to the concept of exactly this name by the search field. */
async function goToConcept(name: string): Promise<void> {
  await appParts(page).search.fill(name);
  await page.getByRole('group', { name: 'Concepts' }).getByRole('option', { name, exact: true }).first().click();
  await heading(name).waitFor();
}

/** Goes to a topic by its row. */
async function goToTopic(name: RegExp): Promise<void> {
  await appParts(page).topics.getByRole('button', { name }).first().click();
  await heading(name).waitFor();
}

/** Undoes and redoes what made a change visible, and loads the page again: it is there each time but when undone. */
async function staysButWhenUndone(change: Locator): Promise<void> {
  await change.waitFor();
  await appParts(page).undo.click();
  await expect.poll(() => change.count()).toBe(0);
  await appParts(page).redo.click();
  await change.waitFor();
  await page.reload();
  await change.waitFor();
}

test('a concept is renamed in its place by mouse', { timeout: LONG_MS }, async () => {
  await goToConcept('low-rank adaptation');
  await details().getByRole('button', { name: 'Rename' }).click();
  await page.keyboard.type('skinny matrices');
  await page.keyboard.press('Enter');
  await says('“low-rank adaptation” is now called “skinny matrices”.').waitFor();
  await expect.poll(() => wordings().textContent()).toContain('low-rank adaptation');
  await staysButWhenUndone(heading('skinny matrices'));
});

test('a concept is merged with another by mouse, told what will come of it, and taken back from the message', { timeout: LONG_MS }, async () => {
  await goToConcept('adapter tuning');
  await details().getByRole('button', { name: 'Merge with…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge concepts' });
  await dialog.getByRole('combobox', { name: 'Concept to merge with' }).fill('low-rank ada');
  await dialog.getByRole('option', { name: /^low-rank adaptation/ }).click();
  await expect.poll(() => dialog.getByRole('radio', { name: /^low-rank adaptation/ }).isChecked()).toBe(true);
  await dialog.getByText(/One concept in \d+ papers.*Also written as .*adapter tuning/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await says('Merged “adapter tuning” into “low-rank adaptation”.').waitFor();
  await heading('low-rank adaptation').waitFor();
  await expect.poll(() => wordings().textContent()).toContain('adapter tuning');
  await says('Merged').getByRole('button', { name: 'Take back' }).click();
  await says('Undone').waitFor();
  await expect.poll(() => wordings().textContent()).not.toContain('adapter tuning');
});

test('by keyboard alone: a concept is renamed with F2, merged with M and starred with S', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('adapter tuning');
  await page.getByRole('option', { name: 'adapter tuning', exact: true }).first().waitFor();
  await expect.poll(async () => {
    await page.keyboard.press('ArrowDown');
    return page.getByRole('option', { name: 'adapter tuning', exact: true, selected: true }).count();
  }).toBe(1);
  await page.keyboard.press('Enter');
  await heading('adapter tuning').waitFor();
  await page.keyboard.press('Escape');
  await goBackToConcept('adapter tuning');
  await page.keyboard.press('F2');
  await page.keyboard.type('tuning adapters');
  await page.keyboard.press('Enter');
  await heading('tuning adapters').waitFor();
  await says('is now called').waitFor();
  await page.keyboard.press('s');
  await expect.poll(() => details().getByRole('button', { name: 'Star', exact: true }).getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('m');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('low-rank ada');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText(/One concept in \d+ papers/).waitFor();
  await page.keyboard.press('Enter');
  await says('Merged “tuning adapters” into “low-rank adaptation”.').waitFor();
  await heading('low-rank adaptation').waitFor();
  await page.keyboard.press('Control+z');
  await says('Undone').waitFor();
});

/** Escape in the search field may have let go of the selection; Back takes it up again. */
async function goBackToConcept(name: string): Promise<void> {
  if ((await heading(name).count()) === 0) await page.keyboard.press('Alt+ArrowLeft');
  await heading(name).waitFor();
}

test('a wording is split off, and a concept is hidden', { timeout: LONG_MS }, async () => {
  await goToConcept('low-rank adaptation');
  await wordings().getByRole('button', { name: 'Split off “LoRA”' }).click();
  await says('“LoRA” is now a concept of its own.').waitFor();
  await expect.poll(() => wordings().getByText('LoRA', { exact: true }).count()).toBe(0);
  await goToConcept('LoRA');
  await details().getByRole('button', { name: 'Hide' }).click();
  await says('Hid “LoRA”.').waitFor();
  await expect.poll(() => heading('LoRA').count()).toBe(0);
  await page.getByRole('tab', { name: /^Review/ }).click();
  await page.getByText(/^Corrections/).click();
  const corrections = page.getByRole('list', { name: 'Corrections' }).getByRole('listitem');
  await expect.poll(() => corrections.allTextContents()).toEqual(['Hide “LoRA”', 'Split “LoRA” off “low-rank adaptation”']);
});

test('two concepts are kept apart', { timeout: LONG_MS }, async () => {
  await goToConcept('adapter tuning');
  await details().getByRole('button', { name: 'Keep apart from…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep apart' });
  await dialog.getByRole('combobox').fill('low-rank ada');
  await page.keyboard.press('Enter');
  await says('“adapter tuning” and “low-rank adaptation” will be kept apart.').waitFor();
});

test('topics are merged, and a paper is moved to another topic', { timeout: LONG_MS }, async () => {
  const { topics } = appParts(page);
  const count = await topics.getByRole('button', { name: /\d+ papers/ }).count();
  await goToTopic(/low-rank adaptation/i);
  await details().getByRole('button', { name: 'Merge with…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge topics' });
  await dialog.getByRole('combobox').fill('pruning');
  await page.keyboard.press('Enter');
  await dialog.getByText(/One topic of \d+ papers/).waitFor();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await says(/Merged .* changed topic\./).waitFor();
  await heading(/^Pruning/).waitFor();
  await expect.poll(() => topics.getByRole('button', { name: /\d+ papers/ }).count()).toBe(count - 1);
  await clickNode(page, 'lora-2021');
  await details().getByRole('button', { name: /^Pruning/ }).first().waitFor();
  await page.keyboard.press('Shift+M');
  await page.getByRole('dialog', { name: 'Move to a topic' }).getByRole('combobox').fill('quanti');
  await page.keyboard.press('Enter');
  await says(/Moved “LoRA: .*” to “Quantization/).waitFor();
  await staysButWhenUndone(details().locator('.topic-chip', { hasText: /^Quantization/ }));
});

test('several concepts chosen in the table are merged at once', { timeout: LONG_MS }, async () => {
  await page.keyboard.press('Shift+T');
  const table = page.getByRole('region', { name: 'Table' });
  await table.getByRole('textbox', { name: 'Find in the table' }).fill('quantization');
  const rows = table.getByRole('row').filter({ hasText: /quantization/ });
  await rows.nth(2).waitFor();
  await rows.nth(0).click();
  await rows.nth(1).click({ modifiers: ['Control'] });
  await rows.nth(2).click({ modifiers: ['Control'] });
  await table.getByRole('button', { name: 'Merge 3…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge concepts' });
  await expect.poll(() => dialog.getByRole('radio').count()).toBe(3);
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await says(/Merged 2 concepts into/).waitFor();
  await expect.poll(() => table.getByRole('button', { name: /^Merge/ }).count()).toBe(0);
});

test('by right click: a paper is taken out of its topic', { timeout: LONG_MS }, async () => {
  await clickNode(page, 'lora-2021');
  const { x, y } = await nodePlace(page, 'lora-2021');
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Take out of the topic' }).click();
  await says(/Took “LoRA: .*” out of its topic\./).waitFor();
  await details().getByText('Not in a topic').waitFor();
});
