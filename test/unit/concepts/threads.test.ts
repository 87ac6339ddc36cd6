import { afterAll, describe, expect, it } from 'vitest';
import { findConcepts } from '../../../electron/engine/concepts/find-concepts.ts';
import { FEW_PAPERS } from '../../../electron/engine/concepts/read-texts.ts';
import { encodeIndex } from '../../../electron/engine/library/concept-index-codec.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { ThreadPool } from '../../../electron/engine/parallel/thread-pool.ts';
import { readPapers } from '../../../electron/engine/import/read-papers.ts';
import { assetPath } from '../../../electron/engine/assets.ts';
import { generatedPapers } from '../../bench/corpus.ts';

const pools = [1, 2].map((threads) => new ThreadPool({ threads }));

afterAll(() => {
  for (const pool of pools) pool.close();
});

describe('concepts found by several threads', () => {
  it('are the same bytes with one thread and with two', async () => {
    const sample = await readPapers([{ name: 'sample', path: assetPath('sample.jsonl') }], {}, UNWATCHED);
    const often = sample.papers.flatMap((paper) => Array.from({ length: 9 }, (_, copy) => ({ ...paper, id: `${paper.id}-${copy}` })));
    const papers = [...often, ...generatedPapers(FEW_PAPERS)];
    const [one, ...others] = pools.map((pool) => Buffer.from(encodeIndex({ papers: [], index: findConcepts(papers, {}, UNWATCHED, pool) })).toString('base64'));
    for (const other of others) expect(other === one).toBe(true);
  });
});
