import { join } from 'node:path';

/** The project's folder, three above this file. */
export const PROJECT_FOLDER = join(import.meta.dirname, '..', '..', '..');

export const DIST_FOLDER = join(PROJECT_FOLDER, 'dist');

/** What this checkout remembers between starts; under node_modules, so that "npm ci" forgets it. */
export const CACHE_FOLDER = join(PROJECT_FOLDER, 'node_modules', '.cache', 'concept-atlas');
