import { isAcronymShaped, singularAcronym } from './normalise.ts';
import { GAP, type TokenTable } from './tokens.ts';

const MOST_WORDS = 6;

/**
 * Words whose odd capitals only spell an acronym out: "LoGAH (Low-rank GrAph Hypernetworks)", "SHapley Additive exPlanations (SHAP)", as numbers of `surfaces`.
 * An acronym stands right before or after the words, and nearly all its letters are their capitals in order.
 */
export function findSpelledOut(surfaces: readonly string[], { word, gap }: TokenTable): ReadonlySet<number> {
  const isMixed = Uint8Array.from(surfaces, (text) => (text.length > 4 && isAcronymShaped(text) && /\p{Ll}{2}/u.test(text) ? 1 : 0));
  const found = new Set<number>();
  for (let at = 0; at < word.length; at++) {
    const own = word[at] as number;
    if (isMixed[own] === 1 && !found.has(own) && isSpelledOut(surfaces, word, gap, at)) found.add(own);
  }
  return found;
}

/** True where some words in a row, `at` among them, have an acronym beside them that their capitals spell. */
function isSpelledOut(surfaces: readonly string[], word: Uint32Array, gap: Uint8Array, at: number): boolean {
  for (let from = at; from >= 0 && from > at - MOST_WORDS; from--) {
    let capitals = '';
    for (let to = from; to < word.length && to < from + MOST_WORDS && (to === from || (gap[to] as number) < GAP.pause); to++) {
      capitals += capitalsOf(surfaces[word[to] as number] as string);
      if (to < at || to === from) continue;
      if (spells(capitals, surfaces[word[to + 1] ?? -1]) || (from > 0 && spells(capitals, surfaces[word[from - 1] as number]))) return true;
    }
    if ((gap[from] as number) >= GAP.pause) break;
  }
  return false;
}

const capitalsOf = (text: string): string => text.replace(/[^\p{Lu}]/gu, '');

/** Whether the capitals are an acronym's letters, one of which may be missing. */
function spells(capitals: string, acronym: string | undefined): boolean {
  if (acronym === undefined || !isAcronymShaped(acronym)) return false;
  const letters = singularAcronym(acronym).toUpperCase().replace(/[^\p{Lu}]/gu, '');
  if (letters.length < 3 || capitals.length < letters.length - 1 || capitals.length > letters.length || capitals[0] !== letters[0]) return false;
  let matched = 0;
  for (const letter of letters) if (letter === capitals[matched]) matched++;
  return matched === capitals.length;
}
