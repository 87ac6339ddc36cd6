import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../electron/hosts/start/build.ts';
import { DIST_FOLDER } from '../../electron/hosts/start/project.ts';

/** The built web host, run as a process of its own on a data folder of its own. */
export interface WebApp {
  /** The one-time address of the host that runs now. */
  address(): string;
  dataFolder: string;
  /** Ends the host at once, as a crash or a power cut would. */
  kill(): Promise<void>;
  /** Asks the host to end, and waits until it has; gives its exit code. */
  stop(): Promise<number | null>;
  /** Processor time that the host has taken so far, all its threads, in milliseconds; null where the system does not tell. */
  processorMs(): number | null;
  /** Starts the host again on the same data. */
  restart(): Promise<void>;
  /** Ends the host and removes its data. */
  remove(): Promise<void>;
}

const START_LIMIT_MS = 30_000;

/** Builds where needed and starts the web host; `files` are opened as if named on the command line, uploads go into the folder for temporary files. */
export async function startWebApp({ files = [], temporaryFolder }: { files?: string[]; temporaryFolder?: string } = {}): Promise<WebApp> {
  await ensureBuilt();
  const dataFolder = mkdtempSync(join(tmpdir(), 'concept-atlas-test-'));
  const uploads = temporaryFolder ?? mkdtempSync(join(tmpdir(), 'concept-atlas-uploads-'));
  let host = await startHost(dataFolder, uploads, files);
  const end = async (signal: NodeJS.Signals) => {
    if (host.process.exitCode !== null || host.process.signalCode !== null) return host.process.exitCode;
    const exited = once(host.process, 'exit');
    host.process.kill(signal);
    await exited;
    return host.process.exitCode;
  };
  return {
    address: () => host.address,
    dataFolder,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    processorMs: () => processorMs(host.process.pid),
    async restart() {
      await end('SIGTERM');
      host = await startHost(dataFolder, uploads, []);
    },
    async remove() {
      await end('SIGKILL');
      for (const folder of [dataFolder, uploads]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Linux counts the time of a process in hundredths of a second. */
const MS_PER_TICK = 10;

function processorMs(process: number | undefined): number | null {
  const file = `/proc/${process}/stat`;
  if (!existsSync(file)) return null;
  const [, afterName = ''] = readFileSync(file, 'utf8').split(') ');
  const fields = afterName.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

async function startHost(dataFolder: string, temporaryFolder: string, files: string[]): Promise<{ process: ChildProcess; address: string }> {
  const host = spawn(process.execPath, [join(DIST_FOLDER, 'web.js'), '--no-open', '--data-folder', dataFolder, ...files], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: temporaryFolder } });
  return { process: host, address: await printedAddress(host) };
}

/** The address that a starting host prints. Throws with what it wrote instead where none comes. */
export function printedAddress(host: ChildProcess, limitMs: number = START_LIMIT_MS): Promise<string> {
  return new Promise((found, failed) => {
    let written = '';
    const giveUp = () => failed(new Error(`The host printed no address but: ${written}`));
    const timer = setTimeout(giveUp, limitMs);
    const read = (chunk: Buffer) => {
      written += chunk.toString('utf8');
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(written) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    };
    host.stdout?.on('data', read);
    host.stderr?.on('data', read);
    host.once('exit', giveUp);
  });
}
