import { parseArgs } from 'node:util';
import { failureOf } from '../../../shared/failures.ts';
import { userDataFolder } from '../data-folder.ts';
import { serve } from './serve.ts';

/** The web host by itself: [--no-open] [--data-folder FOLDER] [FILE…]. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-open': { type: 'boolean', default: false }, 'data-folder': { type: 'string' } },
});
try {
  await serve({ dataFolder: values['data-folder'] ?? userDataFolder(), files: positionals, dev: false, open: !values['no-open'] });
  process.exit(0);
} catch (error) {
  process.stderr.write(`Concept Atlas could not start: ${failureOf(error).message}\n`);
  process.exit(1);
}
