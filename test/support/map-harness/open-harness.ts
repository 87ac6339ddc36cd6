import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Builds the page with nothing but the map into a folder for temporary files; gives the folder, which `removeHarness` deletes. */
export async function buildHarness(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'concept-atlas-map-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: { input: join(import.meta.dirname, 'harness.ts'), output: { format: 'iife', entryFileNames: 'harness.js', assetFileNames: 'harness[extname]' } },
    },
  });
  return folder;
}

/** Puts the built page into a browser's empty page: from then on globalThis.mapHarness is there. */
export async function loadHarness(page: Page, folder: string): Promise<void> {
  await page.setContent('<!doctype html><html lang="en"><title>Map</title><body></body></html>');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.css'))) await page.addStyleTag({ path: join(folder, name) });
  await page.addScriptTag({ path: join(folder, 'harness.js') });
  await page.evaluate(() => document.fonts.load("400 12px 'Inter Variable'").then(() => undefined));
}

/** Deletes what buildHarness made. */
export function removeHarness(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
