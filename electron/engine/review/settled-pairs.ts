import type { ConceptCorrection, ConceptReference } from '../corrections/concept-correction.ts';
import { labelKey } from '../thesaurus/label-key.ts';

/** Which pairs of names the user has settled: those kept apart and those split. What was merged is one concept anyway. */
export class SettledPairs {
  readonly #pairs = new Set<string>();

  constructor(corrections: readonly ConceptCorrection[]) {
    for (const correction of corrections) {
      if (correction.kind === 'keep-apart') this.#add(namesOf(correction.concepts[0]), namesOf(correction.concepts[1]));
      if (correction.kind === 'split-wording') this.#add([correction.wording], namesOf(correction.concept).filter((name) => name !== correction.wording));
    }
  }

  /** True where some name of one and some name of the other were set apart. */
  has(one: readonly string[], other: readonly string[]): boolean {
    if (this.#pairs.size === 0) return false;
    const keys = other.map(labelKey);
    return one.map(labelKey).some((key) => keys.some((second) => this.#pairs.has(pairKey(key, second))));
  }

  #add(one: readonly string[], other: readonly string[]): void {
    for (const first of one) for (const second of other) this.#pairs.add(pairKey(labelKey(first), labelKey(second)));
  }
}

function namesOf({ label, aliases }: ConceptReference): string[] {
  return [label, ...aliases];
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
