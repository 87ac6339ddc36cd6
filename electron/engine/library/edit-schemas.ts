import type { z } from 'zod';
import { editSchema, type Edit } from '../../../shared/edit.ts';

type EditSchema = (typeof editSchema.options)[number];

/** The contract's schema of one kind of edit. */
export function schemaOfEdit<K extends Edit['kind']>(kind: K): Extract<EditSchema, { shape: { kind: z.ZodLiteral<K> } }> {
  const found = editSchema.options.find((option) => option.shape.kind.value === kind);
  if (!found) throw new Error(`no edit is called ${kind}`);
  // What `find` looked for is what the type says; TypeScript can't follow a literal through a union of schemas.
  return found as Extract<EditSchema, { shape: { kind: z.ZodLiteral<K> } }>;
}
