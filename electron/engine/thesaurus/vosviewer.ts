import type { DraftConcept, ThesaurusDraft } from './draft.ts';
import { labelKey } from './label-key.ts';

/** One line of a thesaurus that says what to put in place of a label. */
export interface Replacement {
  line: number;
  label: string;
  /** Empty: the label is no concept. */
  replacement: string;
}

/**
 * Reads replacements as VOSviewer has them: each label stands for the concept it is replaced by, and one replaced by nothing is ignored.
 * Where a label is replaced twice, the later line counts; a replacement that is replaced itself leads on. In a table of `pairs`, term and
 * preferred term, a term without a preferred one is skipped.
 */
export function readReplacements(lines: readonly Replacement[], kind: 'replacements' | 'pairs', draft: ThesaurusDraft): void {
  const byKey = new Map<string, Replacement>();
  for (const line of lines) {
    if (kind === 'pairs' && line.replacement === '') draft.skipped.push({ line: line.line, reason: 'it has no preferred term' });
    else addReplacement(byKey, line, draft);
  }
  const concepts = new Map<string, DraftConcept>();
  for (const line of byKey.values()) {
    const target = targetOf(line, byKey, draft);
    if (target === null) draft.ignored.push(line.label);
    else addAlias(concepts, line, target);
  }
  draft.concepts.push(...concepts.values());
}

function addReplacement(byKey: Map<string, Replacement>, line: Replacement, { notices }: ThesaurusDraft): void {
  const key = labelKey(line.label);
  const before = byKey.get(key);
  if (before && labelKey(before.replacement) !== labelKey(line.replacement)) {
    notices.push({ line: line.line, message: `“${line.label}” ${outcome(before)} in line ${before.line} and ${outcome(line)} here: the later line counts.` });
  }
  byKey.delete(key);
  byKey.set(key, line);
}

function outcome({ replacement }: Replacement): string {
  return replacement === '' ? 'is ignored' : `becomes “${replacement}”`;
}

/** The label that a line leads to in the end; null where that is ignored. A ring of replacements ends at the first line's own. */
function targetOf(first: Replacement, byKey: ReadonlyMap<string, Replacement>, { notices }: ThesaurusDraft): string | null {
  const seen = new Set([labelKey(first.label)]);
  let line = first;
  for (;;) {
    if (line.replacement === '') return null;
    const key = labelKey(line.replacement);
    const next = byKey.get(key);
    if (!next || labelKey(next.replacement) === key) return line.replacement;
    if (seen.has(key)) {
      notices.push({ line: first.line, message: `“${first.label}” is replaced in a ring that leads back to “${line.replacement}”: “${first.replacement}” is taken.` });
      return first.replacement;
    }
    seen.add(key);
    line = next;
  }
}

function addAlias(concepts: Map<string, DraftConcept>, { line, label }: Replacement, target: string): void {
  const key = labelKey(target);
  let concept = concepts.get(key);
  if (!concept) concepts.set(key, (concept = { id: target, line, label: target, aliases: [], ambiguous: [], broader: [], related: [] }));
  if (labelKey(label) !== key) concept.aliases.push(label);
}
