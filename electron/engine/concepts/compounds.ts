import { WORD_CLASS } from './lexicon.ts';
import { PhraseTable } from './phrase-table.ts';
import { GAP, type TokenTable } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';
import { ACRONYM_MARK, type WordTable } from './words.ts';

/** From the number of a closed word to the numbers of its parts; numbers of normal words. */
export type Compounds = ReadonlyMap<number, readonly number[]>;

const SHORTEST_COMPOUND = 6;
/** With its mark. */
const SHORTEST_ACRONYM = 5;
const SHORTEST_PART = 2;
const SHORTEST_PART_APART = 3;
/** A word that is written as one this many times more often than as two is one: "frame-work" comes from a line's end. */
const MOST_WHOLES_PER_PAIR = 40;

/**
 * Words that the collection also writes as two: finetuning (fine-tuning, fine tuning), dataset (data set), CIFAR10 (CIFAR-10).
 * The parts must stand next to each other somewhere:
 * with a hyphen, or apart as two content words of at least three letters; and not just once in a while.
 */
export function findCompounds(tokens: TokenTable, words: WordTable): Compounds {
  const bareWords = new Vocabulary();
  const normalsOf: number[][] = [];
  for (const [number, word] of words.normals.words.entries()) (normalsOf[bareWords.number(bareWord(word))] ??= []).push(number);
  const partsOf = (bare: string, start: number, end: number): readonly number[] => normalsOf[bareWords.find(bare, start, end)] ?? [];
  const pairs = new PhraseTable();
  const wholeOf = new Map<number, number>();
  const sides = new Uint8Array(words.normals.words.length);
  const addPair = (left: number, right: number, whole: number): void => {
    wholeOf.set(pairs.add(left, right), whole);
    sides[left]! |= SIDE.left;
    sides[right]! |= SIDE.right;
  };
  for (const [whole, word] of words.normals.words.entries()) {
    if (word.length < (word.startsWith(ACRONYM_MARK) ? SHORTEST_ACRONYM : SHORTEST_COMPOUND)) continue;
    const bare = bareWord(word);
    for (let cut = SHORTEST_PART; cut <= bare.length - 1; cut++) {
      for (const left of partsOf(bare, 0, cut)) for (const right of partsOf(bare, cut, bare.length)) addPair(left, right, whole);
    }
  }
  return compoundsInText(tokens, words, pairs, sides, wholeOf);
}

/** Where words stand in pairs; bits. */
const SIDE = { left: 1, right: 2 } as const;

const bareWord = (normal: string): string => (normal.startsWith(ACRONYM_MARK) ? normal.slice(ACRONYM_MARK.length) : normal);

function compoundsInText(tokens: TokenTable, words: WordTable, pairs: PhraseTable, sides: Uint8Array, wholeOf: ReadonlyMap<number, number>): Compounds {
  const found = new Map<number, readonly [number, number]>();
  const wholes = new Uint32Array(words.normals.words.length);
  for (const word of tokens.word) {
    const normal = words.normal[word] as number;
    wholes[normal] = (wholes[normal] ?? 0) + 1;
  }
  const pairsOf = new Map<number, number>();
  for (let at = 1; at < tokens.word.length; at++) {
    const gap = tokens.gap[at] as number;
    if (gap > GAP.space) continue;
    const left = tokens.word[at - 1] as number;
    const right = tokens.word[at] as number;
    const [leftNormal, rightNormal] = [words.normal[left] as number, words.normal[right] as number];
    if (((sides[leftNormal] as number) & SIDE.left) === 0 || ((sides[rightNormal] as number) & SIDE.right) === 0) continue;
    const pair = pairs.find(leftNormal, rightNormal);
    if (pair < 0) continue;
    const whole = wholeOf.get(pair) as number;
    if (gap === GAP.space && !(isContent(words, left) && isContent(words, right))) continue;
    pairsOf.set(whole, (pairsOf.get(whole) ?? 0) + 1);
    if (!found.has(whole)) found.set(whole, [leftNormal, rightNormal]);
  }
  for (const [whole, count] of pairsOf) if ((wholes[whole] ?? 0) > MOST_WHOLES_PER_PAIR * count) found.delete(whole);
  return found;
}

function isContent(words: WordTable, word: number): boolean {
  const wordClass = words.wordClass[word] as number;
  const isContentClass = wordClass >= WORD_CLASS.noun && wordClass <= WORD_CLASS.participle;
  return isContentClass && (words.normals.words[words.normal[word] as number] as string).length >= SHORTEST_PART_APART;
}
