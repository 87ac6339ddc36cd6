import { describe, expect, it } from 'vitest';
import { findConcepts } from '../../../electron/engine/concepts/find-concepts.ts';
import { UNWATCHED, type Paper } from '../../../electron/engine/model.ts';
import { ThreadPool } from '../../../electron/engine/parallel/thread-pool.ts';
import { generatedPapers } from '../../bench/corpus.ts';

/** Finding concepts took 49 to 68 times as long as splitting words, compiling the engine's code included. */
const MOST_TIMES = 300;
/** Four times the papers took 2.6 to 3.1 times as long; up to sixteen times where anything is quadratic. */
const MOST_GROWTH = 9;

const pool = new ThreadPool({ threads: 1 });
const findIn = (papers: readonly Paper[]): number => userMs(() => findConcepts(papers, {}, UNWATCHED, pool));

describe('the time that finding concepts takes', () => {
  it('is below a generous multiple of splitting the same texts into words', () => {
    const papers = generatedPapers(2000);
    const found = findIn(papers);
    const split = Math.min(...[1, 2, 3].map(() => userMs(() => countWords(papers))));
    expect(found / split).toBeLessThan(MOST_TIMES);
  });

  it('grows nearly as the number of papers does', () => {
    const [few, many] = [generatedPapers(1000), generatedPapers(4000)];
    findIn(few);
    expect(findIn(many) / Math.max(findIn(few), findIn(few))).toBeLessThan(MOST_GROWTH);
  });
});

/** Milliseconds of processor time, of which other work on the machine takes less away than of wall time. */
function userMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

function countWords(papers: readonly Paper[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, abstract } of papers) for (const word of `${title} ${abstract}`.toLowerCase().split(/[^a-z]+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
