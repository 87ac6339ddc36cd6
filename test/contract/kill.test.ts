import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../electron/engine/library/check-library.ts';
import { createMemoryClient } from '../../electron/engine/memory-client.ts';
import { seededRandom } from '../../electron/engine/random.ts';
import type { EngineClient } from '../../electron/engine/commands.ts';
import { QUICK_STAGES } from '../support/quick-stages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { killStep } from './kill-steps.ts';

const KILLS = 12;
const CHILD = join(import.meta.dirname, 'kill-child.ts');

/** Runs the program until it is killed, so long after its first acknowledgement; gives its lines. */
async function runAndKill(dataFolder: string, firstStep: number, afterMs: number): Promise<{ begun: number; done: number }> {
  const child = spawn(process.execPath, [CHILD, dataFolder, String(firstStep)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  let timer: NodeJS.Timeout | undefined;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`the program ended by itself: ${errors}`);
  const latest = (word: string) => Math.max(firstStep - 1, ...[...output.matchAll(new RegExp(`^${word} (\\d+)$`, 'gm'))].map((match) => Number(match[1])));
  return { begun: latest('begun'), done: latest('done') };
}

async function stateOf(engine: EngineClient): Promise<string> {
  const { settings, view, map, undoLabel, redoLabel } = await engine.call('library.state', {});
  return JSON.stringify({ settings, view, map, undoLabel, redoLabel });
}

describe('a program killed at any moment', () => {
  it(`leaves a library with all that was acknowledged and nothing half done (${KILLS} kills)`, { timeout: 120_000 }, async () => {
    const random = seededRandom(2026);
    const folder = temporaryFolder();
    /** What must be in the library, from an engine that nobody kills. */
    const reference = createMemoryClient({ dataFolder: temporaryFolder() }, QUICK_STAGES);
    const expected = [await stateOf(reference)];
    let next = 0;
    let insideAction = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const { begun, done } = await runAndKill(folder, next, Math.floor(random() * 250));
      for (let step = expected.length - 1; step <= begun; step++) {
        await killStep(reference, step);
        expected.push(await stateOf(reference));
      }
      if (begun > done) insideAction++;
      const survivor = createMemoryClient({ dataFolder: folder }, QUICK_STAGES);
      const found = await stateOf(survivor);
      await survivor.close();
      const possible = [expected[done + 1], expected[begun + 1]];
      expect(possible, `after step ${done} was acknowledged and ${begun} begun`).toContain(found);
      next = found === expected[begun + 1] ? begun + 1 : done + 1;
      for (const name of readdirSync(join(folder, 'libraries')).filter((each) => each.endsWith('.atlas'))) expect(checkLibrary(join(folder, 'libraries', name))).toEqual([]);
    }
    await reference.close();
    expect(next, 'changes were made between the kills').toBeGreaterThan(KILLS);
    expect(insideAction, 'kills inside an action').toBeGreaterThan(0);
  });
});
