import { NOUNS_IN_ING, WORD_CLASS } from './lexicon.ts';
import { GAP, type TokenTable } from './tokens.ts';

/** How often a gerund has to stand as a noun, for each time that it stands as a verb. */
const NOUN_SHARE = 0.3;

/** How often a gerund before a noun has to stand where only a modifier can, for each time that it stands there at all. */
const MODIFIER_SHARE = 0.25;

export interface Gerunds {
  /** Word classes in which gerunds that the collection uses as verbs only ("obtaining", "ranging") have become verbs. */
  wordClass: Uint8Array;
  /** 1 for gerunds that are verbs where a noun phrase follows: "for detecting communities", but not "of moving objects", "in learning theory". */
  governs: Uint8Array;
}

/**
 * What the collection uses its gerunds for.
 * A gerund stands as a noun after a determiner or an adjective, or after a preposition with no noun phrase following;
 * it stands as a verb after a plural ("parameters ranging"), where a determiner or an adverb follows, or a noun phrase at the beginning of a clause.
 * Before a noun it is a modifier for certain after a determiner or an adjective ("the moving object").
 */
export function refineGerunds(wordClass: Uint8Array, lowerWords: readonly string[], { word, gap }: TokenTable): Gerunds {
  const group = groupNumbers(wordClass, lowerWords);
  const asNoun = new Float64Array(lowerWords.length);
  const asVerb = new Float64Array(lowerWords.length);
  const asModifier = new Float64Array(lowerWords.length);
  const beforeNoun = new Float64Array(lowerWords.length);
  for (let at = 0; at < word.length; at++) {
    const number = group[word[at] as number] as number;
    if (number < 0 || gap[at] === GAP.hyphen) continue;
    const before = (gap[at] as number) >= GAP.pause ? -1 : (wordClass[word[at - 1] as number] as number);
    const after = at + 1 >= word.length || (gap[at + 1] as number) >= GAP.pause ? -1 : (wordClass[word[at + 1] as number] as number);
    if (opensNounPhrase(after) && after !== WORD_CLASS.determiner) {
      beforeNoun[number]!++;
      if (before === WORD_CLASS.determiner || before === WORD_CLASS.adjective) asModifier[number]!++;
    }
    if (before === WORD_CLASS.noun && (lowerWords[word[at - 1] as number] as string).endsWith('s')) asVerb[number]!++;
    else if (standsAsNoun(before, after)) asNoun[number]!++;
    else if (standsAsVerb(before, after)) asVerb[number]!++;
  }
  const isSettled = (number: number): boolean => (group[number] as number) < 0 || NOUNS_IN_ING.has(lowerWords[number] as string);
  const isNoun = (shared: number): boolean => (asNoun[shared] as number) >= NOUN_SHARE * (asVerb[shared] as number);
  const isModifier = (shared: number): boolean => (asModifier[shared] as number) > MODIFIER_SHARE * (beforeNoun[shared] as number);
  const isVerb = (own: number, shared: number): boolean => (own === WORD_CLASS.gerund ? !isNoun(shared) : (asVerb[shared] as number) > (asModifier[shared] as number));
  return {
    wordClass: wordClass.map((own, number) => (!isSettled(number) && isVerb(own, group[number] as number) ? WORD_CLASS.verb : own)),
    governs: wordClass.map((own, number) => (own !== WORD_CLASS.gerund || isSettled(number) || isModifier(group[number] as number) ? 0 : 1)),
  };
}

/** For each gerund, and each adjective that looks like one ("missing"), the number of its first spelling, whatever the case; -1 for other words. */
function groupNumbers(wordClass: Uint8Array, lowerWords: readonly string[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(lowerWords, (lower, number) => {
    if (wordClass[number] !== WORD_CLASS.gerund && !(wordClass[number] === WORD_CLASS.adjective && lower.endsWith('ing'))) return -1;
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
