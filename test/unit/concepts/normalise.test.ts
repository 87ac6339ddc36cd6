import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { american, isAcronymShaped, normalWord, singular, singularAcronym } from '../../../electron/engine/concepts/normalise.ts';

describe('normal words', () => {
  test.each([
    ['networks', 'network'], ['matrices', 'matrix'], ['hypotheses', 'hypothesis'], ['biases', 'bias'], ['queries', 'query'], ['losses', 'loss'], ['classes', 'class'], ['boxes', 'box'],
    ['branches', 'branch'], ['phenomena', 'phenomenon'], ['cases', 'case'], ['images', 'image'], ['heroes', 'hero'], ['vertices', 'vertex'],
  ])('the singular of %s is %s', (plural, expected) => expect(singular(plural)).toBe(expected));

  test.each(['bias', 'analysis', 'statistics', 'dynamics', 'loss', 'corpus', 'physics', 'status', 'species', 'continuous', 'lens', 'gas', 'focus', 'this', 'news'])('%s stays as it is', (word) => expect(singular(word)).toBe(word));

  test.each([
    ['quantisation', 'quantization'], ['optimised', 'optimized'], ['generalise', 'generalize'], ['behaviour', 'behavior'], ['modelling', 'modeling'], ['labelled', 'labeled'], ['neighbourhood', 'neighborhood'],
    ['regularising', 'regularizing'], ['centre', 'center'], ['analyse', 'analyze'], ['organisational', 'organizational'],
  ])('%s is spelt %s in American English', (british, expected) => expect(american(british)).toBe(expected));

  test.each(['precise', 'noise', 'exercise', 'supervised', 'unsupervised', 'denoising', 'promising', 'advertising', 'otherwise', 'compromised', 'expertise', 'raised', 'revised', 'concise'])(
    '%s is spelt alike everywhere', (word) => expect(american(word)).toBe(word));

  test('an acronym loses its plural s and its possessive, a name keeps its own s', () => {
    expect(['LLMs', "CNN's", 'GANs', 'NeRFs', 'DoS', 'GPTQ', 'AWS'].map(singularAcronym)).toEqual(['LLM', 'CNN', 'GAN', 'NeRF', 'DoS', 'GPTQ', 'AWS']);
  });

  test('LoRA, GPT4 and ImageNet look like acronyms, Bayesian and quantization do not', () => {
    expect(['LoRA', 'GPT4', 'ImageNet', '3D', 'LLMs', 'Bayesian', 'quantization'].map(isAcronymShaped)).toEqual([true, true, true, true, true, false, false]);
  });

  test('an American spelling is its own American spelling, for 2,000 made-up words', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdegilmnoprstuz'.split('')), minLength: 1, maxLength: 12 });
    fc.assert(fc.property(letters, (word) => {
      const american1 = american(word);
      expect(american(american1)).toBe(american1);
    }), { seed: 7, numRuns: 2000 });
  });

  test('case, plural, spelling and possessive together: "Neighbourhoods’" is neighborhood', () => expect(normalWord('Neighbourhoods’')).toBe('neighborhood'));
});
