import { z } from 'zod';
import { mapSettingsSchema } from './settings.ts';

const placesSchema = z.array(z.strictObject({ id: z.string(), x: z.number(), y: z.number() })).min(1).max(200_000);

/** One change by the user, kept beside the papers and the computed map, never over them. */
export const editSchema = z.discriminatedUnion('kind', [
  /** Papers or concepts put elsewhere by hand; positions in map units. */
  z.strictObject({
    kind: z.literal('move'),
    nodes: placesSchema,
  }),
  /** A topic given a name of the user's. Bound to the topic's papers, so that it follows when topics are computed anew. */
  z.strictObject({ kind: z.literal('rename-topic'), topic: z.string(), label: z.string().trim().min(1).max(200) }),
  /** Two topics and more become one, under the name of `into`, which is one of them. Bound to their papers, as a name is. */
  z.strictObject({ kind: z.literal('merge-topics'), topics: z.array(z.string()).min(2).max(1000), into: z.string() }),
  /** Papers put into a topic by hand; null takes them out of any. `nodes` are put elsewhere along with that, as a move does. */
  z.strictObject({ kind: z.literal('move-papers'), papers: z.array(z.string()).min(1).max(200_000), topic: z.string().nullable(), nodes: placesSchema.optional() }),
  /** Nodes that were put elsewhere by hand go back to where the layout has them. */
  z.strictObject({ kind: z.literal('unpin'), nodes: z.array(z.string()).min(1).max(200_000) }),
  /** A concept under another name. */
  z.strictObject({ kind: z.literal('rename-concept'), concept: z.string(), label: z.string().trim().min(1).max(200) }),
  /** Concepts that are one: `concepts` are told as wordings of `into`, which is not among them. */
  z.strictObject({ kind: z.literal('merge-concepts'), concepts: z.array(z.string()).min(1).max(1000), into: z.string() }),
  /** A wording that is a concept of its own, and stays one. */
  z.strictObject({ kind: z.literal('split-wording'), concept: z.string(), wording: z.string().min(1).max(300) }),
  /** A wording that is rightly one of its concept: nobody is asked again whether it is. */
  z.strictObject({ kind: z.literal('keep-wording'), concept: z.string(), wording: z.string().min(1).max(300) }),
  /** Concepts that tell nothing here: papers are no longer linked through them, and no list shows them. */
  z.strictObject({ kind: z.literal('hide-concepts'), concepts: z.array(z.string()).min(1).max(10_000) }),
  /** Two concepts that are never to be joined, nor proposed to be. */
  z.strictObject({ kind: z.literal('keep-apart'), concepts: z.tuple([z.string(), z.string()]) }),
  /** Stars, tags and a note; what is left out stays as it is, an empty note removes it. */
  z.strictObject({
    kind: z.literal('annotate'),
    targets: z.array(z.strictObject({ kind: z.enum(['paper', 'topic', 'concept']), id: z.string() })).min(1).max(200_000),
    starred: z.boolean().optional(),
    note: z.string().max(100_000).optional(),
    addTags: z.array(z.string().trim().min(1).max(100)).max(100).optional(),
    removeTags: z.array(z.string().trim().min(1).max(100)).max(100).optional(),
  }),
  /** A list of papers that has a name. `list` is an id that the window makes up. */
  z.strictObject({ kind: z.literal('make-list'), list: z.string().min(1).max(100), name: z.string().trim().min(1).max(200), papers: z.array(z.string()).max(200_000) }),
  z.strictObject({
    kind: z.literal('change-list'),
    list: z.string(),
    name: z.string().trim().min(1).max(200).optional(),
    note: z.string().max(100_000).optional(),
    starred: z.boolean().optional(),
    add: z.array(z.string()).max(200_000).optional(),
    remove: z.array(z.string()).max(200_000).optional(),
  }),
  z.strictObject({ kind: z.literal('remove-list'), list: z.string() }),
  /** Parameters of the map changed; the stages after them run again. */
  z.strictObject({ kind: z.literal('settings'), settings: mapSettingsSchema.partial() }),
]);
export type Edit = z.infer<typeof editSchema>;
