import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Stage } from '../../shared/paper.ts';
import type { TopicMap } from '../../shared/topic-map.ts';

const COMMAND_LINE = join(import.meta.dirname, '..', '..', 'electron', 'hosts', 'cli', 'start.mjs');
const USAGE_HOOK = join(import.meta.dirname, 'process-usage.mjs');

/** One run of the command line from start to end. */
export interface WholeRun {
  wallSeconds: number;
  /** Processor time in user mode, of all threads. */
  userSeconds: number;
  peakMegabytes: number;
  papers: number;
  /** Milliseconds of each stage, by the run's own report. */
  timings: Partial<Record<Stage, number>>;
  map: TopicMap;
}

/** `map INPUT -o map.json --limit …` as a process of its own. Throws with what it said if it fails. */
export async function runMap(input: string, limit: number): Promise<WholeRun> {
  const folder = await mkdtemp(join(tmpdir(), 'concept-atlas-bench-'));
  const [mapFile, reportFile, usageFile] = ['map.json', 'report.json', 'usage.json'].map((name) => join(folder, name)) as [string, string, string];
  try {
    const startedAt = performance.now();
    await execute(['--import', pathToFileURL(USAGE_HOOK).href, COMMAND_LINE, 'map', input, '-o', mapFile, '--report', reportFile, '--limit', String(limit), '--quiet'], usageFile);
    const wallSeconds = (performance.now() - startedAt) / 1000;
    const read = async <T>(file: string) => JSON.parse(await readFile(file, 'utf8')) as T;
    const report = await read<{ files: { papers: number }[]; timings: WholeRun['timings'] }>(reportFile);
    const usage = await read<Pick<WholeRun, 'userSeconds' | 'peakMegabytes'>>(usageFile);
    return { wallSeconds, ...usage, papers: report.files.reduce((sum, { papers }) => sum + papers, 0), timings: report.timings, map: await read<TopicMap>(mapFile) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function execute(args: string[], usageFile: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, CONCEPT_ATLAS_USAGE: usageFile }, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the command line ended with ${code}: ${said}`))));
  });
}
