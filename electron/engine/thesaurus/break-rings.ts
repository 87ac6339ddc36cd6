import type { ThesaurusNotice } from '../../../shared/thesaurus.ts';

/** A concept with the identifiers of broader ones, all of which are there. */
interface Narrower {
  id: string;
  label: string;
  line?: number | null;
  broader: readonly string[];
}

/**
 * The broader concepts of each concept without the references that would make one broader than itself, over however many steps:
 * of each ring the reference that closes it in a depth-first walk is left out, with a notice.
 */
export function breakRings(concepts: readonly Narrower[]): { kept: string[][]; notices: ThesaurusNotice[] } {
  const placeOf = new Map(concepts.map(({ id }, place) => [id, place]));
  const kept = concepts.map(({ id, broader }) => [...new Set(broader)].filter((reference) => reference !== id));
  const notices: ThesaurusNotice[] = [];
  const state: ('open' | 'done' | undefined)[] = [];
  const labelAt = (place: number): string => concepts[place]?.label ?? '';
  for (const start of concepts.keys()) {
    if (state[start] !== undefined) continue;
    const path = [{ place: start, next: 0 }];
    state[start] = 'open';
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const references = kept[step.place] ?? [];
      const target = placeOf.get(references[step.next] ?? '');
      if (target === undefined) {
        state[step.place] = 'done';
        path.pop();
      } else if (state[target] === 'open') {
        references.splice(step.next, 1);
        notices.push({ line: concepts[step.place]?.line ?? null, message: `“${labelAt(target)}” would be broader than itself by way of “${labelAt(step.place)}”: that reference is left out.` });
      } else {
        step.next++;
        if (state[target] === 'done') continue;
        state[target] = 'open';
        path.push({ place: target, next: 0 });
      }
    }
  }
  return { kept, notices };
}
