import { FIELDS, type Paper } from '../../../shared/paper.ts';
import { fieldText } from '../library/sentences.ts';
import type { Watch } from '../model.ts';
import { packTexts } from '../parallel/packed-texts.ts';
import { sharedUint32, sharedUint8 } from '../parallel/shared-arrays.ts';
import { rowRanges } from '../parallel/task.ts';
import type { ThreadPool } from '../parallel/thread-pool.ts';
import { readTextsTask, type FieldDefinition, type TextsRead } from './read-texts-task.ts';
import { FIELD_COUNT, type TokenTable } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

/** The words of a collection, and where its papers define acronyms, by field. */
export interface CollectionText {
  vocabulary: Vocabulary;
  tokens: TokenTable;
  definitions: FieldDefinition[];
}

/** Papers that one thread reads at a time; a collection of no more than the second number is left to one thread. */
export const PAPERS_OF_A_PART = 1000;
export const FEW_PAPERS = 2000;

/** All words of the papers' titles, abstracts and keywords, numbered in the order in which they stand, in memory that threads share. */
export function readTexts(papers: readonly Paper[], watch: Watch, pool: ThreadPool): CollectionText {
  const parts = rowRanges(papers.length, PAPERS_OF_A_PART, FEW_PAPERS).map(([from, to]) => [from * FIELD_COUNT, to * FIELD_COUNT] as const);
  const texts = packTexts(papers.flatMap((paper) => FIELDS.map((field) => fieldText(paper, field))));
  const report = (done: number): void => watch.progress({ stage: 'concepts', done, total: parts.length * 2, label: 'Finding concepts' });
  const read = pool.map(readTextsTask, texts, parts, watch, report);
  const vocabulary = new Vocabulary();
  const definitions = read.flatMap((part) => part.definitions);
  return { vocabulary, tokens: joinTokens(read, vocabulary), definitions };
}

/** One table of the parts' tokens, their words numbered anew as if they had been read one after the other. Takes the parts out of their list, so that their memory is free again. */
function joinTokens(parts: TextsRead[], vocabulary: Vocabulary): TokenTable {
  const count = parts.reduce((sum, { word }) => sum + word.length, 0);
  const fieldCount = parts.reduce((sum, { fields }) => sum + fields.length - 1, 0);
  const tokens: TokenTable = { word: sharedUint32(count), start: sharedUint32(count), end: sharedUint32(count), gap: sharedUint8(count), fields: sharedUint32(fieldCount + 1) };
  let at = 0;
  let field = 0;
  for (let part = parts.shift(); part; part = parts.shift()) {
    const numberOf = Uint32Array.from(part.words, (word) => vocabulary.number(word));
    tokens.word.set(renumbered(part.word, numberOf), at);
    tokens.start.set(part.start, at);
    tokens.end.set(part.end, at);
    tokens.gap.set(part.gap, at);
    for (let row = 1; row < part.fields.length; row++) tokens.fields[++field] = at + (part.fields[row] as number);
    at += part.word.length;
  }
  return tokens;
}

/** The same numbers with each replaced by `numberOf` it, in the same memory. */
export function renumbered(numbers: Uint32Array, numberOf: Uint32Array): Uint32Array {
  for (let at = 0; at < numbers.length; at++) numbers[at] = numberOf[numbers[at] as number] as number;
  return numbers;
}
