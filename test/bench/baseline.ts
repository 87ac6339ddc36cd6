import type { Paper } from '../../shared/paper.ts';

/** The named baseline, as it is printed. */
export const BASELINE = 'splitting titles and abstracts into words with one regular expression';

const PAPERS = 2_000;
const ROUNDS = 3;
/** Clocks of processor time tick some hundred times a second: a round takes at least this long. */
const LEAST_ROUND_MS = 300;

/** Papers a second that the baseline does, by processor time: the best of three rounds over the first 2,000 papers. Speeds are judged against it, so that a slower machine is no loss. */
export function baselineSpeed(papers: readonly Paper[]): number {
  const texts = papers.slice(0, PAPERS).map(({ title, abstract }) => `${title} ${abstract}`);
  return Math.max(...Array.from({ length: ROUNDS }, () => speedOfRound(texts)));
}

function speedOfRound(texts: readonly string[]): number {
  const before = process.cpuUsage();
  let split = 0;
  let usedMs = 0;
  while (usedMs < LEAST_ROUND_MS) {
    for (const text of texts) if ((text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > 0) split++;
    const { user, system } = process.cpuUsage(before);
    usedMs = (user + system) / 1000;
  }
  return (split * 1000) / usedMs;
}
