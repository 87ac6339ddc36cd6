import { describe, expect, it } from 'vitest';
import { referenceTo } from '../../../electron/engine/corrections/concept-correction.ts';
import { correctConcepts } from '../../../electron/engine/corrections/correct-concepts.ts';
import { joinDuplicates, readPapers } from '../../../electron/engine/import/read-papers.ts';
import { UNWATCHED, type ConceptIndex, type Paper } from '../../../electron/engine/model.ts';
import { buildConcepts } from '../../../electron/engine/pipeline.ts';
import { sharedData, skippedWithout } from '../../support/shared-data.ts';

const SEED = 'seed/000_0c0d51bf48907a65.txt';
const path = sharedData(SEED);

/** The titles of the papers that have a concept. */
function titlesWith({ concepts, paperConcepts: { offsets, indices } }: ConceptIndex, papers: readonly Paper[], id: string): string[] {
  const place = concepts.findIndex((concept) => concept.id === id);
  return papers.flatMap(({ title }, row) => (indices.subarray(offsets[row], offsets[row + 1]).includes(place) ? [title] : []));
}

describe.skipIf(path === null)(`a homonym on real papers (${path === null ? skippedWithout(SEED) : SEED})`, () => {
  it('CL stands for curriculum and for continual learning: split off one, the other keeps its own', async () => {
    const read = await readPapers([{ name: SEED, path: path ?? '' }], {}, UNWATCHED);
    const { papers } = joinDuplicates([], read.papers);
    const { index } = buildConcepts(papers, {}, UNWATCHED);
    const continual = index.concepts.find(({ id }) => id === 'continual-learning');
    if (!continual) throw new Error('the seed has no continual learning');
    const { index: after } = correctConcepts(index, [{ kind: 'split-wording', concept: referenceTo(continual), wording: 'CL' }], (row) => papers[row] ?? null);
    expect(titlesWith(after, papers, 'cl')).toEqual([expect.stringContaining('Continual Learning with Dynamic Sparse Training')]);
    expect(titlesWith(after, papers, 'continual-learning')).toEqual(titlesWith(index, papers, 'continual-learning'));
    expect(titlesWith(after, papers, 'curriculum-learning')).toEqual([expect.stringContaining('Curriculum Learning for Named Entity Recognition')]);
    expect(after.concepts.find(({ id }) => id === 'curriculum-learning')?.aliases).toContain('CL');
    expect(after.concepts.find(({ id }) => id === 'continual-learning')?.aliases).not.toContain('CL');
  });
});
