/** How well a text answers to what was typed; higher is better. `marks` are ranges of the text that matched, end exclusive, in order. */
export interface FuzzyMatch {
  score: number;
  marks: [number, number][];
}

const WORD_START = 100;
const WITHIN_WORD = 50;
const LETTERS = 20;
/** Taken off for each letter that is passed over between two that match. */
const GAP = 2;

/**
 * How a text answers to words typed in any order, each by the start of a word, by a part of one, or by letters in order, of
 * which the first begins a word. Null unless all of them are met. Case and accents don't count.
 */
export function fuzzyMatch(typed: string, text: string): FuzzyMatch | null {
  const folded = fold(text);
  const matches = fold(typed).split(/\s+/).filter((word) => word !== '').map((word) => matchWord(word, folded));
  if (matches.some((match) => match === null)) return null;
  const found = matches.filter((match) => match !== null);
  return {
    score: found.reduce((sum, { score }) => sum + score, 0) - text.length / 100,
    marks: joined(found.flatMap(({ marks }) => marks)),
  };
}

function matchWord(word: string, text: string): FuzzyMatch | null {
  const starts = wordStarts(text);
  const start = starts.find((at) => text.startsWith(word, at));
  if (start !== undefined) return { score: WORD_START - starts.indexOf(start), marks: [[start, start + word.length]] };
  const within = text.indexOf(word);
  if (within >= 0 && word.length > 1) return { score: WITHIN_WORD, marks: [[within, within + word.length]] };
  const byLetters = starts.map((at) => matchLetters(word, text, at)).filter((match) => match !== null);
  return byLetters.sort((a, b) => b.score - a.score)[0] ?? null;
}

function matchLetters(word: string, text: string, from: number): FuzzyMatch | null {
  const marks: [number, number][] = [];
  let at = from;
  let passed = 0;
  for (const letter of word) {
    const found = text.indexOf(letter, at);
    if (found < 0 || (marks.length === 0 && found !== from)) return null;
    passed += found - at;
    marks.push([found, found + 1]);
    at = found + 1;
  }
  const score = LETTERS - GAP * passed;
  return score > 0 ? { score, marks } : null;
}

function wordStarts(text: string): number[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
}

function joined(marks: [number, number][]): [number, number][] {
  const whole: [number, number][] = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

/** Lower case without accents, letter for letter, so that places in the text stay what they are. */
function fold(text: string): string {
  return Array.from(text, (letter) => {
    const [plain = letter] = letter.normalize('NFD').toLowerCase();
    return letter.length === plain.length ? plain : letter;
  }).join('');
}
