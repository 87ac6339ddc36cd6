import { stem } from './stem.ts';

/** Forms of a verb and of its action: “quantized”, “quantizing”, “quantization”. */
const ACTION = /(?:ing|ed|ion|ions|ation|ment|ance|ence|s)$/;

/** Forms that mean whoever or whatever does it, can have it done, or is like it: “quantizer”, “predictive”. */
const OTHER = /(?:[^h]er|ers|or|ors|able|ive|al|ic|ity|ness|ous)$/;

/** True where the words in which two terms differ are forms of the same verbs and their actions. */
export function areActionForms(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [without(one, other), without(other, one)];
  return left.length === right.length && left.every((word) => right.some((each) => stem(each) === stem(word) && areForms(word.toLowerCase(), each.toLowerCase())));
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((word) => word.toLowerCase()));
  return words.filter((word) => !known.has(word.toLowerCase()));
}

function areForms(one: string, other: string): boolean {
  return !OTHER.test(one) && !OTHER.test(other) && (ACTION.test(one) || ACTION.test(other));
}
