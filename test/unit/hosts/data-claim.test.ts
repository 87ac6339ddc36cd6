import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDataFolder } from '../../../electron/hosts/data-claim.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-claim-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that claims the folder and then waits. */
async function otherHolder() {
  const script = `import { claimDataFolder } from ${JSON.stringify(new URL('../../../electron/hosts/data-claim.ts', import.meta.url).href)}; globalThis.claim = claimDataFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

test('a second host on the same data is told which process has them', async () => {
  const child = await otherHolder();
  expect(() => claimDataFolder(folder)).toThrow(`running already on the same data (process ${child.pid})`);
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('data are free again after release, and after the process was killed', async () => {
  claimDataFolder(folder).release();
  const child = await otherHolder();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = claimDataFolder(folder);
  again.release();
});
