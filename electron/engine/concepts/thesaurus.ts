import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { assetPath } from '../assets.ts';

/** One concept of a thesaurus. */
export interface ThesaurusEntry {
  /** The identifier it has in its file. */
  id: string;
  label: string;
  /** True where the concept goes by this label even if papers use other wordings, as in thesauri of the user's. */
  fixedLabel?: true;
  /** Alternative and hidden labels. */
  aliases: string[];
  /** Labels that stand for other concepts too: used only where a paper itself defines them. */
  ambiguous: string[];
  /** Identifiers of broader and related concepts of the same thesaurus. */
  broader: string[];
  related: string[];
}

/** Concepts with their wordings. Where two claim a wording, the first one has it. */
export interface Thesaurus {
  name: string;
  entries: ThesaurusEntry[];
  /** Terms that are no concepts, however often papers mention them. */
  ignored?: string[];
}

const BUILT_IN = 'machine-learning.jsonld';

/** The one form in which the built-in thesaurus is written; files of users are read by a full SKOS reader. */
const builtInSchema = z.object({
  '@graph': z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      prefLabel: z.string().default(''),
      altLabel: z.array(z.string()).default([]),
      ambiguous: z.array(z.string()).default([]),
      broader: z.array(z.string()).default([]),
      related: z.array(z.string()).default([]),
    }),
  ),
});

let builtIn: Thesaurus | null = null;

/** The thesaurus of machine learning that ships with the engine, sorted by identifier. */
export function loadBuiltInThesaurus(): Thesaurus {
  builtIn ??= { name: BUILT_IN, entries: readBuiltIn(readFileSync(assetPath(BUILT_IN), 'utf8')) };
  return builtIn;
}

function readBuiltIn(text: string): ThesaurusEntry[] {
  const { '@graph': nodes } = builtInSchema.parse(JSON.parse(text));
  return nodes
    .filter(({ type }) => type === 'skos:Concept')
    .map(({ id, prefLabel, altLabel, ambiguous, broader, related }) => ({ id, label: prefLabel, aliases: altLabel, ambiguous, broader, related }));
}
