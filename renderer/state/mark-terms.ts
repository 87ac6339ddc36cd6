/** A stretch of a text: UTF-16 offsets, end exclusive. */
export type TextRange = readonly [start: number, end: number];

/** A word in lower case without accents: how words are compared. */
export function foldTerm(term: string): string {
  return term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text that are among `terms`, which are folded. */
export function markTerms(text: string, terms: readonly string[]): TextRange[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => terms.includes(foldTerm(word))).map(({ 0: word, index }) => [index, index + word.length]);
}

/** Cuts a text into stretches that are marked and stretches that are not; joined they give the text. Ranges must be in order; what overlaps or lies outside is cut. */
export function cutAtMarks(text: string, marks: readonly TextRange[]): { text: string; start: number; isMarked: boolean }[] {
  const parts: { text: string; start: number; isMarked: boolean }[] = [];
  let at = 0;
  const add = (end: number, isMarked: boolean) => {
    const stop = Math.min(end, text.length);
    if (stop > at) parts.push({ text: text.slice(at, stop), start: at, isMarked });
    at = Math.max(at, stop);
  };
  for (const [start, end] of marks) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}
