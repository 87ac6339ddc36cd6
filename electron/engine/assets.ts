import { join } from 'node:path';

/** Full path of a file that ships with the engine: `assets/` lies beside this file in the sources, and beside the bundle in a build. */
export function assetPath(name: string): string {
  return join(import.meta.dirname, 'assets', name);
}
