import { chromium, type Browser, type Page } from 'playwright-core';
import { testChromium } from './chromium.ts';

export interface PageOptions {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

export interface OpenedPage {
  page: Page;
  /** Errors that the page threw or wrote to the console, and what its policy refused. */
  errors: string[];
}

/** A browser for tests; `close` it in afterAll. */
export interface TestBrowser {
  browser: Browser;
  /** A page of its own session, at an address. */
  open(address: string, options?: PageOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** Starts the Chromium that ships with the tests. */
export async function launchBrowser(): Promise<TestBrowser> {
  const { executable, environment, args } = await testChromium();
  const browser = await chromium.launch({ executablePath: executable, args, env: definedOnly(environment) });
  return {
    browser,
    async open(address, { width = 1440, height = 900, theme = 'light' } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, acceptDownloads: true, locale: 'en-GB' });
      const page = await context.newPage();
      const errors = collectErrors(page);
      await page.goto(address);
      return { page, errors };
    },
    close: () => browser.close(),
  };
}

/** A growing list of the errors of a page from now on. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
