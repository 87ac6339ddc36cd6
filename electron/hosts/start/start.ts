import { serve } from '../web/serve.ts';
import { ensureBuilt } from './build.ts';
import { electronBinary } from './electron-binary.ts';
import { fetchElectron, fetchMemory, lastFetchFailure, type FetchFailure } from './electron-fetching.ts';
import { obstacle, runElectron } from './electron-launch.ts';
import { readStartOptions, START_USAGE, type StartOptions } from './options.ts';

/*
 * npm start: builds where needed, then opens the desktop app; where Electron can't be had or can't show a window,
 * it says so in one sentence and opens the same app in the browser.
 */

const IN_BROWSER = 'so Concept Atlas opens in your browser instead.';

const FETCH_SENTENCES: Record<FetchFailure, string> = {
  refused: `Electron could not be fetched from its download host, ${IN_BROWSER}`,
  silent: `Electron's download host did not answer within 20 seconds, ${IN_BROWSER}`,
};

const memory = fetchMemory();

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

async function start(options: StartOptions): Promise<number> {
  if (!options.dev) await ensureBuilt(() => say('Building Concept Atlas …'));
  if (options.web) return serveInBrowser(options);
  const blocked = obstacle(process.platform, process.env, process.getuid?.());
  if (blocked !== null) return fallBack(options, `${blocked}, ${IN_BROWSER}`);
  const binary = electronBinary() ?? (await firstFetch());
  if (binary === null) return fallBack(options, FETCH_SENTENCES[lastFetchFailure(memory)?.failure ?? 'refused']);
  const exitCode = await runElectron(binary, options);
  return exitCode ?? fallBack(options, `Electron could not show a window, ${IN_BROWSER}`);
}

/** Fetches Electron where that has not failed before. After a failure it is tried again beside the running app, for the next start. */
async function firstFetch(): Promise<string | null> {
  const last = lastFetchFailure(memory);
  if (last?.mayRetry) void fetchElectron(memory);
  if (last) return null;
  say('Fetching Electron, once …');
  await fetchElectron(memory);
  return electronBinary();
}

function fallBack(options: StartOptions, sentence: string): Promise<number> {
  say(sentence);
  return serveInBrowser(options);
}

async function serveInBrowser({ dataFolder, files, dev, open }: StartOptions): Promise<number> {
  await serve({ dataFolder, files, dev, open });
  return 0;
}

function readOptions(): StartOptions | number {
  try {
    const options = readStartOptions(process.argv.slice(2));
    if (options !== 'help') return options;
    process.stdout.write(START_USAGE);
    return 0;
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${START_USAGE}`);
    return 2;
  }
}

async function run(): Promise<number> {
  const options = readOptions();
  if (typeof options === 'number') return options;
  try {
    return await start(options);
  } catch (error) {
    say(`Concept Atlas could not start: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

process.exit(await run());
