/** Prefixes that make one word with what follows, hyphen or not: pre-training is pretraining. */
const PREFIX = /\b(anti|co|de|multi|non|pre|re|semi|sub|un)-(?=\p{L})/gu;

/** The words of a label in small letters, hyphens opened but those of prefixes, a plural's final s dropped. */
export function wordsOf(label: string): string[] {
  return label
    .toLowerCase()
    .replace(PREFIX, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word));
}

/** Letters that two wordings of one word share at their beginning, at least, and as a part of the shorter. */
const LEAST_STEM = 5;
const STEM_SHARE = 0.7;

/** Whether two words are forms of one, as far as their beginnings tell: quantization and quantized, causal and causality. */
export function isSameStem(first: string, second: string): boolean {
  if (first === second) return true;
  const shorter = Math.min(first.length, second.length);
  let shared = 0;
  while (shared < shorter && first[shared] === second[shared]) shared++;
  return shared >= LEAST_STEM && shared >= STEM_SHARE * shorter;
}

/** Whether all words of one label are in the other, in some form: "pruning" in "network pruning". */
export function nestsWords(first: readonly string[], second: readonly string[]): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  return short.every((word) => long.some((other) => isSameStem(word, other)));
}
