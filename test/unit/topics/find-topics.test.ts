import { describe, expect, it } from 'vitest';
import { linkForMapAndTopics, linkPapers } from '../../../electron/engine/graph/link-papers.ts';
import { normalizedMutualInformation } from '../../../electron/engine/topics/agreement.ts';
import { findTopics } from '../../../electron/engine/topics/find-topics.ts';
import { clique, linksOf } from '../../support/links.ts';
import { plantTopics } from '../../support/planted-index.ts';

describe('findTopics', () => {
  it('finds planted topics again, whatever the seed', () => {
    const { index, topicOf } = plantTopics({ topics: 6, papersPerTopic: 30 });
    const { topicLinks } = linkForMapAndTopics(index);
    for (const seed of [1, 2, 99]) {
      const found = findTopics(topicLinks, topicOf.length, { seed });
      expect(found.count).toBe(6);
      expect(normalizedMutualInformation(found.topicOf, topicOf)).toBeGreaterThan(0.97);
    }
  });

  it('gives modularity, coverage, stability and confidence as worked out by hand for two triangles joined by one link', () => {
    const found = findTopics(linksOf(...clique([0, 1, 2]), [2, 3, 1], ...clique([3, 4, 5])), 6);
    expect(Array.from(found.topicOf)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(found.coverage).toBeCloseTo(6 / 7, 9);
    expect(found.modularity).toBeCloseTo(6 / 7 - 0.5, 9);
    expect(found.stability).toBe(1);
    expect(Array.from(found.confidence, (value) => Math.round(value * 1000) / 1000)).toEqual([1, 1, 0.667, 0.667, 1, 1]);
  });

  it('leaves papers without links out of all topics', () => {
    const found = findTopics(linksOf(...clique([1, 2, 4])), 6);
    expect(Array.from(found.topicOf)).toEqual([-1, 0, 0, -1, 0, -1]);
    expect(found.confidence[0]).toBe(0);
  });

  it('joins a pair of papers to the topic that it is linked to', () => {
    const found = findTopics(linksOf(...clique([0, 1, 2, 3]), ...clique([4, 5, 6, 7]), [6, 8, 0.1], [8, 9, 1]), 10);
    expect(Array.from(found.topicOf.subarray(4))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(found.count).toBe(2);
  });

  it('keeps a pair that nothing links to the rest as a topic of its own', () => {
    const found = findTopics(linksOf(...clique([0, 1, 2]), [3, 4, 1]), 5);
    expect(Array.from(found.topicOf)).toEqual([0, 0, 0, 1, 1]);
  });

  it('numbers topics by size, then by their smallest paper', () => {
    const found = findTopics(linksOf(...clique([0, 1, 2]), ...clique([3, 4, 5]), ...clique([6, 7, 8, 9])), 10);
    expect(Array.from(found.topicOf)).toEqual([1, 1, 1, 2, 2, 2, 0, 0, 0, 0]);
  });

  it('gives more topics at a higher resolution', () => {
    const { index, topicOf } = plantTopics({ topics: 6, papersPerTopic: 30 });
    const { topicLinks } = linkForMapAndTopics(index);
    const counts = [0.2, 1, 5].map((resolution) => findTopics(topicLinks, topicOf.length, { resolution }).count);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[2]).toBeGreaterThan(counts[0] ?? 0);
  });

  it('gives the same topics twice', () => {
    const { index, topicOf } = plantTopics({ topics: 5, papersPerTopic: 20 });
    const links = linkPapers(index);
    expect(findTopics(links, topicOf.length)).toEqual(findTopics(links, topicOf.length));
  });

  it('gives no topics without links', () => {
    expect(findTopics(linksOf(), 3)).toMatchObject({ count: 0, modularity: 0, coverage: 0, topicOf: Int32Array.of(-1, -1, -1) });
  });
});

describe('confidence', () => {
  it('falls with the share of links that leave the topic and with the runs that decide otherwise', () => {
    const bridge = linksOf(...clique([0, 1, 2, 3]), ...clique([4, 5, 6, 7]), [3, 8, 1], [2, 8, 1], [4, 8, 1], [5, 8, 1]);
    const { topicOf, confidence } = findTopics(bridge, 9);
    expect(topicOf[8]).toBeGreaterThanOrEqual(0);
    expect(confidence[8]).toBeLessThanOrEqual(0.5);
    expect(confidence[0]).toBe(1);
    expect(confidence[3]).toBeGreaterThan(confidence[8] ?? 1);
  });
});

describe('normalizedMutualInformation', () => {
  it('is 1 for the same groups under other names', () => {
    expect(normalizedMutualInformation([0, 0, 1, 1, 2], [5, 5, 3, 3, 9])).toBeCloseTo(1, 9);
  });

  it('is 0 for groups that cut across each other evenly', () => {
    expect(normalizedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(0, 9);
  });
});
