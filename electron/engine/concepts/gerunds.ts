import { NOUNS_IN_ING, WORD_CLASS } from './lexicon.ts';
import { GAP, type TokenTable } from './tokens.ts';

/** How often a gerund has to stand as a noun, for each time that it stands as a verb. */
const NOUN_SHARE = 0.3;

/**
 * Word classes in which gerunds that the collection uses as verbs only ("obtaining", "ranging") have become verbs.
 * A gerund stands as a noun after a determiner or an adjective, or after a preposition with no noun phrase following;
 * it stands as a verb after a plural ("parameters ranging"), where a determiner or an adverb follows, or a noun phrase at the beginning of a clause.
 */
export function refineGerunds(wordClass: Uint8Array, lowerWords: readonly string[], { word, gap }: TokenTable): Uint8Array {
  const group = groupNumbers(wordClass, lowerWords);
  const asNoun = new Float64Array(lowerWords.length);
  const asVerb = new Float64Array(lowerWords.length);
  for (let at = 0; at < word.length; at++) {
    const number = group[word[at] as number] as number;
    if (number < 0 || gap[at] === GAP.hyphen) continue;
    const before = (gap[at] as number) >= GAP.pause ? -1 : (wordClass[word[at - 1] as number] as number);
    const after = at + 1 >= word.length || (gap[at + 1] as number) >= GAP.pause ? -1 : (wordClass[word[at + 1] as number] as number);
    if (before === WORD_CLASS.noun && (lowerWords[word[at - 1] as number] as string).endsWith('s')) asVerb[number]!++;
    else if (standsAsNoun(before, after)) asNoun[number]!++;
    else if (standsAsVerb(before, after)) asVerb[number]!++;
  }
  return wordClass.map((own, number) => {
    const shared = group[number] as number;
    if (shared < 0 || NOUNS_IN_ING.has(lowerWords[number] as string)) return own;
    return (asNoun[shared] as number) >= NOUN_SHARE * (asVerb[shared] as number) ? own : WORD_CLASS.verb;
  });
}

/** For each gerund the number of its first spelling, whatever the case; -1 for other words. */
function groupNumbers(wordClass: Uint8Array, lowerWords: readonly string[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(lowerWords, (lower, number) => {
    if (wordClass[number] !== WORD_CLASS.gerund) return -1;
    const known = first.get(lower);
    if (known === undefined) first.set(lower, number);
    return known ?? number;
  });
}

const opensNounPhrase = (wordClass: number): boolean => wordClass === WORD_CLASS.noun || wordClass === WORD_CLASS.adjective || wordClass === WORD_CLASS.determiner || wordClass === WORD_CLASS.participle;

function standsAsNoun(before: number, after: number): boolean {
  if (opensNounPhrase(after) && after !== WORD_CLASS.noun) return false;
  if (before === WORD_CLASS.determiner || before === WORD_CLASS.adjective) return true;
  return before === WORD_CLASS.preposition && !opensNounPhrase(after) && after !== WORD_CLASS.preposition && after !== WORD_CLASS.adverb;
}

function standsAsVerb(before: number, after: number): boolean {
  if (after === WORD_CLASS.determiner || after === WORD_CLASS.adverb) return true;
  return opensNounPhrase(after) && (before === -1 || before === WORD_CLASS.conjunction || before === WORD_CLASS.preposition);
}
