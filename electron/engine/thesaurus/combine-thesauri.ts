import type { ThesaurusNotice } from '../../../shared/thesaurus.ts';
import type { Thesaurus, ThesaurusEntry } from '../concepts/thesaurus.ts';
import { breakRings } from './break-rings.ts';
import { labelKey } from './label-key.ts';

/** Several thesauri as one, and what of them was settled by a rule. */
export interface CombinedThesauri {
  thesaurus: Thesaurus;
  notices: ThesaurusNotice[];
}

/** Whose a label is so far. */
interface Claim {
  entry: CombinedEntry;
  preferred: boolean;
}

interface CombinedEntry extends ThesaurusEntry {
  /** The thesaurus that named it. */
  from: Thesaurus;
}

/**
 * One thesaurus of several, in which a later one counts more than an earlier one:
 * - A concept goes by the preferred label of the latest thesaurus that has it; its other labels, broader and related concepts come from all.
 *   Two thesauri mean the same concept where the preferred label of one is any label of the other.
 * - A label that two of them give to different concepts belongs to that of the later one, with a notice.
 * - What a thesaurus ignores is no concept, unless a later one has it.
 * Entries stand by thesaurus, the latest first, so that the first to claim a wording has it.
 */
export function combineThesauri(thesauri: readonly Thesaurus[]): CombinedThesauri {
  const [only, ...others] = thesauri;
  if (only && others.length === 0) return { thesaurus: only, notices: [] };
  const combination = new Combination();
  for (const thesaurus of thesauri.toReversed()) combination.add(thesaurus);
  return combination.finish();
}

class Combination {
  readonly #entries: CombinedEntry[] = [];
  readonly #claims = new Map<string, Claim>();
  readonly #ignored = new Map<string, string>();
  readonly #ambiguous = new Set<string>();
  readonly #notices: ThesaurusNotice[] = [];

  /** Adds a thesaurus that counts less than those before it. */
  add(thesaurus: Thesaurus): void {
    const targets = new Map(thesaurus.entries.map((entry) => [entry.id, this.#find(entry)]));
    const own = new Map<string, CombinedEntry>();
    for (const entry of thesaurus.entries) own.set(entry.id, targets.get(entry.id) ?? this.#newEntry(entry, thesaurus));
    const claims = thesaurus.entries.flatMap((entry) => this.#merge(entry, own, thesaurus));
    for (const [key, claim] of claims) if (!this.#claims.has(key)) this.#claims.set(key, claim);
    for (const label of thesaurus.entries.flatMap(({ ambiguous }) => ambiguous)) this.#ambiguous.add(labelKey(label));
    for (const label of thesaurus.ignored ?? []) if (!this.#claims.has(labelKey(label))) this.#ignored.set(labelKey(label), label);
  }

  finish(): CombinedThesauri {
    const { kept, notices } = breakRings(this.#entries);
    this.#notices.push(...notices);
    const entries = this.#entries.map(({ id, label, fixedLabel, aliases, ambiguous, related }, place): ThesaurusEntry => ({ id, label, ...(fixedLabel ? { fixedLabel } : {}), aliases, ambiguous, broader: kept[place] ?? [], related }));
    const ignored = [...this.#ignored.values()];
    return { thesaurus: { name: 'all', entries, ...(ignored.length > 0 ? { ignored } : {}) }, notices: this.#notices };
  }

  /** The concept that is there already and that an entry means too: by its preferred label, else by an alias that is a preferred label there. */
  #find(entry: ThesaurusEntry): CombinedEntry | null {
    const same = this.#claims.get(labelKey(entry.label));
    if (same) return same.entry;
    for (const alias of entry.aliases) {
      const claim = this.#claims.get(labelKey(alias));
      if (claim?.preferred) return claim.entry;
    }
    return null;
  }

  #newEntry(entry: ThesaurusEntry, from: Thesaurus): CombinedEntry {
    const added: CombinedEntry = { id: `${this.#entries.length}`, label: entry.label, ...(entry.fixedLabel ? { fixedLabel: true } : {}), aliases: [], ambiguous: [], broader: [], related: [], from };
    this.#entries.push(added);
    return added;
  }

  /** Adds what an entry says to its concept; gives the labels that it claims for it. */
  #merge(entry: ThesaurusEntry, own: ReadonlyMap<string, CombinedEntry>, thesaurus: Thesaurus): [string, Claim][] {
    const target = own.get(entry.id) as CombinedEntry;
    const claims: [string, Claim][] = [];
    for (const label of [entry.label, ...entry.aliases]) {
      const key = labelKey(label);
      const claim = this.#claims.get(key);
      if (claim && claim.entry !== target) this.#tellClash(label, entry, thesaurus, claim.entry);
      if (claim || this.#ignored.has(key)) continue;
      if (this.#ambiguous.has(key)) {
        addNew(target.ambiguous, [label]);
        continue;
      }
      const preferred = label === entry.label && target.label === label;
      if (!preferred) addNew(target.aliases, [label]);
      claims.push([key, { entry: target, preferred }]);
    }
    addNew(target.ambiguous, entry.ambiguous.filter((label) => !this.#claims.has(labelKey(label))));
    addNew(target.broader, this.#ids(entry.broader, own, target));
    addNew(target.related, this.#ids(entry.related, own, target));
    return claims;
  }

  #ids(ids: readonly string[], own: ReadonlyMap<string, CombinedEntry>, target: CombinedEntry): string[] {
    return ids.flatMap((id) => own.get(id)?.id ?? []).filter((id) => id !== target.id);
  }

  #tellClash(label: string, entry: ThesaurusEntry, thesaurus: Thesaurus, winner: CombinedEntry): void {
    const message = `“${label}” belongs to “${winner.label}” in ${winner.from.name} and to “${entry.label}” in ${thesaurus.name}: ${winner.from.name} counts.`;
    this.#notices.push({ line: null, message });
  }
}

function addNew(list: string[], added: readonly string[]): void {
  for (const each of added) if (!list.includes(each)) list.push(each);
}
