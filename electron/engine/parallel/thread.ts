import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';

enableCompileCache();
const [{ serveTasks }, { TASKS }] = await Promise.all([import('./serve-tasks.ts'), import('./tasks.ts')]);

if (parentPort) serveTasks(parentPort, TASKS);
