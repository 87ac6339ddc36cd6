import { app } from 'electron';
import { z } from 'zod';

const secondStartSchema = z.object({ files: z.array(z.string()) });

/**
 * Makes this the only running app on its data; false when another is, which is then given the files to open.
 * Files go as additional data, since Chromium may reorder the second start's command line.
 */
export function claimInstance(files: readonly string[], onSecondStart: (files: string[]) => void): boolean {
  if (!app.requestSingleInstanceLock({ files: [...files] })) return false;
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const start = secondStartSchema.safeParse(data);
    onSecondStart(start.success ? start.data.files : []);
  });
  return true;
}
