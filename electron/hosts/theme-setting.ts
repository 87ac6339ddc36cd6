import { join } from 'node:path';
import { z } from 'zod';
import { THEMES, type Theme } from '../../shared/settings.ts';
import { settingsFile, type SettingsFile } from './host-settings.ts';

/** The theme that the user chose, kept in the data folder, so that every host shows the same. */
export function themeSetting(dataFolder: string): SettingsFile<{ theme: Theme }> {
  return settingsFile(join(dataFolder, 'theme.json'), z.strictObject({ theme: z.enum(THEMES) }), { theme: 'system' });
}
