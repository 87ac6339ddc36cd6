import type { ConceptCorrection } from '../corrections/concept-correction.ts';
import { labelKey } from '../thesaurus/label-key.ts';

/** Which wordings the user has found right, each with the names of the concept that it is one of. */
export class SettledWordings {
  readonly #namesOf = new Map<string, Set<string>>();

  constructor(corrections: readonly ConceptCorrection[]) {
    for (const correction of corrections) {
      if (correction.kind !== 'keep-wording') continue;
      const { concept, wording } = correction;
      const key = labelKey(wording);
      const names = this.#namesOf.get(key) ?? new Set();
      for (const name of [concept.label, ...concept.aliases]) if (labelKey(name) !== key) names.add(labelKey(name));
      this.#namesOf.set(key, names);
    }
  }

  /** True where a wording was found right in a concept that had one of these names besides. */
  has(wording: string, names: readonly string[]): boolean {
    const known = this.#namesOf.get(labelKey(wording));
    return known !== undefined && names.some((name) => known.has(labelKey(name)));
  }
}
