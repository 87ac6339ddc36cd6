import { expect, test } from 'vitest';
import { findConcepts } from '../../../electron/engine/concepts/find-concepts.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { generatedPapers } from '../../bench/corpus.ts';

const abstracts = Array.from({ length: 60 }, () => 'Our framework learns a protein representation from sequences. The representation helps protein folding.');

test('a hyphen left over from the end of a line does not cut a common word in two, nor bring back a word that says nothing', () => {
  const papers = generatedPapers(61).map((paper, position) => ({ ...paper, abstract: abstracts[position] ?? 'A frame-work for rep-resentation of data by folding.' }));
  const ids = findConcepts(papers, {}, UNWATCHED).concepts.map(({ id }) => id);
  expect(ids).toContain('protein-representation');
  expect(ids).not.toContain('protein-rep-resentation');
  expect(ids.filter((id) => id === 'frame-work' || id === 'framework')).toEqual([]);
});
