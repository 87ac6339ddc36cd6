import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A small JSON file of a host's own: what it remembers between starts and can do without. */
export interface SettingsFile<T> {
  /** What was kept, or the default where there is nothing readable. */
  read(): T;
  /** Keeps the value. A failure to write is not worth a message, since the default serves as well. */
  write(value: T): void;
}

/** The settings file at a path, checked by a schema on reading and replaced as a whole on writing. */
export function settingsFile<T>(path: string, schema: z.ZodType<T>, otherwise: T): SettingsFile<T> {
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        return otherwise;
      }
    },
    write(value) {
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.new`, JSON.stringify(value));
        renameSync(`${path}.new`, path);
      } catch {
        // Remembered until the next start at least.
      }
    },
  };
}
