import { z } from 'zod';

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

const nodeRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paper'), id: z.string() }),
  z.strictObject({ kind: z.literal('concept'), id: z.string() }),
  z.strictObject({ kind: z.literal('topic'), id: z.string() }),
  z.strictObject({ kind: z.literal('link'), source: z.string(), target: z.string() }),
]);

/** What is selected and shown in Details. */
export type Selection = z.infer<typeof nodeRefSchema>;

/** What the window shows, kept in the library so that the next start shows the same. */
export const viewStateSchema = z.strictObject({
  view: z.enum(VIEWS),
  selection: nodeRefSchema.nullable(),
  hiddenTopics: z.array(z.string()),
  /** Null until the user has moved the map: then it is fitted. */
  viewport: z.strictObject({ zoom: z.number().positive(), x: z.number(), y: z.number() }).nullable(),
});

export type ViewState = z.infer<typeof viewStateSchema>;

export const DEFAULT_VIEW_STATE: ViewState = { view: 'papers', selection: null, hiddenTopics: [], viewport: null };
