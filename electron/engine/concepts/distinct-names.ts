import { singular } from './normalise.ts';
import type { Naming } from './wordings.ts';

const SPACING = /[-\s‐-–]+/g;

/** What labels have in common that differ by case, hyphens, spaces or plural only. */
export function labelKey(label: string): string {
  const lower = label.toLowerCase();
  const last = Math.max(lower.lastIndexOf(' '), lower.lastIndexOf('-')) + 1;
  return last === 0 ? singular(lower) : lower.slice(0, last).replace(SPACING, '') + singular(lower.slice(last));
}

/** What else tells concepts from each other, by their places. */
export interface ConceptFacts {
  /** Its normal words: "maximum distance separable" where the papers write MDS. */
  spelled: (place: number) => string;
  papers: (place: number) => number;
}

/**
 * Names of which no two have the same key, and no alias of one is the label of another.
 * Of concepts that would be called alike, those go by their words written out whose label was an acronym, then those with fewer papers.
 */
export function distinctNames(namings: readonly Naming[], { spelled, papers }: ConceptFacts): Naming[] {
  const labels = namings.map(({ label }) => label);
  const taken = new Map<string, number>();
  const alike = new Map<string, number[]>();
  for (const [place, label] of labels.entries()) {
    const key = labelKey(label);
    const other = taken.get(key);
    if (other === undefined) taken.set(key, place);
    else alike.set(key, [...(alike.get(key) ?? [other]), place]);
  }
  for (const [key, group] of alike) {
    const addsNothing = (place: number): number => (labelKey(spelled(place)) === key ? 0 : 1);
    group.sort((a, b) => addsNothing(a) - addsNothing(b) || papers(b) - papers(a) || a - b);
    for (const place of group.slice(1)) {
      const label = otherLabel(namings[place] as Naming, spelled(place), taken);
      labels[place] = label;
      taken.set(labelKey(label), place);
    }
  }
  return namings.map((naming, place) => withLabel(naming, labels[place] as string, taken));
}

/** A label that is not taken yet. */
function otherLabel({ label, aliases }: Naming, spelled: string, taken: ReadonlyMap<string, number>): string {
  return [spelled, ...aliases].find((other) => !taken.has(labelKey(other))) ?? `${label} (${spelled})`;
}

function withLabel(naming: Naming, label: string, taken: ReadonlyMap<string, number>): Naming {
  if (label === naming.label && naming.aliases.length === 0) return naming;
  const own = labelKey(label);
  const aliases = label === naming.label ? naming.aliases : [naming.label, ...naming.aliases];
  return { ...naming, label, aliases: aliases.filter((alias) => alias !== label && (labelKey(alias) === own || !taken.has(labelKey(alias)))) };
}
