import { createInterface } from 'node:readline';
import { claimDataFolder } from '../data-claim.ts';
import { openBrowser } from './open-browser.ts';
import { startWebHost, type WebHostOptions } from './web-host.ts';

/**
 * Runs the web host until it is told to end: by Ctrl+C, SIGTERM, or the page. Prints the address, on a terminal a new one
 * for every Enter, and opens it in the user's browser where `open` says so. A second Ctrl+C ends at once. Throws host.inUse while
 * another host is at work on the same data.
 */
export async function serve({ open, ...options }: WebHostOptions & { open: boolean }): Promise<void> {
  const claim = claimDataFolder(options.dataFolder);
  const told = Promise.withResolvers<void>();
  process.once('SIGINT', told.resolve);
  process.once('SIGTERM', told.resolve);
  const host = await startWebHost(options);
  const address = host.oneTimeAddress();
  process.stdout.write(`Concept Atlas is at ${address}\nThe address works once, for one browser. Press Ctrl+C to end.\n`);
  if (open) openBrowser(address);
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
  terminal?.on('line', () => process.stdout.write(`${host.oneTimeAddress()}\n`));
  terminal?.on('SIGINT', told.resolve);
  await Promise.race([told.promise, host.stopAsked]);
  terminal?.close();
  await host.close();
  claim.release();
}
