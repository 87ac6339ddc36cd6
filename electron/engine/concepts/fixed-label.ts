import type { Naming } from './wordings.ts';

/**
 * A concept's name where a thesaurus of the user's says by which label it goes: that label, in the case in which papers have it if they do;
 * the wording that would have named it is then one of the others.
 */
export function withFixedLabel(naming: Naming, label: string): Naming {
  const same = (text: string): boolean => text.toLowerCase() === label.toLowerCase();
  if (same(naming.label)) return naming;
  const met = naming.joins.find(({ wording }) => same(wording));
  return {
    label: met?.wording ?? label,
    aliases: [naming.label, ...naming.aliases.filter((alias) => !same(alias))],
    joins: [{ wording: naming.label, reason: met?.reason ?? 'thesaurus' }, ...naming.joins.filter((join) => join !== met)],
  };
}
