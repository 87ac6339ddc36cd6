import { describe, expect, test } from 'vitest';
import { conceptById, conceptsIn, conceptsOf, labelsIn, mentionsOf, paper } from './papers.ts';

const sharedIds = (found: ReturnType<typeof conceptsOf>, one: string, other: string): string[] => {
  const ids = new Set(conceptsIn(found, one).map(({ id }) => id));
  return conceptsIn(found, other).map(({ id }) => id).filter((id) => ids.has(id));
};
const textsOf = (found: ReturnType<typeof conceptsOf>, title: string, id: string): string[] => mentionsOf(found, title, id).map(({ text }) => text);

describe('one acronym, several meanings', () => {
  test.each([
    ['GPTQ', 'generalized post-training quantization', 'gradient-based preconditioned tensor quantization'],
    ['WM', 'weight matching', 'world model'],
    ['WA', 'weight averaging', 'weight aligning'],
    ['LoRC', 'low-rank compensation', 'long-range correlation'],
    ['MS', 'multiple sclerosis', 'mass spectrometry'],
    ['ADR', 'adverse drug reaction', 'alternative dispute resolution'],
  ])('%s as %s and as %s does not link two papers', (acronym, one, other) => {
    const found = conceptsOf([
      paper('A', `We study ${one} (${acronym}). We find that ${acronym} helps. Then ${acronym} ends.`),
      paper('B', `We study ${other} (${acronym}). We find that ${acronym} helps. Then ${acronym} ends.`),
    ]);
    expect(sharedIds(found, 'A', 'B')).toEqual([]);
    expect(labelsIn(found, 'A').map((label) => label.toLowerCase())).toContain(one);
    expect(labelsIn(found, 'B').map((label) => label.toLowerCase())).toContain(other);
  });

  test('a paper that uses CL in both senses keeps both, and its CL is what it says first', () => {
    const found = conceptsOf([paper('A', 'Continual learning (CL) forgets. We order tasks by curriculum learning (CL). Continual learning and curriculum learning differ. Is CL hard?')]);
    expect(labelsIn(found, 'A')).toEqual(expect.arrayContaining(['continual learning', 'curriculum learning']));
    expect(textsOf(found, 'A', 'continual-learning')).toContain('CL');
  });

  test('a paper that defines nothing is linked to neither', () => {
    const found = conceptsOf([
      paper('A', 'Weight matching (WM) aligns networks. WM is fast.'), paper('B', 'A world model (WM) predicts. The WM is large.'), paper('C', 'We use WM here. WM is good.'),
    ]);
    expect(sharedIds(found, 'A', 'C')).toEqual([]);
    expect(sharedIds(found, 'B', 'C')).toEqual([]);
  });
});

describe('definitions', () => {
  test.each([
    ['in a title', 'Graph Neural Networks (GNNs) for Chemistry', 'We train GNNs on molecules.'],
    ['with the acronym first', 'A', 'GNN (graph neural network) layers are few. We train GNNs.'],
    ['in the plural', 'A', 'Graph neural networks (GNNs) pass messages. A GNN is small.'],
    ['in mixed case', 'A', 'Graph Neural Networks (GNNs) pass messages. A GNN is small.'],
    ['with quotation marks', 'A', 'A graph neural network (“GNN”) passes messages. The GNN is small.'],
  ])('%s', (_, title, abstract) => {
    const found = conceptsOf([paper(title, abstract)]);
    const { label, joins } = conceptById(found, 'graph-neural-network');
    expect(label.toLowerCase()).toMatch(/^graph neural networks?$/);
    expect(joins.some(({ wording, reason }) => /^GNNs?$/.test(wording) && reason === 'acronym')).toBe(true);
  });

  test('hyphens within hyphens: multi-step-ahead forecasting (MSAF)', () => {
    const found = conceptsOf([paper('A', 'We study multi-step-ahead forecasting (MSAF). MSAF is hard. We improve MSAF.')]);
    expect(textsOf(found, 'A', 'multi-step-ahead-forecasting')).toEqual(['multi-step-ahead forecasting', 'MSAF', 'MSAF', 'MSAF']);
  });

  test('an acronym within a long form is written out: RL from human feedback (RLHF)', () => {
    const found = conceptsOf([
      paper('A', 'Reinforcement learning (RL) is old. RL from human feedback (RLHF) is new. RLHF aligns.'),
      paper('B', 'Reinforcement learning from human feedback (RLHF) aligns. RLHF is costly.'),
    ]);
    expect(sharedIds(found, 'A', 'B')).toContain('reinforcement-learning-from-human-feedback');
  });

  test('the long form ends where the letters do: parameter-efficient fine-tuning methods (PEFT)', () => {
    const found = conceptsOf([paper('A', 'Parameter-efficient fine-tuning methods (PEFT) are cheap. PEFT is used. Then PEFT wins.')]);
    expect(conceptsIn(found, 'A').map(({ id }) => id)).toContain('parameter-efficient-fine-tuning');
  });

  test('an acronym that nobody defines stands for itself, and joins the papers that use it', () => {
    const found = conceptsOf([paper('A', 'We use XGBoost. XGBoost is fast.'), paper('B', 'Trees by XGBoost win. XGBoost is good.')]);
    expect(sharedIds(found, 'A', 'B')).toEqual(['xgboost']);
  });

  test('ResNets is the plural of ResNet', () => {
    const found = conceptsOf([paper('A', 'We train a ResNet. The ResNet is deep.'), paper('B', 'ResNets are deep. We use ResNets.')]);
    expect(sharedIds(found, 'A', 'B')).toEqual(['resnet']);
  });
});
