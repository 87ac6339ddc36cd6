import { readFileSync } from 'node:fs';
import { assetPath } from '../assets.ts';
import { Vocabulary } from './vocabulary.ts';

/** The asset with the words of wink-nlp's English lexicon; test/support/english-words.ts makes it. */
export const ENGLISH_WORDS = 'english-words.txt';

/** What words by themselves are, in their order. */
export interface TaggedWords {
  /** Universal parts of speech: NOUN, VERB … */
  tags: string[];
  /** 1 for words of the lexicon. */
  known: Uint8Array;
}

/** Parts of speech of words that are not in the lexicon, by their endings, the longest first, and then by their beginnings; all others are nouns. Rules of wink-nlp. */
const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    VERB: 'ing ed', ADV: 'ly', ADJ: 'able tish like ous ful ary less ier est fy ky', NOUN: 'es er or ity ion', PROPN: 'llah stan gton abad land pur tnam',
  }).flatMap(([tag, endings]) => endings.split(' ').map((ending) => [ending, tag])),
);
const BEGINNINGS = /^(?:anti|post|non)/;
const LONGEST_ENDING = 4;
const SHORTEST_ENDING = 2;

const LETTERS = /^[a-z]+/;
const LETTERS_ONLY = /^[a-z]+$/;
const DIGITS = /^\d+(?:[.,]\d+)*/;
/** Letters that one of these follows are a name as a whole, not the word that they are by themselves. */
const NAME_GOES_ON = /^[a-z]+[\d.&\u00c0-\u024f]/;
const LATIN = /^[\u00c0-\u024f]+[a-z\u00c0-\u024f]*$/;

/**
 * What each word, given in lower case, is by itself: from wink-nlp's English lexicon, else from its ending.
 * Of words that go on with other signs (model's, x_i, 3d) the first part counts, as in wink-nlp.
 */
export function tagWords(lowerWords: readonly string[]): TaggedWords {
  const wanted = new Vocabulary();
  const wholes = Int32Array.from(lowerWords, (word) => wanted.number(word));
  const parts = Int32Array.from(lowerWords, (word, place) => (LETTERS_ONLY.test(word) ? (wholes[place] as number) : wanted.number(lookedUpPart(word))));
  const found = lexiconTags(wanted);
  const tags = lowerWords.map((word, place) => found[wholes[place] as number] ?? found[parts[place] as number] ?? guessedTag(word, wanted.words[parts[place] as number] as string));
  return { tags, known: Uint8Array.from(lowerWords, (_, place) => ((found[wholes[place] as number] ?? found[parts[place] as number]) === undefined ? 0 : 1)) };
}

/** The part of a word that the lexicon is asked for where it does not know the whole. */
function lookedUpPart(word: string): string {
  return NAME_GOES_ON.test(word) ? word : (LETTERS.exec(word)?.[0] ?? DIGITS.exec(word)?.[0] ?? word);
}

function guessedTag(word: string, part: string): string {
  if (/^\d/.test(word)) return 'NUM';
  if (!/^[a-z]/.test(word)) return LATIN.test(word) ? 'PROPN' : 'X';
  if (/^[a-z]+[\d&\u00c0-\u024f]/.test(word)) return 'PROPN';
  for (let length = LONGEST_ENDING; length >= SHORTEST_ENDING; length--) {
    const tag = ENDINGS.get(part.slice(-length));
    if (tag !== undefined) return tag;
  }
  return BEGINNINGS.test(part) ? 'ADJ' : 'NOUN';
}

/** The tags of those words, by their numbers, that are in the lexicon. They are looked for in the lexicon's text, which needs no table of it. */
function lexiconTags(wanted: Vocabulary): (string | undefined)[] {
  const tags: (string | undefined)[] = Array.from({ length: wanted.words.length });
  for (const line of readFileSync(assetPath(ENGLISH_WORDS), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const tag = line.slice(0, line.indexOf(' '));
    for (let start = tag.length + 1; start < line.length; ) {
      const space = line.indexOf(' ', start);
      const end = space < 0 ? line.length : space;
      const number = wanted.find(line, start, end);
      if (number >= 0) tags[number] = tag;
      start = end + 1;
    }
  }
  return tags;
}
