import { describe, expect, test } from 'vitest';
import { cutAtMarks, foldTerm, markTerms } from '../../../renderer/state/mark-terms.ts';
import { withNewest } from '../../../renderer/state/recent-searches.ts';
import { prepareIndex, readyIndex, resultOfReply, searchMap } from '../../../renderer/state/search-index.ts';
import { searchGroups } from '../../../renderer/state/search-options.ts';
import { tinyMap } from '../../support/tiny-map.ts';

const map = tinyMap();
await prepareIndex(map);

function find(text: string) {
  const index = readyIndex(map);
  if (!index) throw new Error('The index is not ready');
  return searchMap(index, map, text);
}

describe('the page’s own search', () => {
  test('finds papers by the beginnings of words in their titles, and marks those words', () => {
    const [hit, ...others] = find('prun retr').papers;
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ id: 'p3', label: 'Pruning without retraining', marks: [[0, 7], [16, 26]] });
  });

  test('finds concepts by label and by other wordings', () => {
    expect(find('lora').concepts.map(({ id }) => id)).toEqual(['lora']);
    expect(find('initialisation').concepts.map(({ id }) => id)).toEqual(['initialization']);
  });

  test('names first the concept that is what was typed, then those that begin with it, then by papers', async () => {
    const labels = ['federated learning algorithms', 'federated learning', 'clustered federated learning', 'federated learning of trees'];
    const named = { ...map, concepts: labels.map((label, place) => ({ ...map.concepts[0]!, id: `c${place}`, label, aliases: place === 0 ? ['federated learning algorithm', 'FL algorithms for federated learning'] : [], papers: [7, 5, 90, 8][place]! })) };
    await prepareIndex(named);
    expect(searchMap(readyIndex(named)!, named, 'Federated learning').concepts.map(({ label }) => label)).toEqual(['federated learning', 'federated learning of trees', 'federated learning algorithms', 'clustered federated learning']);
  });

  test('forgives a wrong letter in a longer word, none in a short one', () => {
    expect(find('prunning').papers.map(({ id }) => id)).toContain('p3');
    expect(find('lorx').concepts).toEqual([]);
  });

  test('a paper is also found by its concepts, after those found by title', () => {
    expect(find('pruning').papers.map(({ id }) => id)).toEqual(['p3', 'p4']);
    expect(find('pruning').paperIds).toEqual(new Set(['p3', 'p4']));
    expect(find('pruning').conceptIds).toEqual(new Set(['pruning']));
  });

  test('all words have to match', () => {
    expect(find('pruning banana').paperIds.size).toBe(0);
  });

  test('topics are found when each word begins a word of their name', () => {
    expect(find('spars prun').topics.map(({ id }) => id)).toEqual(['t2']);
    expect(find('parsity').topics).toEqual([]);
  });

  test('accents and case make no difference', () => {
    expect(foldTerm('Économétrie')).toBe('econometrie');
  });
});

describe('the engine’s answer', () => {
  const result = resultOfReply(
    {
      papers: [
        { id: 'p3', field: 'title', excerpt: 'Pruning without retraining', marks: [[0, 7]] },
        { id: 'p4', field: 'authors', excerpt: 'Song Han', marks: [[5, 8]] },
        { id: 'gone', field: 'title', excerpt: 'Gone', marks: [] },
      ],
      concepts: [{ id: 'lora', wording: 'low-rank adaptation', marks: [[0, 8]] }],
      matches: ['p3', 'p4'],
      corrected: 'pruning',
    },
    map,
    'prunign',
  );

  test('keeps the title as label and tells where else the words were met', () => {
    expect(result.papers).toEqual([
      { kind: 'paper', id: 'p3', label: 'Pruning without retraining', marks: [[0, 7]], excerpt: null },
      { kind: 'paper', id: 'p4', label: 'Sparse training from scratch', marks: [], excerpt: { from: 'authors', text: 'Song Han', marks: [[5, 8]] } },
    ]);
    expect(result.concepts[0]).toMatchObject({ label: 'LoRA', excerpt: { from: 'wording', text: 'low-rank adaptation' } });
  });

  test('finds topics by the corrected words', () => {
    expect(result.corrected).toBe('pruning');
    expect(result.topics.map(({ id }) => id)).toEqual(['t2']);
  });

  test('is listed by group, the places running on, and all papers last', () => {
    expect(searchGroups('prunign', result, []).map(({ title, from }) => [title, from])).toEqual([['Papers', 0], ['Concepts', 2], ['Topics', 3], ['All', 4]]);
    expect(searchGroups('x', null, ['lora'])).toEqual([]);
    expect(searchGroups(' ', result, ['lora'])[0]?.options).toEqual([{ kind: 'recent', text: 'lora' }]);
  });
});

describe('marks', () => {
  test('fall on whole words, folded', () => {
    expect(markTerms('Été, été and winter', ['ete'])).toEqual([[0, 3], [5, 8]]);
  });

  test('cut a text into stretches that joined give it again, also where they overlap or run past its end', () => {
    const parts = cutAtMarks('low-rank adaptation', [[0, 3], [2, 8], [15, 99]]);
    expect(parts.map(({ text }) => text).join('')).toBe('low-rank adaptation');
    expect(parts.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['low', '-rank', 'tion']);
  });
});

test('recent searches have the newest first, each once, six at most', () => {
  expect(withNewest(['a', 'LoRA', 'c'], 'lora')).toEqual(['lora', 'a', 'c']);
  expect(withNewest(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5']);
});
