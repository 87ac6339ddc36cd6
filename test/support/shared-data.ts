import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Path of a file of the data that lies beside a developer's checkout (ATLAS_DATA names another place); null where it is absent, as in a public clone. */
export function sharedData(name: string): string | null {
  const path = join(process.env['ATLAS_DATA'] ?? join(ROOT, '..', 'shared'), name);
  return existsSync(path) ? path : null;
}

/** The sentence with which a test that needs such data is skipped. */
export function skippedWithout(name: string): string {
  return `skipped: ${name} is not beside this checkout`;
}
