import { describe, expect, test } from 'vitest';
import { findDefinitions } from '../../../electron/engine/concepts/acronyms.ts';

const found = (text: string): string[] => findDefinitions(text).map(({ acronym, start, end }) => `${acronym} = ${text.slice(start, end)}`);

describe('acronyms are read from their definitions', () => {
  test.each([
    ['We use curriculum learning (CL) here.', ['CL = curriculum learning']],
    ['Large Language Models (LLMs) are large.', ['LLM = Large Language Models']],
    ['We propose low-rank adaptation (LoRA).', ['LoRA = low-rank adaptation']],
    ['Non-Negative Matrix Factorization (NMF)', ['NMF = Non-Negative Matrix Factorization']],
    ['termed SWS (Stage-wise Weight Sharing)', ['SWS = Stage-wise Weight Sharing']],
    ['a mixture of experts (MoE) layer', ['MoE = mixture of experts']],
    ['graph neural networks (GNNs; see below)', ['GNN = graph neural networks']],
    ['neural radiance fields ("NeRF")', ['NeRF = neural radiance fields']],
    ['post-training quantization (PTQ) and quantization-aware training (QAT)', ['PTQ = post-training quantization', 'QAT = quantization-aware training']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    'as shown before (Smith, 2003)', 'models (e.g., RNNs and standard Transformers)', 'a lazy (resp. rich) regime', 'the result (see Table 2)', 'weights (in the second layer)', 'the country (USA)', 'we win (A)', 'an open (bracket',
    'It was trained. Language here (TL)', 'x (y', '()', '(CL)',
  ])('nothing is defined in: %s', (text) => expect(found(text)).toEqual([]));
});
