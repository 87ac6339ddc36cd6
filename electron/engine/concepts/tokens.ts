import { FIELDS } from '../../../shared/paper.ts';
import { NumberList } from './number-list.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands between a token and the one before it. */
export const GAP = { hyphen: 0, space: 1, pause: 2, sentence: 3 } as const;

/**
 * The words of all papers in flat arrays. Field f of paper p (f indexes FIELDS) has tokens fields[3p+f]..fields[3p+f+1).
 * Parts of a hyphenated word are tokens of their own with GAP.hyphen between them. `start` and `end` are UTF-16 offsets into the field's text.
 */
export interface TokenTable {
  word: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  gap: Uint8Array;
  fields: Uint32Array;
}

export const FIELD_COUNT = FIELDS.length;

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const SPACE = 4;
const HYPHEN = 5;
/** Letters of scripts that leave no space between words. */
const UNSPACED = 6;

const LONGEST_WORD = 40;
const LONGEST_FORMULA = 300;

const PLAIN_SPACE = ' '.charCodeAt(0);
const PLUS = '+'.charCodeAt(0);
const SHARP = '#'.charCodeAt(0);
const COLON = ':'.charCodeAt(0);
const AT_SIGN = '@'.charCodeAt(0);
const FULL_STOP = '.'.charCodeAt(0);

const TOKENS_OF_A_LABEL = 8;

/** Class of every UTF-16 unit, found when first met; 255 is not yet known. */
const classes = new Uint8Array(0x10000).fill(255);

function classOf(code: number): number {
  const known = classes[code] as number;
  return known === 255 ? (classes[code] = classify(String.fromCharCode(code))) : known;
}

function classify(character: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u.test(character)) return UNSPACED;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return UPPER;
  if (/[\p{L}\p{M}_]/u.test(character)) return LOWER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/\s/u.test(character)) return SPACE;
  if (/[-\u2010\u2011\u2012\u2013]/.test(character)) return HYPHEN;
  return OTHER;
}

/** Made where it is first needed; few collections need it. */
let segmenter: Intl.Segmenter | null = null;

const isWordCharacter = (kind: number): boolean => kind === LOWER || kind === UPPER || kind === DIGIT;

/** The words of one text, with their gaps: as readTexts gives them. */
export function tokeniseText(text: string, vocabulary: Vocabulary): TokenTable {
  const writer = new TokenWriter(vocabulary, TOKENS_OF_A_LABEL);
  writer.read(text, false);
  writer.endField();
  return writer.table();
}

/** True for a text of several words in capitals, whose case says nothing. Of ordinary text the first third tells. */
export function isShouted(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length && upper + (text.length - at) > 2 * lower; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === UPPER) upper++;
    else if (kind === LOWER) lower++;
  }
  return upper > 12 && upper > 2 * lower && text.includes(' ');
}

/** Collects the tokens of texts, field after field. */
export class TokenWriter {
  readonly #vocabulary: Vocabulary;
  readonly #word: NumberList<Uint32Array>;
  readonly #start: NumberList<Uint32Array>;
  readonly #end: NumberList<Uint32Array>;
  readonly #gap: NumberList<Uint8Array>;
  readonly #fields: NumberList<Uint32Array>;

  /** A writer with memory for so many tokens, which grows where it has to. */
  constructor(vocabulary: Vocabulary, tokens: number) {
    const numbers = (): NumberList<Uint32Array> => new NumberList((length) => new Uint32Array(length), tokens);
    this.#vocabulary = vocabulary;
    this.#word = numbers();
    this.#start = numbers();
    this.#end = numbers();
    this.#gap = new NumberList((length) => new Uint8Array(length), tokens);
    this.#fields = numbers();
    this.#fields.push(0);
  }

  endField(): void {
    this.#fields.push(this.#word.length);
  }

  table(): TokenTable {
    return { word: this.#word.toArray(), start: this.#start.toArray(), end: this.#end.toArray(), gap: this.#gap.toArray(), fields: this.#fields.toArray() };
  }

  /** Adds the tokens of a text; of a shouted one in lower case. */
  read(text: string, shouted: boolean): void {
    let at = 0;
    let gap: number = GAP.sentence;
    while (at < text.length) {
      if (isWordCharacter(classOf(text.charCodeAt(at)))) {
        const end = wordEnd(text, at);
        if (isAddress(text, at, end)) {
          at = spaceAfter(text, end);
          gap = Math.max(gap, GAP.pause);
          continue;
        }
        this.#add(text, at, end, gap, shouted);
        at = end;
        gap = GAP.hyphen;
        if (at < text.length && classOf(text.charCodeAt(at)) === HYPHEN && isWordCharacter(classOf(text.charCodeAt(at + 1)))) at++;
        else gap = GAP.space;
        continue;
      }
      if (text.charCodeAt(at) === PLAIN_SPACE) {
        gap = Math.max(gap, GAP.space);
        at++;
        continue;
      }
      if (classOf(text.charCodeAt(at)) === UNSPACED) {
        at = this.#addUnspaced(text, at, gap);
        gap = GAP.space;
        continue;
      }
      const skipped = separatorAt(text, at);
      gap = Math.max(gap, skipped.gap);
      at = skipped.end;
    }
  }

  /** Adds the words of a run of letters without spaces, as Unicode's dictionaries cut it; gives its end. */
  #addUnspaced(text: string, from: number, gap: number): number {
    let to = from + 1;
    while (to < text.length && classOf(text.charCodeAt(to)) === UNSPACED) to++;
    segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
      if (isWordLike === true) this.#add(text, from + index, from + index + segment.length, index === 0 ? gap : GAP.space, false);
    }
    return to;
  }

  #add(text: string, start: number, end: number, gap: number, shouted: boolean): void {
    if (end - start > LONGEST_WORD) return;
    this.#word.push(shouted ? this.#vocabulary.number(text.slice(start, end).toLowerCase()) : this.#vocabulary.numberOfPart(text, start, end));
    this.#start.push(start);
    this.#end.push(end);
    this.#gap.push(gap);
  }
}

/** End of the word at `at`: letters and digits, an inner apostrophe, decimal point, or dots between single letters, and a trailing + or #. */
function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isWordCharacter(classOf(code))) end++;
    else if (code !== PLAIN_SPACE && joinsWord(text, at, end)) end += 2;
    else break;
  }
  while (end < text.length && (text.charCodeAt(end) === PLUS || text.charCodeAt(end) === SHARP) && !isWordCharacter(classOf(text.charCodeAt(end + 1)))) end++;
  return end;
}

function joinsWord(text: string, start: number, at: number): boolean {
  const next = at + 1 < text.length ? classOf(text.charCodeAt(at + 1)) : OTHER;
  const before = classOf(text.charCodeAt(at - 1));
  const character = text.charAt(at);
  switch (character) {
    case "'":
    case '’':
      return next === LOWER && before !== DIGIT;
    case '&':
      return next === UPPER && before === UPPER;
    case '.':
      if (before === DIGIT) return next === DIGIT;
      return (next === LOWER || next === UPPER) && (at - start === 1 || text[at - 2] === '.') && !isWordCharacter(classOf(text.charCodeAt(at + 2)));
    case ',':
      return before === DIGIT && next === DIGIT;
    default:
      return false;
  }
}

function isAddress(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code !== COLON && code !== AT_SIGN && code !== FULL_STOP) return false;
  const next = text.slice(end, end + 3);
  if (next === '://' || next.startsWith('@')) return true;
  return end - start === 3 && next.startsWith('.') && text.slice(start, end).toLowerCase() === 'www';
}

function spaceAfter(text: string, at: number): number {
  let end = at;
  while (end < text.length && classOf(text.charCodeAt(end)) !== SPACE) end++;
  return end;
}

/** What lies at `at` between words: how strongly it separates, and where it ends. Formulas and LaTeX commands are skipped whole. */
function separatorAt(text: string, at: number): { gap: number; end: number } {
  const character = text[at] as string;
  if (classOf(text.charCodeAt(at)) === SPACE) return { gap: GAP.space, end: at + 1 };
  if (character === '$') return formulaAt(text, at);
  if (character === '\\') return { gap: GAP.pause, end: Math.max(at + 1, commandEnd(text, at + 1)) };
  if ((character === '.' || character === '?' || character === '!') && endsSentence(text, at)) return { gap: GAP.sentence, end: at + 1 };
  return { gap: GAP.pause, end: at + 1 };
}

function commandEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[a-z]/i.test(text[end] as string)) end++;
  return end;
}

function formulaAt(text: string, at: number): { gap: number; end: number } {
  const close = text.indexOf('$', at + 1);
  if (close < 0 || close - at > LONGEST_FORMULA) return { gap: GAP.pause, end: at + 1 };
  return { gap: GAP.pause, end: close + 1 };
}

function endsSentence(text: string, at: number): boolean {
  if (at + 1 >= text.length) return true;
  const next = classOf(text.charCodeAt(at + 1));
  return next === SPACE || next === UPPER || text[at + 1] === ')' || text[at + 1] === '"';
}
