import { labelKey } from '../thesaurus/label-key.ts';
import type { ConceptDraft } from './concept-draft.ts';
import type { ConceptReference } from './concept-correction.ts';

/**
 * The number of the concept that a reference means; -1 where there is none any more. The one of its id, unless that shares no wording with it;
 * else the one of its label; else the one that has its label, or most of its other wordings, among its wordings.
 */
export function findAgain(draft: ConceptDraft, reference: ConceptReference): number {
  const same = draft.numberOfId(reference.id);
  const sought = keysOf(reference);
  if (same >= 0 && sharedKeys(draft, same, sought) > 0) return same;
  const [labelled] = draft.numbersOfLabel(labelKey(reference.label));
  if (labelled !== undefined) return labelled;
  const others = () => [...sought].flatMap((key) => [...draft.numbersOfLabel(key), ...draft.numbersOfAlias(key)]);
  return mostAlike(draft, draft.numbersOfAlias(labelKey(reference.label)), sought) ?? mostAlike(draft, others(), sought) ?? -1;
}

/** What the wordings of a concept have that texts can tell apart. */
export function keysOf({ label, aliases }: Pick<ConceptReference, 'label' | 'aliases'>): Set<string> {
  return new Set([label, ...aliases].map(labelKey));
}

/** The concept with most of the wordings, the first of those with as many. */
function mostAlike(draft: ConceptDraft, numbers: readonly number[], sought: ReadonlySet<string>): number | undefined {
  let best: { number: number; shared: number } | null = null;
  for (const number of numbers) {
    const shared = sharedKeys(draft, number, sought);
    if (shared > (best?.shared ?? 0)) best = { number, shared };
  }
  return best?.number;
}

function sharedKeys(draft: ConceptDraft, number: number, sought: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of keysOf(draft.conceptAt(number))) if (sought.has(key)) shared++;
  return shared;
}
