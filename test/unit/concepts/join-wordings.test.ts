import { describe, expect, test } from 'vitest';
import { labelKey } from '../../../electron/engine/concepts/distinct-names.ts';
import { conceptById, conceptsIn, conceptsOf, labelsIn, mentionsOf, paper } from './papers.ts';

const reasonsOf = (found: ReturnType<typeof conceptsOf>, id: string): Record<string, string> => Object.fromEntries(conceptById(found, id).joins.map(({ wording, reason }) => [wording, reason]));

describe('word order around "of"', () => {
  test('"initialization of the weights" is weight initialization, joined by order', () => {
    const found = conceptsOf([paper('A', 'Weight initialization matters.'), paper('B', 'The initialization of the weights is random.')]);
    expect(reasonsOf(found, 'weight-initialization')).toEqual({ 'initialization of the weights': 'order' });
    expect(conceptById(found, 'weight-initialization').papers).toBe(2);
  });

  test('of "curse of dimensionality" and "dimensionality curse" the more frequent names both', () => {
    const found = conceptsOf([
      ...['A', 'B', 'C'].map((title) => paper(title, 'The curse of dimensionality is real. We break the curse of dimensionality.')),
      paper('D', 'The dimensionality curse hurts.'),
    ]);
    expect(conceptById(found, 'curse-of-dimensionality')).toMatchObject({ label: 'curse of dimensionality', papers: 4 });
    expect(reasonsOf(found, 'curse-of-dimensionality')).toMatchObject({ 'dimensionality curse': 'order' });
  });

  test('nothing is turned round that nobody writes so: "theory of games"', () => {
    const found = conceptsOf([paper('A', 'The theory of games is old.')]);
    expect(labelsIn(found, 'A')).not.toContain('game theory');
  });
});

describe('verb and noun of one term', () => {
  const found = conceptsOf([
    paper('A', 'Network quantization is lossy. Quantization saves memory. We study quantization.'),
    paper('B', 'We quantize networks. It is fast.'),
    paper('C', 'By quantizing the network, we save memory.'),
    paper('D', 'Quantized networks are small.'),
  ]);

  test('to quantize networks, and quantizing the network, is network quantization, joined by derivation', () => {
    expect(conceptById(found, 'network-quantization').papers).toBe(3);
    expect(reasonsOf(found, 'network-quantization')).toMatchObject({ 'quantize networks': 'derivation', 'quantizing the network': 'derivation' });
    expect(reasonsOf(found, 'quantization')).toMatchObject({ quantize: 'derivation', quantizing: 'derivation' });
  });

  test('quantized networks are a result, and no quantization', () => {
    expect(mentionsOf(found, 'D').map(({ id }) => id)).not.toContain('network-quantization');
  });

  test('the verb gives no concept where nobody writes the noun', () => {
    expect(labelsIn(conceptsOf([paper('A', 'We vaporize liquid metals with pulsed lasers.')]), 'A').sort()).toEqual(['liquid metals', 'pulsed lasers']);
  });

  test('fine-tune is fine-tuning, pre-train is pre-training', () => {
    const tuned = conceptsOf([paper('A', 'Fine-tuning follows pre-training. Fine-tuning helps. Pre-training is long.'), paper('B', 'We fine-tune encoders. We pre-train encoders.')]);
    expect(reasonsOf(tuned, 'fine-tuning')).toEqual({ 'fine-tune': 'derivation' });
    expect(reasonsOf(tuned, 'pre-training')).toEqual({ 'pre-train': 'derivation' });
  });
});

describe('spelling, hyphens, typography', () => {
  test.each([
    ['pre-training', 'pretraining', 'hyphen'],
    ['pre-training', 'pre training', 'hyphen'],
    ['pre-training', 'pre–training', 'hyphen'],
    ['optimal transport', 'optimal-transport', 'hyphen'],
    ['tumor growth', 'tumour growth', 'spelling'],
    ['GPT-4', 'GPT4', 'hyphen'],
    ['graph neural networks', 'graph neural network', 'inflection'],
  ])('%s and %s are one concept (%s)', (one, other, reason) => {
    const found = conceptsOf([paper('A', `We study ${one}. The role of ${one} is large. Then ${one} ends.`), paper('B', `We study ${other} here.`)]);
    const shared = conceptsIn(found, 'A').filter(({ id }) => conceptsIn(found, 'B').some((concept) => concept.id === id));
    expect(shared.map(({ label }) => label)).toContain(one);
    expect(shared.find(({ label }) => label === one)?.joins.map((join) => join.reason) ?? []).toEqual(other.includes('–') ? [] : [reason]);
  });

  test('a possessive with a typographic apostrophe is the same word', () => {
    const found = conceptsOf([paper('A', "We use Moore's law."), paper('B', 'We use Moore’s law.')]);
    expect(conceptById(found, 'moore-law').papers).toBe(2);
  });

  test.each([
    ['data pruning', 'network pruning'],
    ['data pruning', 'pruned data'],
    ['dataset distillation', 'knowledge distillation'],
    ['statistical sparsity', 'sparse network'],
    ['continual learning', 'curriculum learning'],
    ['machine translation', 'translation machine'],
    ['supervised learning', 'unsupervised learning'],
    ['convex optimization', 'non-convex optimization'],
    ['hypertension', 'hypotension'],
    ['criminal law', 'law criminals'],
  ])('%s is not %s', (one, other) => {
    const found = conceptsOf([paper('A', `We study ${one}. Then ${one} ends.`), paper('B', `We study ${other}. Then ${other} ends.`)]);
    const labelled = (title: string, text: string) => conceptsIn(found, title).find(({ label }) => label === text)?.id;
    expect(labelled('A', one)).toBeDefined();
    expect(labelled('A', one)).not.toBe(labelled('B', other));
    expect(conceptById(found, labelled('A', one) as string).papers).toBe(1);
  });
});

test('papers on dataset distillation and on knowledge distillation are not linked through "distillation"', () => {
  const found = conceptsOf([
    paper('A', 'Dataset distillation is fast. We improve dataset distillation.'),
    paper('B', 'Knowledge distillation is slow. We improve knowledge distillation.'),
    paper('C', 'We study distillation. Then distillation ends.'),
  ]);
  expect(labelsIn(found, 'A')).toEqual(['dataset distillation']);
  expect(labelsIn(found, 'B')).toEqual(['knowledge distillation']);
  expect(labelsIn(found, 'C')).toEqual(['distillation']);
});

describe('names', () => {
  const found = conceptsOf([
    paper('A', 'We use CLIP. CLIP is strong. The CLIP model is large.'),
    paper('B', 'A clip is short. Each clip has sound. One video clip ends.'),
    paper('C', 'Demographic parity (DP) is fair. We test DP.'),
    paper('D', 'Differential privacy (DP) is safe. We test DP.'),
    paper('E', 'We solve it by DP. Then DP ends.'),
    paper('F', 'We send e-mail. The e-mail is long.'),
    paper('G', 'We send email. The email is short.'),
  ]);

  test('no two concepts share a label but for case, hyphen and plural, and no alias is the label of another', () => {
    const keys = found.index.concepts.map(({ label }) => labelKey(label));
    expect(new Set(keys).size).toBe(keys.length);
    const owner = new Map(found.index.concepts.map(({ id, label }) => [labelKey(label), id]));
    for (const { id, aliases } of found.index.concepts) for (const alias of aliases) expect([undefined, id]).toContain(owner.get(labelKey(alias)));
  });

  test('e-mail and email are one', () => {
    expect(conceptsIn(found, 'F').map(({ id }) => id)).toEqual(conceptsIn(found, 'G').map(({ id }) => id));
  });

  test('capitals that spell an acronym do not stay in the name', () => {
    const spelled = conceptsOf([paper('A', 'We use SHapley Additive exPlanations (SHAP). SHAP is slow.'), paper('B', 'LOw-Rank Adaptation (LORA) is cheap. Low-rank adaptation works.')]);
    expect(labelsIn(spelled, 'A')).toContain('Shapley additive explanations');
    expect(conceptById(spelled, 'low-rank-adaptation').label).toBe('low-rank adaptation');
  });
});
