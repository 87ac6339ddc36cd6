import type { ThesaurusNotice } from '../../../shared/thesaurus.ts';
import type { ThesaurusEntry } from '../concepts/thesaurus.ts';
import { breakRings } from './break-rings.ts';
import type { DraftConcept, ThesaurusDraft } from './draft.ts';
import { labelKey } from './label-key.ts';

/**
 * The entries of a thesaurus after its contradictions are settled, each with a notice in the draft:
 * - Two concepts with the same preferred label: the first one has it, the other goes by its next label that is free, or is skipped.
 * - A label that is preferred for one concept and an alias of another belongs to the first.
 * - An alias of two concepts is ambiguous: it belongs to neither, but where a paper itself says which it means.
 * - A concept that is broader than itself, over however many steps, loses the reference that closes the ring.
 * A label with a qualifier in brackets, "Python (programming language)", is known without it as well.
 * References to what is not in the file are dropped; related goes both ways.
 */
export function settleDraft(draft: ThesaurusDraft): ThesaurusEntry[] {
  const concepts = ownPreferredLabels(draft);
  const aliases = ownAliases(concepts, draft.notices);
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  const { kept, notices } = breakRings(concepts.map((concept) => ({ ...concept, broader: concept.broader.filter((id) => known.has(id)) })));
  draft.notices.push(...notices);
  const related = bothWays(concepts, known);
  return concepts.map(({ id, label }, place) => {
    const { aliases: own = [], ambiguous = [] } = aliases[place] ?? {};
    return { id, label, fixedLabel: true, aliases: own, ambiguous, broader: kept[place] ?? [], related: [...(related.get(id) ?? [])] };
  });
}

/** The concepts that have a preferred label of their own. */
function ownPreferredLabels({ concepts, skipped, notices }: ThesaurusDraft): DraftConcept[] {
  const owners = new Map<string, DraftConcept>();
  const waiting: DraftConcept[] = [];
  for (const concept of concepts) {
    const key = labelKey(concept.label);
    if (owners.has(key)) waiting.push(concept);
    else owners.set(key, concept);
  }
  const settled = new Map<DraftConcept, DraftConcept>();
  for (const concept of waiting) {
    const owner = owners.get(labelKey(concept.label)) as DraftConcept;
    const label = concept.aliases.find((alias) => !owners.has(labelKey(alias)));
    if (label === undefined) {
      skipped.push({ line: concept.line ?? 1, reason: `concept “${concept.id}” has no label that “${owner.id}” does not have` });
      continue;
    }
    notices.push({ line: concept.line, message: `“${concept.label}” is the preferred label of “${owner.id}” and “${concept.id}”: the first one has it, the other goes by “${label}”.` });
    const renamed = { ...concept, label };
    owners.set(labelKey(label), renamed);
    settled.set(concept, renamed);
  }
  const skippedOnes = new Set(waiting.filter((concept) => !settled.has(concept)));
  return concepts.filter((concept) => !skippedOnes.has(concept)).map((concept) => settled.get(concept) ?? concept);
}

/** For each concept its aliases, those that several concepts claim apart. */
function ownAliases(concepts: readonly DraftConcept[], notices: ThesaurusNotice[]): Pick<ThesaurusEntry, 'aliases' | 'ambiguous'>[] {
  const owner = new Map(concepts.map((concept) => [labelKey(concept.label), concept]));
  const wanted = concepts.map((concept) => aliasesOf(concept, owner, notices));
  const claims = Map.groupBy(wanted.flatMap((labels, place) => [...labels].map(([key, label]) => ({ key, label, concept: concepts[place] as DraftConcept }))), ({ key }) => key);
  for (const [first, second, ...others] of claims.values()) {
    if (!first || !second) continue;
    const claimants = [first, second, ...others].map(({ concept }) => concept);
    notices.push({ line: second.concept.line, message: `“${first.label}” is an alias of ${names(claimants)}: it counts only where a paper says which it means.` });
  }
  return wanted.map((labels, place) => {
    const shared = [...labels].filter(([key]) => (claims.get(key)?.length ?? 0) > 1).map(([, label]) => label);
    const own = [...labels].filter(([key]) => claims.get(key)?.length === 1).map(([, label]) => label);
    return { aliases: own, ambiguous: [...new Set([...(concepts[place] as DraftConcept).ambiguous, ...shared])] };
  });
}

function names(concepts: readonly DraftConcept[]): string {
  const shown = concepts.slice(0, 3).map(({ label }) => `“${label}”`).join(', ');
  return concepts.length > 3 ? `${shown} and ${concepts.length - 3} more` : shown;
}

/** The aliases of a concept by key, without those that are another one's preferred label. */
function aliasesOf(concept: DraftConcept, owner: ReadonlyMap<string, DraftConcept>, notices: ThesaurusNotice[]): Map<string, string> {
  const aliases = new Map<string, string>();
  const bare = withoutQualifier(concept.label);
  if (bare !== null && !owner.has(labelKey(bare))) aliases.set(labelKey(bare), bare);
  for (const alias of concept.aliases) {
    const key = labelKey(alias);
    const other = owner.get(key);
    if (other === concept || aliases.has(key)) continue;
    if (other) notices.push({ line: concept.line, message: `“${alias}” is an alias of “${concept.label}”, but “${other.label}” is a concept of its own: it stays that.` });
    else aliases.set(key, alias);
  }
  return aliases;
}

function withoutQualifier(label: string): string | null {
  const [, bare] = /^(.*\S)\s*\([^()]+\)$/.exec(label) ?? [];
  return bare ?? null;
}

function bothWays(concepts: readonly DraftConcept[], known: ReadonlyMap<string, DraftConcept>): Map<string, Set<string>> {
  const related = new Map<string, Set<string>>(concepts.map(({ id }) => [id, new Set()]));
  for (const concept of concepts) {
    for (const id of concept.related) {
      if (!known.has(id) || id === concept.id) continue;
      related.get(concept.id)?.add(id);
      related.get(id)?.add(concept.id);
    }
  }
  return related;
}
