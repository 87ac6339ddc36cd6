import { describe, expect, it } from 'vitest';
import { joinCandidates } from '../../../electron/engine/review/join-candidates.ts';
import { stem } from '../../../electron/engine/review/stem.ts';

/** The pairs found among some terms, all of them in four papers unless told otherwise, as "one ~ other: hint". */
function pairs(...labels: (string | [string, number])[]): string[] {
  const terms = labels.map((label) => (typeof label === 'string' ? ([label, 4] as const) : label));
  const concepts = terms.map(([label, papers]) => ({ id: label, label, aliases: [], papers, broader: [], joins: [] }));
  return joinCandidates(concepts).map(({ one, other, hint }) => `${concepts[one]?.label} ~ ${concepts[other]?.label}: ${hint}`);
}

describe('concepts that may be one', () => {
  it.each([
    [['data-set', 'dataset'], ['data-set ~ dataset: letters']],
    [['answer quality', 'quality of answers'], ['answer quality ~ quality of answers: order']],
    [['image-text pairs', 'text-image pairs'], ['image-text pairs ~ text-image pairs: order']],
    [['data sources', 'source data'], ['data sources ~ source data: turned']],
    [['weight quantization', 'quantized weights'], ['weight quantization ~ quantized weights: forms']],
    [['DDPM', 'denoising diffusion probabilistic models'], ['DDPM ~ denoising diffusion probabilistic models: acronym']],
    [['distillation', 'knowledge distillation'], ['distillation ~ knowledge distillation: part']],
    [['image classification', 'image recognition'], ['image classification ~ image recognition: word']],
  ])('%j', (labels, expected) => {
    expect(pairs(...labels)).toEqual(expected);
  });

  it('are those with one letter more, less or otherwise, where one is rare', () => {
    expect(pairs(['overparameterization', 8], ['overparametrization', 2])).toEqual(['overparameterization ~ overparametrization: typing']);
    expect(pairs(['perception', 14], ['perceptron', 13])).toEqual([]);
  });

  it.each([
    ['differ by a number', 'GPT-2', 'GPT-3'],
    ['differ by a number', 'CIFAR-10', 'CIFAR-100'],
    ['differ by a prefix', 'symmetric kernels', 'asymmetric kernels'],
    ['mean who does it and what is done', 'feature extraction', 'feature extractor'],
    ['mean what it is like', 'model predictions', 'predictive models'],
    ['have nothing in common', 'pruning', 'quantization'],
  ])('are not those that %s: %s, %s', (_, one, other) => {
    expect(pairs(one, other).filter((pair) => !pair.endsWith(': word'))).toEqual([]);
  });

  it('have at least one side in two papers, that with more first', () => {
    expect(pairs(['answer quality', 1], ['quality of answers', 1])).toEqual([]);
    expect(pairs(['answer quality', 1], ['quality of answers', 2])).toEqual(['quality of answers ~ answer quality: order']);
  });
});

describe('stems', () => {
  it('are the same for forms of a word', () => {
    for (const family of [['quantization', 'quantized', 'quantizing', 'quantize', 'quantizer'], ['pruning', 'pruned', 'prune'], ['initialisation', 'initialized']]) expect(new Set(family.map(stem)).size, family.join()).toBe(1);
    expect(stem('pruning')).not.toBe(stem('proving'));
  });
});
