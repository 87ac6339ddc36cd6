import { describe, expect, it } from 'vitest';
import { labelTopics } from '../../../electron/engine/topics/label-topics.ts';
import { isSameStem, nestsWords, wordsOf } from '../../../electron/engine/topics/label-words.ts';
import { indexOf, plantTopics } from '../../support/planted-index.ts';

type Topics = Parameters<typeof labelTopics>[1];

function topicsOf(topicOf: number[], subtopics: { subtopicOf: number[]; parentOf: number[] } = { subtopicOf: topicOf.map(() => -1), parentOf: [] }): Topics {
  const { subtopicOf, parentOf } = subtopics;
  return { topicOf: Int32Array.from(topicOf), count: Math.max(...topicOf) + 1, subtopics: { subtopicOf: Int32Array.from(subtopicOf), parentOf: Int32Array.from(parentOf) } };
}

describe('labelTopics', () => {
  it('names topics by concepts that are frequent inside and rare outside, capitalised, best first', () => {
    const index = indexOf(
      [{ label: 'quantization' }, { label: 'rounding' }, { label: 'neural network' }, { label: 'LoRA' }, { label: 'rank' }],
      [
        [[0, 1], [1, 0.7], [2, 1]],
        [[0, 1], [1, 0.6], [2, 1]],
        [[0, 0.9], [2, 1]],
        [[3, 1], [4, 0.8], [2, 1]],
        [[3, 1], [4, 0.7], [2, 1]],
        [[3, 1], [2, 1]],
      ],
    );
    expect(labelTopics(index, topicsOf([0, 0, 0, 1, 1, 1])).topics.map(({ label }) => label)).toEqual(['Quantization · rounding', 'LoRA · rank']);
  });

  it('names a topic by the longer of two concepts where that has most of the papers of the shorter, by the shorter where not', () => {
    const index = indexOf(
      [{ label: 'adversarial' }, { label: 'adversarial attack' }, { label: 'defence' }, { label: 'speech' }, { label: 'speech recognition' }, { label: 'music' }],
      [
        [[0, 1], [1, 0.9], [2, 0.5]],
        [[0, 1], [1, 0.9], [2, 0.5]],
        [[0, 1], [1, 0.9]],
        [[3, 1], [4, 0.9], [5, 0.5]],
        [[3, 1], [5, 0.5]],
        [[3, 1]],
      ],
    );
    expect(labelTopics(index, topicsOf([0, 0, 0, 1, 1, 1])).topics.map(({ label }) => label)).toEqual(['Adversarial attack · defence', 'Speech · music']);
  });

  it('does not say a last word twice: the later concept goes without where the rest can stand alone, and is left out where not', () => {
    const rows: [number, number][][] = [[[0, 1], [1, 0.6], [2, 0.5], [3, 0.3]], [[0, 1], [1, 0.6], [2, 0.5], [3, 0.3]], [[4, 1]], [[4, 1]]];
    const labels = ['quantization', 'post-training quantization', 'new quantization', 'rounding', 'speech'].map((label) => ({ label }));
    const sparse = rows.map((row, paper) => (paper === 1 ? row.filter(([concept]) => concept !== 1 && concept !== 2) : row));
    expect(labelTopics(indexOf(labels, sparse), topicsOf([0, 0, 1, 1])).topics[0]?.label).toBe('Quantization · rounding · post-training');
  });

  it('gives no two topics the same name', () => {
    const { index, topicOf } = plantTopics({ topics: 3, papersPerTopic: 20 });
    const split = topicOf.map((topic, paper) => topic * 4 + (Math.floor(paper / 3) % 4));
    const labels = labelTopics(index, topicsOf(split)).topics.map(({ label }) => label.toLowerCase());
    expect(labels).toHaveLength(12);
    expect(new Set(labels).size).toBe(12);
  });

  it('lists up to twelve concepts, those of the name among them', () => {
    const { index, topicOf } = plantTopics({ topics: 4, papersPerTopic: 20 });
    for (const { label, concepts } of labelTopics(index, topicsOf(topicOf)).topics) {
      const labels = concepts.map((concept) => index.concepts[concept]?.label ?? '');
      expect(concepts.length).toBeLessThanOrEqual(12);
      for (const part of label.toLowerCase().split(' · ')) expect(labels).toContain(part);
    }
  });

  it('numbers a topic whose papers have no concepts', () => {
    expect(labelTopics(indexOf([{ label: 'a' }], [[], []]), topicsOf([0, 0])).topics).toEqual([{ label: 'Topic 1', concepts: [], named: [] }]);
  });
});

describe('isSameStem', () => {
  it('joins forms of a word and keeps words apart that only begin alike', () => {
    for (const [a, b] of [['quantization', 'quantized'], ['causal', 'causality'], ['prune', 'prune']] as const) expect(isSameStem(a, b)).toBe(true);
    for (const [a, b] of [['time', 'times'], ['network', 'netlist'], ['model', 'modular'], ['graph', 'graft']] as const) expect(isSameStem(a, b)).toBe(false);
  });
});

describe('nestsWords', () => {
  it('sees through hyphens, plurals and order', () => {
    expect(nestsWords(wordsOf('graph networks'), wordsOf('Graph-neural network'))).toBe(true);
    expect(nestsWords(wordsOf('pre-training'), wordsOf('pretrained models'))).toBe(true);
    expect(nestsWords(wordsOf('graph kernels'), wordsOf('graph neural network'))).toBe(false);
  });
});
