import type { z } from 'zod';

/** What was kept on this machine under a name; null where nothing was, it is of another shape, or storage is forbidden. */
export function keptOnMachine<T>(name: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(name) ?? 'null'));
  } catch {
    return null;
  }
}

/** Keeps something on this machine until the next time; storage may be forbidden, then not. */
export function keepOnMachine(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // What is shown now stays as it is.
  }
}
