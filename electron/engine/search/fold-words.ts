/** Scripts that are written without spaces: each character counts as a word, several in a row as a phrase. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const UNSPACED_CHARACTER = new RegExp(`[${UNSPACED}]`, 'gu');
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const BEYOND_ASCII = /[^\0-\x7f]/;

/** One word of a text, `start` and `end` in the text as it is written. */
export interface TextWord {
  folded: string;
  start: number;
  end: number;
}

/** A text as it is compared: in lower case, without accents, characters of scripts without spaces apart. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text.replace(UNSPACED_CHARACTER, ' $& ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text, as they are compared and where they stand. */
export function wordsIn(text: string): TextWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ folded: fold(word).trim(), start: index, end: index + word.length })).filter(({ folded }) => folded !== '');
}
