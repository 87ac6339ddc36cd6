import type { SparseRows, Watch } from '../model.ts';
import { rowRanges } from '../parallel/task.ts';
import type { ThreadPool } from '../parallel/thread-pool.ts';
import { WORD_CLASS } from './lexicon.ts';
import { countPaperWordsTask, type CountedWords } from './paper-words-task.ts';
import { FEW_PAPERS, PAPERS_OF_A_PART } from './read-texts.ts';
import { FIELD_COUNT, type TokenTable } from './tokens.ts';
import { WORD_FLAG, type WordTable } from './words.ts';

/** A word in a larger part of the papers is one of the language or of the whole field. */
const COMMON_WORD = 0.3;

/**
 * Paper → the words it uses that other papers use too, by ascending word, with how often. Inflections and spellings of a word are one;
 * words of grammar, of evaluation, and those of every third paper are left out. The numbers of words mean nothing beyond this table.
 * Other threads begin to count at once; `join` gives the table.
 */
export function forkPaperWords({ word, fields }: TokenTable, words: WordTable, pool: ThreadPool): { join: (watch: Watch) => SparseRows } {
  const paperCount = Math.max(0, Math.floor((fields.length - 1) / FIELD_COUNT));
  const source = { tokens: { word, fields }, normal: words.normal, isTelling: tellingWords(words) };
  const job = pool.fork(countPaperWordsTask, source, rowRanges(paperCount, PAPERS_OF_A_PART, FEW_PAPERS));
  return { join: (watch) => sharedWords(job.join(watch), paperCount, words.normals.words.length) };
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

/** The rows of all parts, one after the other, with the words that are neither of one paper only nor of too many. */
function sharedWords(parts: readonly CountedWords[], paperCount: number, normalCount: number): SparseRows {
  const papersOf = new Uint32Array(normalCount);
  for (const { normal } of parts) for (const form of normal) papersOf[form]!++;
  const numberOf = new Int32Array(normalCount).fill(-1);
  let known = 0;
  let total = 0;
  for (const [form, papers] of papersOf.entries()) {
    if (papers < 2 || papers > Math.max(2, COMMON_WORD * paperCount)) continue;
    numberOf[form] = known++;
    total += papers;
  }
  const rows = { offsets: new Uint32Array(paperCount + 1), indices: new Uint32Array(total), values: new Float32Array(total) };
  let [paper, end] = [0, 0];
  for (const { lengths, normal, times } of parts) {
    let at = 0;
    for (const length of lengths) {
      for (const last = at + length; at < last; at++) {
        const number = numberOf[normal[at] as number] as number;
        if (number < 0) continue;
        rows.indices[end] = number;
        rows.values[end++] = times[at] as number;
      }
      rows.offsets[++paper] = end;
    }
  }
  return rows;
}
