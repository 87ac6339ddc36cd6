import { z } from 'zod';
import { BACKDROPS, COLOURINGS, SIZINGS, VIEWS, viewStateSchema } from './settings.ts';

/** What a figure shows; the same for the screen's export and the command line. */
export const figureOptionsSchema = z.strictObject({
  view: z.enum(VIEWS).default('papers'),
  theme: z.enum(['light', 'dark']).default('light'),
  title: z.string().max(300).default(''),
  legend: z.boolean().default(true),
  /** Every paper, or what the screen shows at the zoom: from afar a large map is bubbles of topics. */
  detail: z.enum(['every-paper', 'as-on-screen']).default('every-paper'),
  /** Size in CSS pixels; a PNG has this times `scale`. With `window` the height follows from its shape. */
  width: z.int().min(200).max(8000).default(1600),
  height: z.int().min(200).max(8000).default(1000),
  hiddenTopics: z.array(z.string()).default([]),
  /** Part of the map to show, in map units; null shows all of it. */
  window: z.strictObject({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }).nullable().default(null),
  /** Pixels that a map unit of `window` has on the screen that the figure shows: all is then as there, in a larger print. Null for the figure's own. */
  zoom: z.number().positive().nullable().default(null),
  /** What is drawn with a star. */
  starred: z.array(z.strictObject({ kind: z.enum(['paper', 'topic', 'concept']), id: z.string() })).max(200_000).default([]),
  selection: viewStateSchema.shape.selection.default(null),
  /** Ids of papers and concepts that search and filters leave, which stand out; null where nothing is asked. */
  matches: z.array(z.string()).max(200_000).nullable().default(null),
  /** Papers of the path that is shown, in walking order; null for none. */
  path: z.array(z.string()).max(10_000).nullable().default(null),
  colourBy: z.enum(COLOURINGS).default('topic'),
  colourConcept: z.string().nullable().default(null),
  sizeBy: z.enum(SIZINGS).default('links'),
  backdrop: z.enum(BACKDROPS).default('areas'),
});
export type FigureOptions = z.infer<typeof figureOptionsSchema>;

/** Formats the window can export; a subset of the command line's endings. */
export const EXPORT_FORMATS = ['png', 'svg', 'json', 'gexf', 'graphml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats that a list of papers can be exported in. */
export const PAPER_EXPORT_FORMATS = ['bib', 'ris', 'csv'] as const;
export type PaperExportFormat = (typeof PAPER_EXPORT_FORMATS)[number];

/** Formats that corrections of concepts can be exported in. */
export const CORRECTION_FORMATS = ['vosviewer', 'csv', 'skos-turtle'] as const;
export type CorrectionFormat = (typeof CORRECTION_FORMATS)[number];

/** Bytes of a file for the user, with the name and media type to save it under. */
export interface FileBytes {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}
