import { z } from 'zod';

/*
 * The application's menu as plain data. The page makes it from its commands; the window's own menu and the desktop's are drawn
 * from the same data.
 */

const choiceSchema = z.strictObject({ argument: z.string().max(4000), label: z.string().max(1000), about: z.string().max(4000) });

const entrySchema = z.strictObject({
  /** Id of the page's command. */
  command: z.string().min(1).max(100),
  label: z.string().min(1).max(300),
  /** All its shortcuts, as the page writes them: "Mod+Shift+Z". */
  shortcuts: z.array(z.string().min(1).max(50)).max(10),
  enabled: z.boolean(),
  /** Whether what it switches is on; null where it switches nothing. */
  checked: z.boolean().nullable(),
  /** What it may be given, as a menu of its own; null where it takes nothing. */
  choices: z.array(choiceSchema).max(100).nullable(),
});

const groupSchema = z.strictObject({
  label: z.string().min(1).max(50),
  /** Entries that belong together; a line parts them from the next. */
  sections: z.array(z.array(entrySchema).max(200)).max(50),
});

export const appMenuSchema = z.array(groupSchema).max(20);

/** Something a command may be given: a recent library. */
export type MenuChoice = z.infer<typeof choiceSchema>;
export type MenuEntry = z.infer<typeof entrySchema>;
export type MenuGroup = z.infer<typeof groupSchema>;
export type AppMenu = z.infer<typeof appMenuSchema>;
