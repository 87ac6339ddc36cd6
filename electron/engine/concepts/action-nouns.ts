import { BROAD_WORDS } from './broad-words.ts';
import { GENERIC_WORDS } from './boilerplate.ts';
import { NOUNS_IN_ING, WORD_CLASS } from './lexicon.ts';
import type { TokenTable } from './tokens.ts';
import type { WordTable } from './words.ts';

/** From a verb to the noun of what it does: quantize → quantization, prune → pruning, distill → distillation. */
export interface ActionNouns {
  /** Of verbs by themselves. */
  own: ReadonlyMap<number, number>;
  /** Of verbs after another part of the same word, where the noun may say nothing by itself: (pre-)train → training. */
  compound: ReadonlyMap<number, number>;
}

const SHORTEST_VERB = 4;
/** A gerund that is this many times as frequent as the noun in -ion is the one that is meant. */
const DOMINANCE = 4;

/**
 * The action nouns of the collection's verbs, as numbers of normal words, in all their forms but the past ones ("quantized networks" are a result, no action).
 * Only where a verb is nothing else by the lexicon, the noun names something by itself, and is at least as frequent as the verb.
 */
export function findActionNouns(tokens: TokenTable, words: WordTable): ActionNouns {
  const numbers = new Map(words.normals.words.map((word, number) => [word, number]));
  const classOf = new Uint8Array(words.normals.words.length);
  for (const [word, normal] of words.normal.entries()) if (classOf[normal] === 0) classOf[normal] = words.wordClass[word] as number;
  const counts = new Uint32Array(words.normals.words.length);
  for (const word of tokens.word) counts[words.normal[word] as number]!++;
  const found = { own: new Map<number, number>(), compound: new Map<number, number>() };
  for (const [number, verb] of words.normals.words.entries()) {
    if (verb.length < SHORTEST_VERB || (classOf[number] !== WORD_CLASS.verb && classOf[number] !== WORD_CLASS.verbOrNoun) || verb.endsWith('ing')) continue;
    const noun = nounOf(verb, numbers, counts);
    if (noun === null || (counts[noun] as number) < (counts[number] as number)) continue;
    const gerunds = gerundsOf(verb).flatMap((form) => numbers.get(form) ?? []).filter((gerund) => gerund !== noun && (counts[gerund] as number) < (counts[noun] as number));
    const text = words.normals.words[noun] as string;
    const saysSomething = !GENERIC_WORDS.has(text) && !BROAD_WORDS.has(text);
    for (const form of [number, ...gerunds]) {
      found.compound.set(form, noun);
      if (saysSomething) found.own.set(form, noun);
    }
  }
  return found;
}

/** The noun in -ion, or else the gerund where it names things; null where the collection has neither. */
function nounOf(verb: string, numbers: ReadonlyMap<string, number>, counts: Uint32Array): number | null {
  const noun = numbers.get(abstractNoun(verb));
  const gerund = gerundsOf(verb).filter((form) => NOUNS_IN_ING.has(form)).flatMap((form) => numbers.get(form) ?? [])[0];
  if (noun === undefined || gerund === undefined) return noun ?? gerund ?? null;
  if ((counts[noun] as number) >= (counts[gerund] as number)) return noun;
  return (counts[gerund] as number) >= DOMINANCE * (counts[noun] as number) ? gerund : null;
}

function gerundsOf(verb: string): string[] {
  const bare = verb.replace(/e$/, '');
  return [`${bare}ing`, `${bare}${bare.at(-1) ?? ''}ing`];
}

function abstractNoun(verb: string): string {
  if (verb.endsWith('ify')) return `${verb.slice(0, -1)}ication`;
  if (/(?:ate|ute|ete|ct|ss)$/.test(verb)) return `${verb.replace(/e$/, '')}ion`;
  return `${verb.replace(/e$/, '')}ation`;
}
