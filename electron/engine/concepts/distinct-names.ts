import { singular } from './normalise.ts';
import type { Naming } from './wordings.ts';

/** What labels have in common that differ by case, hyphens, spaces, or plural only. */
export function labelKey(label: string): string {
  return singular(label.toLowerCase().replace(/[-\s‐-–]+/g, ''));
}

/** A concept's name, with what else tells it from others. */
export interface NamedConcept {
  naming: Naming;
  /** Its normal words: "maximum distance separable" where the papers write MDS. */
  spelled: string;
  papers: number;
}

/**
 * Names of which no two have the same key, and no alias of one is the label of another.
 * Where two concepts would be called alike, the one with fewer papers goes by its words written out, else by another wording of its.
 */
export function distinctNames(concepts: readonly NamedConcept[]): Naming[] {
  const taken = new Set<string>();
  const order = concepts.map((_, place) => place).sort((a, b) => (concepts[b] as NamedConcept).papers - (concepts[a] as NamedConcept).papers || a - b);
  const labels = concepts.map(({ naming }) => naming.label);
  const later: number[] = [];
  for (const place of order) {
    const key = labelKey(labels[place] as string);
    if (taken.has(key)) later.push(place);
    else taken.add(key);
  }
  for (const place of later) {
    const { naming, spelled } = concepts[place] as NamedConcept;
    const free = [spelled, ...naming.aliases, `${naming.label} (${spelled})`].find((label) => !taken.has(labelKey(label)));
    if (free === undefined) continue;
    labels[place] = free;
    taken.add(labelKey(free));
  }
  return concepts.map(({ naming }, place) => {
    const label = labels[place] as string;
    const own = labelKey(label);
    const aliases = (label === naming.label ? naming.aliases : [naming.label, ...naming.aliases]).filter((alias) => alias !== label && (labelKey(alias) === own || !taken.has(labelKey(alias))));
    return { ...naming, label, aliases };
  });
}
