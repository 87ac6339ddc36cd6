import { describe, expect, it } from 'vitest';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { ThreadPool } from '../../../electron/engine/parallel/thread-pool.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import { findTopics } from '../../../electron/engine/topics/find-topics.ts';

const PAPERS = 3_600;
const GROUPS = 6;
const LINKS_PER_PAPER = 12;
const random = seededRandom(7);

/** Papers in six groups, four of five links within the group and half of these within a part of it; each paper talks of its group's feature or another's. */
const source = Uint32Array.from({ length: PAPERS * LINKS_PER_PAPER }, (_, link) => Math.floor(link / LINKS_PER_PAPER));
const target = source.map((paper) => {
  const step = random() < 0.2 ? 1 : random() < 0.5 ? GROUPS : 3 * GROUPS;
  return (paper + step * (1 + Math.floor((random() * (PAPERS - 1)) / step))) % PAPERS;
});
const isLink = (_: number, link: number) => source[link] !== target[link];
const links = { source: source.filter(isLink), target: target.filter(isLink), weight: new Float32Array(source.length).fill(1).filter(isLink) };
const profiles = {
  offsets: Uint32Array.from({ length: PAPERS + 1 }, (_, paper) => paper),
  indices: Uint32Array.from({ length: PAPERS }, (_, paper) => (random() < 0.7 ? paper % GROUPS : Math.floor(random() * GROUPS))),
  values: new Float32Array(PAPERS).fill(1),
  columns: GROUPS,
};

describe('findTopics on several threads', () => {
  it('gives the same topics, sub-topics and measures on one thread and on two', () => {
    const [one, two] = [1, 2].map((threads) => {
      const pool = new ThreadPool({ threads });
      const found = findTopics(links, PAPERS, { profiles, runs: { most: 4, least: 4, links: 1 } }, UNWATCHED, pool);
      pool.close();
      return found;
    });
    expect(one?.count).toBeGreaterThanOrEqual(GROUPS);
    expect(two).toEqual(one);
  });
});
