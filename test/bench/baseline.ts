import type { Paper } from '../../shared/paper.ts';

/** The named baseline, as it is printed. */
export const BASELINE = 'splitting titles and abstracts into words with one regular expression';

const PAPERS = 2_000;
const ROUNDS = 5;

/** Papers a second that the baseline does, by processor time: the best of five rounds over the first 2,000 papers. Speeds are judged against it, so that a slower machine is no loss. */
export function baselineSpeed(papers: readonly Paper[]): number {
  const texts = papers.slice(0, PAPERS).map(({ title, abstract }) => `${title} ${abstract}`);
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    let words = 0;
    for (const text of texts) words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const { user } = process.cpuUsage(before);
    if (words > 0) best = Math.max(best, texts.length / (Math.max(1, user) / 1e6));
  }
  return best;
}
