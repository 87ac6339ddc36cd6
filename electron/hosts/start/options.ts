import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { userDataFolder } from '../data-folder.ts';

export interface StartOptions {
  /** Straight to the browser, without trying Electron. */
  web: boolean;
  /** Let the browser be opened; the address is printed either way. */
  open: boolean;
  /** The page from its sources, with hot reload, in the browser. */
  dev: boolean;
  dataFolder: string;
  /** Full paths of the files to open. */
  files: string[];
}

export const START_USAGE = `npm start -- [FILE…] [--web] [--no-open] [--data-folder FOLDER]

  FILE…                  libraries and papers to open
  --web                  opens in the browser, without trying Electron
  --no-open              prints the browser's address without opening it
  --data-folder FOLDER   keeps libraries there
`;

/** Reads the arguments of npm start. Throws TypeError, as parseArgs does, for an option it does not know. */
export function readStartOptions(args: readonly string[]): StartOptions | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: { web: { type: 'boolean' }, open: { type: 'boolean' }, dev: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, 'data-folder': { type: 'string' } },
  });
  if (values.help) return 'help';
  const dev = values.dev ?? false;
  return {
    dev,
    web: dev || (values.web ?? false),
    open: values.open ?? true,
    dataFolder: resolve(values['data-folder'] ?? userDataFolder()),
    files: positionals.map((file) => resolve(file)),
  };
}
