import { compareText } from '../../../shared/text.ts';
import { editDistance } from './edit-distance.ts';

/** Words shorter than the first are never taken for misspelt; from the second on they may have two faults. */
const ONE_FAULT_LENGTH = 4;
const TWO_FAULTS_LENGTH = 8;

interface NearWord {
  word: string;
  distance: number;
  /** 0 for a whole word, 1 for the beginning of one. */
  begun: number;
  /** 0 where it begins with the letter that was typed: first letters are seldom wrong. */
  otherStart: number;
  rows: number;
}

/** The words of a collection, to find what a misspelt one was meant to be. */
export class Vocabulary {
  readonly #words: string[] = [];
  readonly #rows: number[] = [];
  /** Which letters each word has, as bits. */
  readonly #letters: number[] = [];

  add(word: string, rows: number): void {
    this.#words.push(word);
    this.#rows.push(rows);
    this.#letters.push(lettersOf(word));
  }

  /**
   * Words that a word may have been meant to be, likeliest first: with one fault from four letters on, with two from eight on; nearest
   * ones first, then whole words, then those in most papers. `isLast` tells that it may still go on.
   */
  near(typed: string, isLast: boolean, count: number): string[] {
    const most = typed.length >= TWO_FAULTS_LENGTH ? 2 : typed.length >= ONE_FAULT_LENGTH ? 1 : 0;
    if (most === 0) return [];
    const letters = lettersOf(typed);
    const found: NearWord[] = [];
    for (const [place, word] of this.#words.entries()) {
      if (bitCount(letters & ~(this.#letters[place] ?? 0)) > most || word === typed) continue;
      const whole = editDistance(typed, word, most, false);
      const distance = whole > most && isLast ? editDistance(typed, word, most, true) : whole;
      if (distance <= most) found.push({ word, distance, begun: whole > most ? 1 : 0, otherStart: word[0] === typed[0] ? 0 : 1, rows: this.#rows[place] ?? 0 });
    }
    found.sort((a, b) => a.distance - b.distance || a.otherStart - b.otherStart || a.begun - b.begun || b.rows - a.rows || compareText(a.word, b.word));
    return found.slice(0, count).map(({ word }) => word);
  }
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let place = 0; place < word.length; place++) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}
