import { z } from 'zod';
import { filtersSchema, NO_FILTERS } from './filters.ts';

/** How alike two papers are, told by the concepts they share. */
export const SIMILARITY_IDS = ['cosine', 'association', 'jaccard', 'inclusion'] as const;
export type SimilarityId = (typeof SIMILARITY_IDS)[number];

/** Which of the papers' nearest neighbours become links. */
export const SPARSIFIER_IDS = ['strongest', 'mutual', 'disparity'] as const;
export type SparsifierId = (typeof SPARSIFIER_IDS)[number];

/** The parameters of a map, with ranges: forms, command-line options and the door's checks are all drawn from here. */
export const mapSettingsSchema = z.strictObject({
  /** Granularity of topics: higher gives more, smaller topics. */
  resolution: z.number().min(0.1).max(5),
  /** Seed of the one random generator. */
  seed: z.int().min(0).max(2 ** 31 - 1),
  /** A concept must occur in at least this many papers to link them. */
  minPapers: z.int().min(1).max(1000),
  /** Strongest links that each paper keeps. */
  linksPerPaper: z.int().min(1).max(50),
  similarity: z.enum(SIMILARITY_IDS),
  sparsifier: z.enum(SPARSIFIER_IDS),
});

export type MapSettings = z.infer<typeof mapSettingsSchema>;

export const DEFAULT_MAP_SETTINGS: MapSettings = { resolution: 1, seed: 1, minPapers: 2, linksPerPaper: 8, similarity: 'cosine', sparsifier: 'strongest' };

export const VIEWS = ['papers', 'concepts', 'both'] as const;
export type View = (typeof VIEWS)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Whether the guide through the window was taken or turned down. */
export const GUIDE_STATES = ['new', 'seen'] as const;
export type GuideState = (typeof GUIDE_STATES)[number];

/** A paper or topic at which a path begins or ends. */
const pathEndSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paper'), id: z.string() }),
  z.strictObject({ kind: z.literal('topic'), id: z.string() }),
]);

export type PathEnd = z.infer<typeof pathEndSchema>;

export const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paper'), id: z.string() }),
  z.strictObject({ kind: z.literal('concept'), id: z.string() }),
  z.strictObject({ kind: z.literal('topic'), id: z.string() }),
  /** Two papers and why they are related, whether or not the map has a link between them. */
  z.strictObject({ kind: z.literal('link'), source: z.string(), target: z.string() }),
  /** The strongest chains between two papers or topics; `choice` is the place of the one shown among the alternatives. */
  z.strictObject({ kind: z.literal('path'), from: pathEndSchema, to: pathEndSchema, choice: z.int().min(0).max(20).default(0) }),
  /** Two topics side by side. */
  z.strictObject({ kind: z.literal('compare'), topics: z.tuple([z.string(), z.string()]) }),
  /** Several papers, sorted by id. */
  z.strictObject({ kind: z.literal('papers'), ids: z.array(z.string()).min(2).max(200_000) }),
]);

/** What is selected and shown in Details. */
export type Selection = z.infer<typeof selectionSchema>;
export { pathEndSchema };

/** What nodes are coloured by. */
export const COLOURINGS = ['topic', 'year', 'concept', 'confidence', 'source', 'degree'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** What the size of papers tells. */
export const SIZINGS = ['links', 'concepts', 'citations', 'same'] as const;
export type Sizing = (typeof SIZINGS)[number];

/** What lies beneath the nodes: the areas of topics, or how dense the papers are. */
export const BACKDROPS = ['areas', 'density'] as const;
export type Backdrop = (typeof BACKDROPS)[number];

/** What is open beneath the map. */
export const DRAWERS = ['closed', 'papers', 'concepts', 'timeline'] as const;
export type Drawer = (typeof DRAWERS)[number];

/** What the window shows, kept in the library so that the next start shows the same. Fields that later versions added have defaults: older libraries lack them. */
export const viewStateSchema = z.strictObject({
  view: z.enum(VIEWS),
  selection: selectionSchema.nullable(),
  hiddenTopics: z.array(z.string()),
  /** Null until the user has moved the map: then it is fitted. */
  viewport: z.strictObject({ zoom: z.number().positive(), x: z.number(), y: z.number() }).nullable(),
  colourBy: z.enum(COLOURINGS).default('topic'),
  /** The concept that colours tell, for `colourBy` concept. */
  colourConcept: z.string().nullable().default(null),
  sizeBy: z.enum(SIZINGS).default('links'),
  backdrop: z.enum(BACKDROPS).default('areas'),
  drawer: z.enum(DRAWERS).default('closed'),
  filters: filtersSchema.default(NO_FILTERS),
  /** What was looked at, oldest first, and where in it the user is; empty for the selection alone. */
  trail: z.strictObject({ entries: z.array(selectionSchema.nullable()).max(100), index: z.int().min(0) }).nullable().default(null),
});

export type ViewState = z.infer<typeof viewStateSchema>;

export const DEFAULT_VIEW_STATE: ViewState = viewStateSchema.parse({ view: 'papers', selection: null, hiddenTopics: [], viewport: null });
