import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { page, withApp } from '../support/app-window.ts';
import { accessibilityFaults, appParts, clickNode, openSample } from '../support/map-page.ts';

/* Every screen and dialog of the window, looked at by axe in both themes, and used at 200 % zoom and in a narrow window. */

const LONG_MS = 600_000;
const SCREEN_LIMIT_MS = 15_000;
const IMPACTS = ['moderate', 'serious', 'critical'];

withApp({ open: 'nothing', fresh: 'each test' });

/** Runs a command by its whole name. */
async function run(name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await page.getByRole('combobox', { name: 'Find a command' }).fill(name);
  await dialog.getByRole('option', { name: new RegExp(`^${name}`) }).first().click();
  await expect.poll(() => dialog.count()).toBe(0);
}

async function runDialog(name: string): Promise<() => Promise<void>> {
  await run(name);
  await page.getByRole('dialog').first().waitFor();
  return async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  };
}

/** Screens by name, in the order of the walk; each gives what leaves it, where something must. */
const SCREENS: Record<string, () => Promise<(() => Promise<void>) | void>> = {
  map: async () => page.getByRole('status').getByRole('button', { name: 'Dismiss' }).click(),
  commands: async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
    return () => page.keyboard.press('Escape');
  },
  menu: async () => {
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'View' }).hover();
    await page.getByRole('menuitemcheckbox').first().waitFor();
    return () => page.keyboard.press('Escape');
  },
  'library menu': async () => {
    await page.getByRole('button', { name: /^Library / }).click();
    await page.getByRole('menuitem').first().waitFor();
    return () => page.keyboard.press('Escape');
  },
  'theme menu': async () => {
    await page.getByRole('button', { name: 'Theme', exact: true }).click();
    await page.getByRole('menuitemradio').first().waitFor();
    return () => page.keyboard.press('Escape');
  },
  settings: () => runDialog('Settings'),
  shortcuts: () => runDialog('Keyboard shortcuts'),
  export: () => runDialog('Export…'),
  paste: () => runDialog('Paste text'),
  thesauri: () => runDialog('Thesauri'),
  'table of papers': () => run('Table of papers'),
  'table of concepts': () => run('Table of concepts'),
  timeline: async () => {
    await run('Timeline');
    return () => run('Timeline');
  },
  filters: async () => {
    await run('Filter…');
    return () => page.keyboard.press('Escape');
  },
  lists: () => run('Lists'),
  review: () => run('Review concepts'),
  trail: () => run('Show the trail'),
  'search results': async () => {
    await appParts(page).search.fill('pruning');
    await page.getByRole('option').first().waitFor();
    return () => appParts(page).search.fill('');
  },
  paper: async () => {
    await clickNode(page, 'lora-2021');
    await appParts(page).related.waitFor();
  },
  'context menu': async () => {
    await appParts(page).map.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem').first().waitFor();
    return () => page.keyboard.press('Escape');
  },
  'list dialog': () => runDialog('Put into a list'),
  'path dialog': () => runDialog('Path to'),
  link: async () => {
    await appParts(page).related.getByRole('button', { name: /why/i }).first().click();
    await appParts(page).why.waitFor();
  },
  'side by side': () => runDialog('Read them side by side'),
  path: async () => run('Path between them'),
  topic: async () => {
    await appParts(page).topics.getByRole('button', { name: /\d+ papers/ }).first().click();
    await appParts(page).details.getByRole('heading').first().waitFor();
  },
  'merge dialog': () => runDialog('Merge with'),
  concept: async () => {
    await appParts(page).search.fill('quantization');
    await page.getByRole('option', { name: /^quantization/i }).first().click();
  },
  density: () => run('Show density'),
  'colours by year': () => run('Colour by year'),
  concepts: () => run('Show concepts'),
};

/** A theme changes nothing but colours: what else there is to find is found in one of them. */
test.for([['light', null], ['dark', ['color-contrast']]] as const)('axe finds nothing of weight on any screen in the %s theme', { timeout: LONG_MS }, async ([theme, rules]) => {
  await page.emulateMedia({ colorScheme: theme });
  await page.getByRole('button', { name: 'Open sample' }).first().waitFor();
  const faults: Record<string, string[]> = { empty: await accessibilityFaults(page, IMPACTS, rules) };
  await openSample(page);
  page.setDefaultTimeout(SCREEN_LIMIT_MS);
  for (const [name, open] of Object.entries(SCREENS)) {
    const leave = await open().catch((error: unknown) => void (faults[`${name}, opening`] = [String(error)]));
    faults[name] = await accessibilityFaults(page, IMPACTS, rules);
    await leave?.();
  }
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
});

/** Dialogs by what is selected when they are asked for. */
const DIALOGS: readonly { selected: [words: string, name: RegExp]; commands: readonly string[] }[] = [
  { selected: ['lora low-rank', /^LoRA: Low/], commands: ['Put into a list', 'Path to', 'Move to topic', 'Settings', 'Keyboard shortcuts', 'Export…', 'Thesauri', 'Paste text', 'Filter…'] },
  { selected: ['low-rank adaptation', /^low-rank adaptation/], commands: ['Merge with', 'Keep apart', 'Split off'] },
];

test('at 200 % zoom and in a window of 320 pixels nothing is cut, and dialogs are reached to their last button', { timeout: LONG_MS }, async () => {
  await openSample(page);
  for (const { selected: [words, name], commands } of DIALOGS) {
    await page.setViewportSize({ width: 1200, height: 800 });
    await appParts(page).search.fill(words);
    await page.getByRole('option', { name }).first().click();
    await appParts(page).details.getByRole('heading', { name }).first().waitFor();
    await appParts(page).map.focus();
    for (const [width, height] of [[720, 450], [320, 640]] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => outside()).toEqual([]);
      for (const command of commands) {
        const leave = await runDialog(command);
        await expect.poll(() => outOfReach(), { message: `${command} at ${width} × ${height}` }).toEqual([]);
        await leave();
      }
    }
  }
});

test('in forced colours what is unavailable, current and active is told by more than a ground', { timeout: LONG_MS }, async () => {
  await openSample(page);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const styleOf = (locator: Locator, property: 'color' | 'outlineStyle') => locator.evaluate((element, name) => getComputedStyle(element)[name], property);
  const { undo } = appParts(page);
  const ordinary = await styleOf(page.getByRole('button', { name: 'Zoom in' }), 'color');
  await expect.poll(() => undo.isDisabled()).toBe(true);
  await expect.poll(() => styleOf(undo, 'color')).not.toBe(ordinary);
  await page.getByRole('tab', { name: /^Review/ }).click();
  await expect.poll(() => styleOf(page.getByRole('tab', { name: /^Review/ }), 'outlineStyle')).toBe('solid');
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { selected: true }).waitFor();
  await expect.poll(() => styleOf(page.getByRole('option', { selected: true }), 'outlineStyle')).toBe('solid');
});

/** What in the open dialog cannot be brought into the window by scrolling, or is too small a target. */
function outOfReach(): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST_PX = 24;
    const dialog = [...document.querySelectorAll('[role="dialog"]')].findLast((element) => element.getClientRects().length > 0);
    if (!dialog) return ['the dialog'];
    const parts = [dialog, ...dialog.querySelectorAll('button, input, a, textarea, [role="option"], h2, label')].filter((part) => part.getBoundingClientRect().width > 1);
    return parts.flatMap((part) => {
      part.scrollIntoView({ block: 'nearest' });
      const { left, right, top, bottom, width, height } = part.getBoundingClientRect();
      const isSideways = left < -1 || right > window.innerWidth + 1;
      const isBeyond = height < window.innerHeight && (top < -1 || bottom > window.innerHeight + 1);
      const isSmall = part.matches('button') && (width < LEAST_PX - 0.5 || height < LEAST_PX - 0.5);
      return isSideways || isBeyond || isSmall ? [`${part.tagName} ${part.getAttribute('aria-label') ?? part.textContent?.slice(0, 40) ?? ''}`] : [];
    });
  });
}

/** Names of the bar's controls that reach over the window's edges, and the window where it scrolls sideways. */
function outside(): Promise<string[]> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll('header button, header input')].filter((control) => {
      const { left, right, width } = control.getBoundingClientRect();
      return width > 0 && (left < 0 || right > window.innerWidth + 1);
    });
    const sideways = document.documentElement.scrollWidth > window.innerWidth ? ['the window'] : [];
    return [...sideways, ...cut.map((control) => control.getAttribute('aria-label') ?? control.textContent ?? '')];
  });
}
