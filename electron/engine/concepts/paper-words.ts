import type { SparseRows } from '../model.ts';
import { WORD_CLASS } from './lexicon.ts';
import { FIELD_COUNT, type TokenTable } from './tokens.ts';
import { WORD_FLAG, type WordTable } from './words.ts';

/** A word in a larger part of the papers is one of the language or of the whole field. */
const COMMON_WORD = 0.3;

/**
 * Paper → the words it uses that other papers use too, by ascending word, with how often. Inflections and spellings of a word are one;
 * words of grammar, of evaluation, and those of every third paper are left out. The numbers of words mean nothing beyond this table.
 */
export function paperWords(tokens: TokenTable, words: WordTable): SparseRows {
  const paperCount = Math.max(0, Math.floor((tokens.fields.length - 1) / FIELD_COUNT));
  const isTelling = tellingWords(words);
  const papersOf = new Uint32Array(words.normals.words.length);
  forEachPaperWord(tokens, words, isTelling, (normal) => papersOf[normal]!++);
  const numberOf = new Int32Array(papersOf.length).fill(-1);
  let known = 0;
  for (const [normal, papers] of papersOf.entries()) if (papers >= 2 && papers <= Math.max(2, COMMON_WORD * paperCount)) numberOf[normal] = known++;
  return countedRows(tokens, words, paperCount, numberOf, isTelling);
}

/** Classes of the words that carry grammar rather than meaning. */
const GRAMMAR: ReadonlySet<number> = new Set([
  WORD_CLASS.adverb, WORD_CLASS.number, WORD_CLASS.determiner, WORD_CLASS.preposition, WORD_CLASS.verbLeader, WORD_CLASS.auxiliary, WORD_CLASS.conjunction,
]);

/** By normal word: 1 where a word of this form can tell what a paper is about. */
function tellingWords({ normal, wordClass, flags, normals }: WordTable): Uint8Array {
  const isTelling = new Uint8Array(normals.words.length);
  for (const [word, form] of normal.entries()) {
    if (GRAMMAR.has(wordClass[word] as number) || ((flags[word] as number) & (WORD_FLAG.junk | WORD_FLAG.genericModifier)) !== 0) continue;
    isTelling[form] = 1;
  }
  return isTelling;
}

/** Calls back once for each telling word of each paper, with how often it has it. */
function forEachPaperWord({ word, fields }: TokenTable, { normal }: WordTable, isTelling: Uint8Array, visit: (normal: number, times: number, paper: number) => void): void {
  const times = new Uint32Array(isTelling.length);
  const touched: number[] = [];
  for (let paper = 0; (paper + 1) * FIELD_COUNT < fields.length; paper++) {
    touched.length = 0;
    const end = fields[(paper + 1) * FIELD_COUNT] as number;
    for (let at = fields[paper * FIELD_COUNT] as number; at < end; at++) {
      const form = normal[word[at] as number] as number;
      if (isTelling[form] === 0) continue;
      if (times[form] === 0) touched.push(form);
      times[form]!++;
    }
    for (const form of touched) {
      visit(form, times[form] as number, paper);
      times[form] = 0;
    }
  }
}

function countedRows(tokens: TokenTable, words: WordTable, paperCount: number, numberOf: Int32Array, isTelling: Uint8Array): SparseRows {
  const offsets = new Uint32Array(paperCount + 1);
  const counted = (visit: (number: number, times: number, paper: number) => void) =>
    forEachPaperWord(tokens, words, isTelling, (normal, times, paper) => {
      const number = numberOf[normal] as number;
      if (number >= 0) visit(number, times, paper);
    });
  counted((_number, _times, paper) => offsets[paper + 1]!++);
  for (let paper = 0; paper < paperCount; paper++) offsets[paper + 1]! += offsets[paper] as number;
  const keys = new Float64Array(offsets[paperCount] as number);
  const next = offsets.slice();
  const LARGEST = 0x10000;
  counted((number, times, paper) => (keys[next[paper]!++] = number * LARGEST + Math.min(times, LARGEST - 1)));
  for (let paper = 0; paper < paperCount; paper++) keys.subarray(offsets[paper], offsets[paper + 1]).sort();
  return { offsets, indices: Uint32Array.from(keys, (key) => Math.floor(key / LARGEST)), values: Float32Array.from(keys, (key) => key % LARGEST) };
}
