import { BROAD_WORDS } from './broad-words.ts';
import { GENERIC_WORDS } from './boilerplate.ts';
import { NOUNS_IN_ING, WORD_CLASS } from './lexicon.ts';
import type { TokenTable } from './tokens.ts';
import type { WordTable } from './words.ts';

/** From a verb to the noun of what it does: quantize → quantization, prune → pruning, distill → distillation. */
export type ActionNouns = ReadonlyMap<number, number>;

const SHORTEST_VERB = 4;
/** A noun that the collection uses this many times as often as any other of the same verb is the one that is meant. */
const DOMINANCE = 4;

/**
 * The action nouns of the collection's verbs, as numbers of normal words, in all their forms but the past ones ("quantized networks" are a result, no action).
 * Only where a verb is nothing else by the lexicon, the noun names something by itself, is at least as frequent as the verb, and is the only one of its kind.
 */
export function findActionNouns(tokens: TokenTable, words: WordTable): ActionNouns {
  const numbers = new Map(words.normals.words.map((word, number) => [word, number]));
  const classOf = new Uint8Array(words.normals.words.length);
  for (const [word, normal] of words.normal.entries()) if (classOf[normal] === 0) classOf[normal] = words.wordClass[word] as number;
  const counts = new Uint32Array(words.normals.words.length);
  for (const word of tokens.word) counts[words.normal[word] as number]!++;
  const found = new Map<number, number>();
  for (const [number, verb] of words.normals.words.entries()) {
    if (verb.length < SHORTEST_VERB || (classOf[number] !== WORD_CLASS.verb && classOf[number] !== WORD_CLASS.verbOrNoun) || verb.endsWith('ing')) continue;
    const noun = dominantNoun(nounsOf(verb).flatMap((candidate) => numbers.get(candidate) ?? []), counts);
    if (noun === null || (counts[noun] as number) < (counts[number] as number)) continue;
    found.set(number, noun);
    for (const form of gerundsOf(verb)) {
      const gerund = numbers.get(form);
      if (gerund !== undefined && gerund !== noun && (counts[gerund] as number) < (counts[noun] as number)) found.set(gerund, noun);
    }
  }
  return found;
}

function dominantNoun(nouns: readonly number[], counts: Uint32Array): number | null {
  const [best, second] = nouns.toSorted((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  if (best === undefined) return null;
  return second === undefined || (counts[best] as number) >= DOMINANCE * (counts[second] as number) ? best : null;
}

function gerundsOf(verb: string): string[] {
  const bare = verb.replace(/e$/, '');
  return [`${bare}ing`, `${bare}${bare.at(-1) ?? ''}ing`];
}

function nounsOf(verb: string): string[] {
  const nouns = gerundsOf(verb);
  if (verb.endsWith('ify')) nouns.push(`${verb.slice(0, -1)}ication`);
  else if (/(?:ate|ute|ete|ct|ss)$/.test(verb)) nouns.push(`${verb.replace(/e$/, '')}ion`);
  else nouns.push(`${verb.replace(/e$/, '')}ation`);
  return nouns.filter((noun) => (!noun.endsWith('ing') || NOUNS_IN_ING.has(noun)) && !GENERIC_WORDS.has(noun) && !BROAD_WORDS.has(noun));
}
