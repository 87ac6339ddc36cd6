import { parentPort } from 'node:worker_threads';
import { serveTasks } from '../../electron/engine/parallel/serve-tasks.ts';
import { role, TEST_TASKS } from './thread-tasks.ts';

const { unregistered: _, ...registered } = TEST_TASKS;
const registry = Object.fromEntries(Object.values(registered).map((task) => [task.name, () => Promise.resolve(task)]));

role.isHelper = true;
if (parentPort) serveTasks(parentPort, registry);
