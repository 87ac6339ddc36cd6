import { ensureBuilt } from './build.ts';

await ensureBuilt(() => process.stdout.write('Building Concept Atlas …\n'));
