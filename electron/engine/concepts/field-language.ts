import { WORD_CLASS } from './lexicon.ts';
import type { CandidateSource } from './occurrences.ts';

/** Share of English function words below which a text is taken for another language: English prose has 30 to 45 %. */
const ENGLISH_SHARE = 0.15;
const WORDS_TO_JUDGE_LANGUAGE = 25;
/** Share of words in other scripts above which a text is in another language. */
const OTHER_SCRIPT_SHARE = 0.3;
const LONGEST_WITHDRAWAL = 80;
const WITHDRAWAL_HEAD = 14;
const WITHDRAWN: readonly string[] = ['paper', 'article', 'manuscript', 'submission', 'work', 'preprint'];

/** Whether a field of a token table is English: told by the share of function words; short texts by those of other languages, else they are taken as `otherwise` says. */
export function isEnglishField({ tokens, words }: Pick<CandidateSource, 'tokens' | 'words'>, field: number, otherwise: boolean): boolean {
  const from = tokens.fields[field] as number;
  const length = (tokens.fields[field + 1] as number) - from;
  let english = 0;
  let others = 0;
  let scripts = 0;
  for (let at = from; at < from + length; at++) {
    const wordClass = words.wordClass[tokens.word[at] as number] as number;
    if (isFunctionWord(wordClass)) english++;
    else if (wordClass === WORD_CLASS.otherLanguage) others++;
    else if (wordClass === WORD_CLASS.otherScript) scripts++;
  }
  if (scripts > OTHER_SCRIPT_SHARE * length) return false;
  if (others > english && others > 1) return false;
  if (length >= WORDS_TO_JUDGE_LANGUAGE) return english >= ENGLISH_SHARE * length;
  return otherwise || english > others;
}

/** Whether a field of a token table says that the paper is no more: "This paper has been withdrawn by the author, due to an error in Lemma 3." */
export function isWithdrawal({ tokens, surfaces }: Pick<CandidateSource, 'tokens' | 'surfaces'>, field: number): boolean {
  const from = tokens.fields[field] as number;
  const to = tokens.fields[field + 1] as number;
  if (to === from || to - from > LONGEST_WITHDRAWAL) return false;
  const head = Array.from(tokens.word.subarray(from, Math.min(to, from + WITHDRAWAL_HEAD)), (word) => (surfaces[word] as string).toLowerCase());
  return (head.includes('withdrawn') || head.includes('retracted')) && WITHDRAWN.some((word) => head.includes(word));
}

function isFunctionWord(wordClass: number): boolean {
  return wordClass >= WORD_CLASS.determiner && wordClass <= WORD_CLASS.conjunction;
}
