import { american, singular } from '../concepts/normalise.ts';

/** Endings by which words of one stem differ, longest first. */
const ENDINGS = [
  'izations', 'ization', 'ational', 'ations', 'ation', 'ators', 'ator', 'ating', 'ative', 'ated', 'ates', 'ate', 'izing', 'izer', 'ized', 'ize', 'ments', 'ment', 'ness', 'ities', 'ity', 'ances', 'ance', 'ences', 'ence',
  'ions', 'ion', 'ings', 'ing', 'ives', 'ive', 'ably', 'able', 'ally', 'ical', 'ials', 'ial', 'als', 'al', 'ers', 'er', 'ors', 'or', 'ed', 'es', 'ic', 'ly', 'e', 'y', 's',
];

const LEAST_STEM = 4;

/** Words that a term can do without. */
const EMPTY = new Set(['of', 'for', 'the', 'a', 'an', 'and']);

const stems = new Map<string, string>();

/** Words whose stems are remembered; then all of them are forgotten. */
const MOST_WORDS = 200_000;

/** What words of one family have in common: “initialize”, “initialization” and “initializations”; rough, for looking up what then is compared. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_WORDS) stems.clear();
  const found = stemOf(word);
  stems.set(word, found);
  return found;
}

function stemOf(word: string): string {
  const lower = american(singular(word.toLowerCase()));
  const ending = ENDINGS.find((each) => lower.endsWith(each) && lower.length - each.length >= LEAST_STEM);
  const cut = ending === undefined ? lower : lower.slice(0, -ending.length);
  return /([bdgklmnprt])\1$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** The words of a term that say something. */
export function tellingWords(term: string): string[] {
  return (term.match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? []).filter((word) => !EMPTY.has(word.toLowerCase()));
}
