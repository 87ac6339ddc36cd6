import { homedir } from 'node:os';
import { join } from 'node:path';
import { APP_NAME } from './app-identity.ts';

/**
 * Folder of the user's data where the platform keeps such things; the same for every host, so that a library begun in the
 * browser is there in the desktop app. ATLAS_DATA_FOLDER overrides it. The folder may not exist yet.
 */
export function userDataFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform, home: string = homedir()): string {
  if (environment.ATLAS_DATA_FOLDER) return environment.ATLAS_DATA_FOLDER;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP_NAME);
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), APP_NAME);
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'concept-atlas');
}
