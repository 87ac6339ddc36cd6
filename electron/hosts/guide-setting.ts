import { join } from 'node:path';
import { z } from 'zod';
import { GUIDE_STATES, type GuideState } from '../../shared/settings.ts';
import { settingsFile, type SettingsFile } from './host-settings.ts';

/** Whether the guide was taken or turned down, kept in the data folder: a browser forgets it, since the web host's address changes. */
export function guideSetting(dataFolder: string): SettingsFile<{ guide: GuideState }> {
  return settingsFile(join(dataFolder, 'guide.json'), z.strictObject({ guide: z.enum(GUIDE_STATES) }), { guide: 'new' });
}
