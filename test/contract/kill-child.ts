import { writeSync } from 'node:fs';
import { createMemoryClient } from '../../electron/engine/memory-client.ts';
import { QUICK_STAGES } from '../support/quick-stages.ts';
import { killStep } from './kill-steps.ts';

/*
 * A program made to be killed: it does one change after the other to the library of a data folder, and acknowledges each on
 * standard output once its call was answered. Arguments: data folder, number of the first step.
 */
const [dataFolder = '', first = '0'] = process.argv.slice(2);
const engine = createMemoryClient({ dataFolder }, QUICK_STAGES);
await engine.call('library.state', {});
for (let step = Number(first); ; step++) {
  writeSync(1, `begun ${step}\n`);
  await killStep(engine, step);
  writeSync(1, `done ${step}\n`);
}
