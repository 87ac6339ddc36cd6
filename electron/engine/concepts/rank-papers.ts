import type { Watch } from '../model.ts';
import { joinArrays } from '../parallel/join-arrays.ts';
import { rowRanges } from '../parallel/task.ts';
import type { ThreadPool } from '../parallel/thread-pool.ts';
import type { FoundMentions } from './mentions.ts';
import type { PaperTerms, TermSource } from './paper-terms.ts';
import { rankPapersTask, type RankedPapers } from './rank-papers-task.ts';
import { FEW_PAPERS, PAPERS_OF_A_PART } from './read-texts.ts';
import type { WordFacts } from './words.ts';

/** Every paper's terms, best first, and where it mentions them. */
export function rankPapers(source: TermSource, { wordClass, normal, flags }: WordFacts, perPaper: number, watch: Watch, pool: ThreadPool): { ranked: PaperTerms; mentions: FoundMentions } {
  const { tokens, occurrences, termOf, statistics, focus, listed, accepted } = source;
  const common = { tokens, occurrences, termOf, statistics, focus, listed, accepted, words: { wordClass, normal, flags }, perPaper };
  const parts = pool.map(rankPapersTask, common, rowRanges(statistics.papers, PAPERS_OF_A_PART, FEW_PAPERS), watch);
  return { ranked: joinTerms(parts), mentions: joinMentions(parts) };
}

function joinTerms(parts: readonly RankedPapers[]): PaperTerms {
  return {
    offsets: joinOffsets(parts.map(({ termOffsets }) => termOffsets)),
    term: joinArrays(Uint32Array, parts.map(({ term }) => term)),
    value: joinArrays(Float32Array, parts.map(({ value }) => value)),
  };
}

function joinMentions(parts: readonly RankedPapers[]): FoundMentions {
  return {
    offsets: joinOffsets(parts.map(({ mentionOffsets }) => mentionOffsets)),
    occurrence: joinArrays(Uint32Array, parts.map(({ occurrence }) => occurrence)),
    field: joinArrays(Uint8Array, parts.map(({ field }) => field)),
    start: joinArrays(Uint32Array, parts.map(({ start }) => start)),
    end: joinArrays(Uint32Array, parts.map(({ end }) => end)),
  };
}

/** Offsets of the rows of all parts, one after the other. */
function joinOffsets(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length - 1, 1));
  let row = 0;
  for (const part of parts) {
    const base = whole[row] as number;
    for (const offset of part.subarray(1)) whole[++row] = base + offset;
  }
  return whole;
}
