import { z } from 'zod';

/** A span of whole numbers, both ends included; `to` null for no upper end. */
const countSpanSchema = z.strictObject({ from: z.int().min(0), to: z.int().min(0).nullable() });

export type CountSpan = z.infer<typeof countSpanSchema>;

/** How much a paper is about a concept: a span of its weight in the paper, 0..1, both ends included. */
const weightSpanSchema = z.strictObject({ concept: z.string(), from: z.number().min(0).max(1), to: z.number().min(0).max(1) });

export type WeightSpan = z.infer<typeof weightSpanSchema>;

/** Numbers of a paper that filters ask for. */
export const COUNTED_OF_PAPERS = ['links', 'citations', 'conceptCount'] as const;
export type CountedOfPapers = (typeof COUNTED_OF_PAPERS)[number];

/**
 * Conditions that papers must all meet; an empty list, null or false asks nothing. Within one list any entry will do, but of
 * weights and of concepts that papers are without, where all are asked for. Later versions added fields, which have defaults.
 */
export const filtersSchema = z.strictObject({
  topics: z.array(z.string()).default([]),
  /** Ids of concepts. */
  concepts: z.array(z.string()).default([]),
  weights: z.array(weightSpanSchema).default([]),
  /** Ids of concepts that papers must not mention. */
  without: z.array(z.string()).default([]),
  years: z.strictObject({ from: z.int(), to: z.int() }).nullable().default(null),
  /** Only papers whose year is not known. */
  undated: z.boolean().default(false),
  /** Names of the files that papers came from. */
  sources: z.array(z.string()).default([]),
  /** Least confidence, 0..1; 0 asks nothing. */
  confidence: z.number().min(0).max(1).default(0),
  /** Most confidence, 0..1; 1 asks nothing. */
  confidenceTo: z.number().min(0).max(1).default(1),
  /** Number of papers that a paper is linked to. */
  links: countSpanSchema.nullable().default(null),
  citations: countSpanSchema.nullable().default(null),
  /** Number of concepts that a paper mentions. */
  conceptCount: countSpanSchema.nullable().default(null),
  starred: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
  /** Words of a search that is kept. */
  search: z.string().max(1000).default(''),
});

export type Filters = z.infer<typeof filtersSchema>;

export const NO_FILTERS: Filters = filtersSchema.parse({});

/** The names of all conditions. */
export const FILTER_NAMES = filtersSchema.keyof().options;
