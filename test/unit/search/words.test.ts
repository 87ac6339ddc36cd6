import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editDistance } from '../../../electron/engine/search/edit-distance.ts';
import { wordsIn } from '../../../electron/engine/search/fold-words.ts';
import { parseQuery } from '../../../electron/engine/search/parse-query.ts';
import { Vocabulary } from '../../../electron/engine/search/vocabulary.ts';

test('words are compared without case and accents, and known by where they stand', () => {
  expect(wordsIn('Schrödinger’s “Naïve” model')).toEqual([
    { folded: 'schrodinger', start: 0, end: 11 },
    { folded: 's', start: 12, end: 13 },
    { folded: 'naive', start: 15, end: 20 },
    { folded: 'model', start: 22, end: 27 },
  ]);
});

test('in scripts without spaces each character is a word', () => {
  expect(wordsIn('深度学习 model').map(({ folded }) => folded)).toEqual(['深', '度', '学', '习', 'model']);
});

describe('a query', () => {
  const shape = (query: string) => parseQuery(query).map(({ wordings, open }) => `${(wordings[0] ?? []).join('+')}${open ? '*' : ''}`);

  it('is words that are begun, all of which count', () => {
    expect(shape('Graph neur')).toEqual(['graph*', 'neur*']);
  });

  it('holds a single letter before other words as it is', () => {
    expect(shape('a study')).toEqual(['a', 'study*']);
    expect(shape('a')).toEqual(['a*']);
  });

  it('takes what is in quotes as it stands, and as begun while the quote is open', () => {
    expect(shape('“deep learning” for "graph neu')).toEqual(['deep+learning', 'for*', 'graph+neu*']);
  });

  it('takes a word with a hyphen as a phrase', () => {
    expect(shape('low-rank')).toEqual(['low+rank*']);
  });

  it('knows singulars and the other English spelling', () => {
    expect(parseQuery('networks')[0]?.wordings.flat()).toContain('network');
    expect(parseQuery('quantisation')[0]?.wordings.flat()).toContain('quantization');
    expect(parseQuery('quantization')[0]?.wordings.flat()).toContain('quantisation');
  });

  it('of marks alone asks nothing', () => {
    expect(parseQuery(' - “” … " ')).toEqual([]);
  });
});

describe('the distance of two words', () => {
  it.each([
    ['same', 'same', 0],
    ['nueral', 'neural', 1],
    ['adaptaion', 'adaptation', 1],
    ['quantizattion', 'quantization', 1],
    ['kitten', 'sitting', 3],
  ])('from “%s” to “%s” is %i', (typed, word, distance) => {
    expect(editDistance(typed, word, 3, false)).toBe(distance);
  });

  it('to the beginning of a word leaves out what follows', () => {
    expect(editDistance('adverserial', 'adversarially', 2, true)).toBe(1);
    expect(editDistance('quantisa', 'quantization', 2, true)).toBe(1);
  });

  it('is the same both ways, and no more than the longer word has letters', () => {
    const word = fc.stringMatching(/^[a-c]{0,7}$/);
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 9, false) === editDistance(b, a, 9, false) && editDistance(a, b, 9, false) <= Math.max(a.length, b.length)), { seed: 1 });
  });
});

test('a misspelt word is taken for the nearest, and among equals for the most frequent; short words are left alone', () => {
  const vocabulary = new Vocabulary();
  for (const [word, rows] of [['neural', 50], ['neutral', 60], ['adaptation', 5], ['adaption', 2], ['low', 9], ['net', 4]] as const) vocabulary.add(word, rows);
  expect(vocabulary.near('nueral', false, 1)).toEqual(['neural']);
  expect(vocabulary.near('neurel', false, 1)).toEqual(['neural']);
  expect(vocabulary.near('adaptatoin', false, 1)).toEqual(['adaptation']);
  expect(vocabulary.near('lwo', false, 1)).toEqual([]);
  expect(vocabulary.near('adatat', true, 1)).toEqual(['adaptation']);
  expect(vocabulary.near('adatat', false, 1)).toEqual([]);
});
