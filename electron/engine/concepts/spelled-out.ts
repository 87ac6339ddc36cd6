import { isAcronymShaped } from './normalise.ts';
import { GAP, type TokenTable } from './tokens.ts';

const MOST_WORDS = 6;

/**
 * Words whose odd capitals only spell an acronym out: those of "GrAph HyperNetworks" (GAHN) and "SHapley Additive exPlanations" (SHAP), as numbers of `surfaces`.
 * The capitals of some words in a row are together an acronym of the collection.
 */
export function findSpelledOut(surfaces: readonly string[], { word, gap }: TokenTable): ReadonlySet<number> {
  const acronyms = new Set(surfaces.filter((text) => text.length > 2 && isAcronymShaped(text)).map((text) => text.toUpperCase()));
  const isMixed = Uint8Array.from(surfaces, (text) => (text.length > 4 && isAcronymShaped(text) && /\p{Ll}{2}/u.test(text) ? 1 : 0));
  const found = new Set<number>();
  for (let at = 0; at < word.length; at++) {
    const own = word[at] as number;
    if (isMixed[own] === 0 || found.has(own)) continue;
    for (let from = at; from >= 0 && from > at - MOST_WORDS; from--) {
      if (spellsAcronym(surfaces, word, gap, from, at, acronyms)) found.add(own);
      if ((gap[from] as number) >= GAP.pause) break;
    }
  }
  return found;
}

/** True where the capitals of the words from `from` on, `at` among them and at least two words, spell an acronym; of the last word its first ones may do. */
function spellsAcronym(surfaces: readonly string[], word: Uint32Array, gap: Uint8Array, from: number, at: number, acronyms: ReadonlySet<string>): boolean {
  let capitals = '';
  for (let to = from; to < word.length && to < from + MOST_WORDS; to++) {
    if (to > from && (gap[to] as number) >= GAP.pause) return false;
    const own = (surfaces[word[to] as number] as string).replace(/[^\p{Lu}\d]/gu, '');
    for (const capital of own) {
      capitals += capital;
      if (to > from && to >= at && capitals.length > 2 && acronyms.has(capitals)) return true;
    }
  }
  return false;
}
