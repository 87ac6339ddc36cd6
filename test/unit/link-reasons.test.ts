import { describe, expect, it } from 'vitest';
import { reasonsOfLinks } from '../../electron/engine/link-reasons.ts';
import { UNWATCHED, type SparseRows } from '../../electron/engine/model.ts';
import { ThreadPool } from '../../electron/engine/parallel/thread-pool.ts';
import { COSINE } from '../../electron/engine/graph/similarity.ts';

const COLUMNS = 40;
const PAPERS = 4_000;

/** Paper p has the concepts p and 3 p, modulo their number; each concept's near one is the next. */
const own = rowsOf(PAPERS, (paper) => (paper * 3 - paper) % COLUMNS === 0 ? [[paper % COLUMNS, 1]] : [[paper % COLUMNS, 1], [(paper * 3) % COLUMNS, 0.5]]);
const near = rowsOf(COLUMNS, (concept) => [[(concept + 1) % COLUMNS, 0.8]]);
const vectors = {
  own: { ...own, columns: COLUMNS },
  near,
  nearShare: 0.2,
  rows: { ...own, columns: COLUMNS },
  sizes: new Float64Array(PAPERS).fill(1.25),
  papersOf: new Uint32Array(COLUMNS).fill(2),
  similarity: COSINE,
};
const source = Uint32Array.from({ length: 3 * (PAPERS - COLUMNS) }, (_, link) => Math.floor(link / 3));
const target = source.map((paper, link) => (link % 3 === 0 ? paper + COLUMNS : link % 3 === 1 ? paper + 1 : paper + 2));
const links = { source, target, weight: new Float32Array(source.length).fill(1) };

function rowsOf(count: number, entriesOf: (row: number) => [number, number][]): SparseRows {
  const rows = Array.from({ length: count }, (_, row) => entriesOf(row).sort((a, b) => a[0] - b[0]));
  let length = 0;
  const offsets = Uint32Array.from([0, ...rows.map((entries) => (length += entries.length))]);
  return { offsets, indices: Uint32Array.from(rows.flatMap((entries) => entries.map(([index]) => index))), values: Float32Array.from(rows.flatMap((entries) => entries.map(([, value]) => value))) };
}

describe('reasonsOfLinks', () => {
  it('gives the same reasons in the same order on one thread and on two', () => {
    const [one, two] = [1, 2].map((threads) => {
      const pool = new ThreadPool({ threads });
      const table = reasonsOfLinks({ links, vectors }, UNWATCHED, pool);
      pool.close();
      return table;
    });
    expect(two).toEqual(one);
  });

  it('gives each link shares that add up to 1, none to links that share no concept', () => {
    const { offsets, share } = reasonsOfLinks({ links, vectors });
    const sumOf = (link: number) => share.subarray(offsets[link], offsets[link + 1]).reduce((sum, part) => sum + part, 0);
    expect(offsets.length).toBe(source.length + 1);
    expect(sumOf(0)).toBeCloseTo(1);
    expect(sumOf(9)).toBeCloseTo(1);
    expect(sumOf(1)).toBe(0);
  });
});
