import { z } from 'zod';
import type { Concept } from '../model.ts';

/** What tells a concept from others in whichever index it is looked for: ids come from labels, and labels change with papers and thesauri. */
export const conceptReferenceSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** Its wordings besides the label, as they were known when the correction was made. */
  aliases: z.array(z.string()),
});

export type ConceptReference = z.infer<typeof conceptReferenceSchema>;

const label = z.string();

/** Corrections of concepts, each with what finds its concepts again after another import or with other thesauri. */
export const conceptCorrectionSchemas = [
  z.object({ kind: z.literal('rename-concept'), concept: conceptReferenceSchema, label }),
  z.object({ kind: z.literal('merge-concepts'), concepts: z.array(conceptReferenceSchema), into: conceptReferenceSchema }),
  z.object({ kind: z.literal('split-wording'), concept: conceptReferenceSchema, wording: z.string() }),
  z.object({ kind: z.literal('keep-wording'), concept: conceptReferenceSchema, wording: z.string() }),
  z.object({ kind: z.literal('hide-concepts'), concepts: z.array(conceptReferenceSchema) }),
  z.object({ kind: z.literal('keep-apart'), concepts: z.tuple([conceptReferenceSchema, conceptReferenceSchema]) }),
] as const;

const correctionSchema = z.discriminatedUnion('kind', conceptCorrectionSchemas);

export type ConceptCorrection = z.infer<typeof correctionSchema>;

const KINDS: ReadonlySet<string> = new Set(conceptCorrectionSchemas.map((schema) => schema.shape.kind.value));

/** True for an edit that corrects concepts, as the user asks for it or as the journal keeps it. */
export function isConceptCorrection<E extends { kind: string }>(edit: E): edit is Extract<E, { kind: ConceptCorrection['kind'] }> {
  return KINDS.has(edit.kind);
}

/** What a concept will be found again by. */
export function referenceTo({ id, label: name, aliases }: Pick<Concept, 'id' | 'label' | 'aliases'>): ConceptReference {
  return { id, label: name, aliases };
}
