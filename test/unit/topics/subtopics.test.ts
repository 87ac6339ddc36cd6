import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../electron/engine/random.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { findSubtopics } from '../../../electron/engine/topics/find-subtopics.ts';
import { labelTopics } from '../../../electron/engine/topics/label-topics.ts';
import { measureMemberships } from '../../../electron/engine/topics/topic-measures.ts';
import { graphOfLinks } from '../../../electron/engine/topics/weighted-graph.ts';
import { clique, linksOf } from '../../support/links.ts';
import { indexOf } from '../../support/planted-index.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

describe('findSubtopics', () => {
  const links = linksOf(...clique(range(0, 12)), ...clique(range(12, 22)), [0, 12, 1], ...clique(range(22, 44)), [30, 1, 1]);
  const topicOf = Int32Array.from({ length: 44 }, (_, paper) => (paper < 22 ? 0 : 1));

  it('divides a topic of two groups into them, larger first, and leaves a topic of one group whole', () => {
    const { subtopicOf, parentOf } = findSubtopics(links, topicOf, 2, {}, UNWATCHED);
    expect(Array.from(parentOf)).toEqual([0, 0]);
    expect(Array.from(subtopicOf)).toEqual([...Array<number>(12).fill(0), ...Array<number>(10).fill(1), ...Array<number>(22).fill(-1)]);
  });

  it('leaves papers whole whose links are drawn by chance, though any graph can be divided somehow', () => {
    const random = seededRandom(3);
    const pairs = new Map(Array.from({ length: 240 }, () => [Math.floor(random() * 60), Math.floor(random() * 60)]).filter(([a = 0, b = 0]) => a < b).map(([a = 0, b = 0]) => [a * 60 + b, [a, b, 1] as [number, number, number]]));
    const ring = range(0, 59).map((paper): [number, number, number] => [paper, paper + 1, 0.01]);
    expect(findSubtopics(linksOf(...pairs.values(), ...ring), new Int32Array(60), 1, {}, UNWATCHED).parentOf).toHaveLength(0);
  });

  it('leaves topics of fewer papers than asked whole', () => {
    expect(findSubtopics(links, topicOf, 2, { minTopicPapers: 23 }, UNWATCHED).parentOf).toHaveLength(0);
  });
});

describe('labelTopics', () => {
  it('names sub-topics by what tells them from the rest of their topic, without the concepts of its name', () => {
    const index = indexOf(
      ['pruning', 'lottery tickets', 'hardware', 'speech'].map((label) => ({ label })),
      [[[0, 1], [1, 0.8]], [[0, 1], [1, 0.8]], [[0, 1], [2, 0.8]], [[0, 1], [2, 0.8]], [[3, 1]], [[3, 1]]],
    );
    const subtopics = { subtopicOf: Int32Array.of(0, 0, 1, 1, -1, -1), parentOf: Int32Array.of(0, 0) };
    const labels = labelTopics(index, { topicOf: Int32Array.of(0, 0, 0, 0, 1, 1), count: 2, subtopics }, { nameConcepts: 1 });
    expect(labels.topics.map(({ label }) => label)).toEqual(['Pruning', 'Speech']);
    expect(labels.subtopics.map(({ label }) => label)).toEqual(['Lottery tickets', 'Hardware']);
  });

  it('keeps the name of an earlier topic while its foremost concept still tells of the papers', () => {
    const index = indexOf([{ label: 'pruning' }, { label: 'speech' }], [[[0, 1]], [[0, 1]], [[1, 1]], [[1, 1]]]);
    const topics = { topicOf: Int32Array.of(0, 0, 1, 1), count: 2, subtopics: { subtopicOf: new Int32Array(4).fill(-1), parentOf: new Int32Array() } };
    const earlier = (concept: string) => ({ id: 't1', label: 'Old name', concepts: [concept], papers: 2 });
    expect(labelTopics(index, topics, { keptFrom: [earlier('pruning'), null] }).topics.map(({ label }) => label)).toEqual(['Old name', 'Speech']);
    expect(labelTopics(index, topics, { keptFrom: [earlier('gone'), null] }).topics.map(({ label }) => label)).toEqual(['Pruning', 'Speech']);
  });
});

describe('measureMemberships', () => {
  it('tells the share of link weight in the own topic and in the second', () => {
    const graph = graphOfLinks(linksOf([0, 1, 0.5], [0, 2, 0.3], [0, 3, 0.2]), 5);
    const { second, secondShare, ownShare } = measureMemberships(graph, Int32Array.of(0, 0, 1, 2, -1), 3);
    expect(Array.from(second)).toEqual([1, -1, 0, 0, -1]);
    expect(secondShare[0]).toBeCloseTo(0.3, 6);
    expect(ownShare[0]).toBeCloseTo(0.5, 6);
    expect(ownShare[4]).toBe(0);
  });
});
