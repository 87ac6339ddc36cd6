import { describe, expect, it } from 'vitest';
import { explainLink } from '../../../electron/engine/graph/explain-link.ts';
import { evidenceFor, impliedConcepts } from '../../../electron/engine/graph/implied-concepts.ts';
import { linkForMapAndTopics, linkPapers } from '../../../electron/engine/graph/link-papers.ts';
import { nearestPapers } from '../../../electron/engine/graph/nearest-papers.ts';
import { DEFAULT_VECTOR_OPTIONS, paperVectors } from '../../../electron/engine/graph/paper-vectors.ts';
import { UNWATCHED } from '../../../electron/engine/model.ts';
import { ThreadPool } from '../../../electron/engine/parallel/thread-pool.ts';
import { AtlasError } from '../../../shared/failures.ts';
import { indexOf, plantTopics } from '../../support/planted-index.ts';

const small = indexOf(
  [{ label: 'LoRA' }, { label: 'pruning' }, { label: 'fine-tuning' }, { label: 'alone' }],
  [
    [[0, 1], [2, 0.5]],
    [[0, 1], [2, 0.5]],
    [[1, 1], [2, 0.5]],
    [[1, 1]],
    [[3, 1]],
  ],
);

describe('linkPapers', () => {
  it('gives two papers with the same concepts in the same measure a weight of 1', () => {
    const { source, target, weight } = linkPapers(small);
    expect([source[0], target[0]]).toEqual([0, 1]);
    expect(weight[0]).toBeCloseTo(1, 6);
  });

  it('weighs a shared concept by ln((papers + 1) / papers with it), as worked out by hand', () => {
    const pruning = Math.log(6 / 2);
    const fineTuning = 0.5 * Math.log(6 / 3);
    const { source, target, weight } = linkPapers(small, { valueExponent: 1, rarityExponent: 1 });
    const link = source.findIndex((paper, place) => paper === 2 && target[place] === 3);
    expect(weight[link]).toBeCloseTo(pruning / Math.hypot(pruning, fineTuning), 5);
  });

  it('leaves a paper unlinked whose only concept no other paper has', () => {
    const { source, target } = linkPapers(small);
    expect([...source, ...target]).not.toContain(4);
  });

  it('names each link once, smaller paper first, in order', () => {
    const { source, target } = linkPapers(plantTopics({ topics: 4, papersPerTopic: 25 }).index);
    const keys = Array.from(source, (paper, link) => paper * 1000 + (target[link] ?? 0));
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
    expect(source.every((paper, link) => paper < (target[link] ?? 0))).toBe(true);
  });

  it('keeps every paper’s strongest links: what it finds equals a comparison of all pairs', () => {
    const { index } = plantTopics({ topics: 3, papersPerTopic: 20 });
    const paperCount = 60;
    const kept = linkPapers(index, { linksPerPaper: 3 });
    const keptKeys = new Set(Array.from(kept.source, (paper, link) => `${paper} ${kept.target[link]}`));
    for (let paper = 0; paper < paperCount; paper++) {
      const others = Array.from({ length: paperCount }, (_, other) => other).filter((other) => other !== paper);
      const weights = others.map((other) => ({ other, weight: Math.fround(explainLink(index, paper, other).weight) }));
      const best = weights.sort((a, b) => b.weight - a.weight || a.other - b.other).slice(0, 3);
      for (const { other } of best) expect(keptKeys).toContain(`${Math.min(paper, other)} ${Math.max(paper, other)}`);
    }
  });

  it('ignores concepts in fewer papers than asked for', () => {
    const { source } = linkPapers(small, { minPapers: 3 });
    const { reasons: concepts } = explainLink(small, 0, 1, { minPapers: 3 });
    expect(source.length).toBe(3);
    expect(concepts.map(({ concept }) => concept)).toEqual([2]);
  });

  it('links papers on two narrower concepts through their broader one', () => {
    const index = indexOf(
      [{ label: 'LoRA', broader: [2] }, { label: 'adapters', broader: [2] }, { label: 'fine-tuning' }],
      [[[0, 1]], [[1, 1]], [[2, 1]]],
    );
    expect(explainLink(index, 0, 1, { broaderShare: 0.3 }).reasons).toEqual([{ concept: 2, other: 2, share: 1 }]);
    expect(explainLink(index, 0, 1, { broaderShare: 0 }).reasons).toEqual([]);
  });

  it('still finds nearly all strongest links when it looks up only some papers of each concept', () => {
    const { index } = plantTopics({ topics: 4, papersPerTopic: 100 });
    const exact = linkPapers(index);
    const quick = linkPapers(index, { papersPerConcept: 40 });
    const keys = new Set(Array.from(exact.source, (paper, link) => `${paper} ${exact.target[link]}`));
    const strength = (links: typeof exact) => links.weight.reduce((sum, weight) => sum + weight, 0) / links.weight.length;
    expect(Array.from(quick.source, (paper, link) => `${paper} ${quick.target[link]}`).filter((key) => keys.has(key)).length).toBeGreaterThan(0.6 * keys.size);
    expect(strength(quick)).toBeGreaterThan(0.95 * strength(exact));
  });

  it('stops when the run is cancelled', () => {
    const watch = { progress: () => undefined, check: () => { throw new AtlasError('call.cancelled'); } };
    expect(() => linkPapers(small, {}, watch)).toThrow('Cancelled');
  });

  it('gives nothing for no papers', () => {
    expect(linkPapers(indexOf([], [])).source.length).toBe(0);
  });
});

describe('linkForMapAndTopics', () => {
  it('gives topics more links than the map, between papers that are linked on the map', () => {
    const { links, topicLinks } = linkForMapAndTopics(plantTopics({ topics: 4, papersPerTopic: 200 }).index, { linksPerPaper: 3 });
    const linked = new Set([...links.source, ...links.target]);
    expect(topicLinks.source.length).toBeGreaterThan(2 * links.source.length);
    expect(new Set([...topicLinks.source, ...topicLinks.target])).toEqual(linked);
  });

  it('gives the same with one thread and with two', () => {
    const { index } = plantTopics({ topics: 6, papersPerTopic: 300 });
    const vectors = paperVectors(index, DEFAULT_VECTOR_OPTIONS);
    const options = { neighbours: 8, minSimilarity: 0.01, papersPerConcept: 200 };
    const two = new ThreadPool({ threads: 2 });
    expect(nearestPapers(vectors, options, UNWATCHED, two)).toEqual(nearestPapers(vectors, options, UNWATCHED, new ThreadPool({ threads: 1 })));
    two.close();
  });
});

describe('explainLink', () => {
  it('gives shares that add up to 1, the largest first, and the weight that linkPapers gave', () => {
    const { index } = plantTopics({ topics: 3, papersPerTopic: 15 });
    const { source, target, weight } = linkPapers(index);
    for (const [link, paper] of source.entries()) {
      const reasons = explainLink(index, paper, target[link] ?? 0);
      const shares = reasons.reasons.map(({ share }) => share);
      expect(Math.fround(reasons.weight)).toBe(weight[link]);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
    }
  });

  it('says the same of both directions', () => {
    const { index } = plantTopics({ topics: 2, papersPerTopic: 10 });
    expect(explainLink(index, 0, 2)).toEqual(explainLink(index, 2, 0));
  });

  it('gives weight 0 and no concepts for papers that share none', () => {
    expect(explainLink(small, 0, 4)).toEqual({ weight: 0, reasons: [] });
  });
});

describe('impliedConcepts', () => {
  const index = indexOf(
    [{ label: 'LoRA', broader: [2] }, { label: 'adapters', broader: [2] }, { label: 'fine-tuning', broader: [3] }, { label: 'training' }],
    [[[0, 1], [1, 0.5]], [[2, 1]]],
  );

  it('has a paper’s broader concepts at a share of its narrower ones, a step further up at the square of it', () => {
    expect(impliedConcepts(index, 0, 0.5)).toEqual(new Map([[2, { value: 0.5, through: [0, 1] }], [3, { value: 0.25, through: [0, 1] }]]));
  });

  it('shows a concept by its own mentions, or by those of the narrower concepts that imply it', () => {
    expect(evidenceFor(index, 0, 2)).toEqual([0, 1]);
    expect(evidenceFor(index, 1, 2)).toEqual([2]);
  });
});
