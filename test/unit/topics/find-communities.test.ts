import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { describe, expect, it } from 'vitest';
import { linkForMapAndTopics } from '../../../electron/engine/graph/link-papers.ts';
import type { PaperLinks } from '../../../electron/engine/model.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import { findCommunities } from '../../../electron/engine/topics/find-communities.ts';
import { graphOfLinks, groupedGraph } from '../../../electron/engine/topics/weighted-graph.ts';
import { clique, linksOf } from '../../support/links.ts';
import { plantTopics } from '../../support/planted-index.ts';

const LOUVAIN = { rounds: 2, refine: false };
const LEIDEN = { rounds: 2, refine: true };

/** Friendships in Zachary's karate club (1977), members numbered from 0, each with its friends of higher number. */
const KARATE_CLUB: [number, number[]][] = [
  [0, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31]], [1, [2, 3, 7, 13, 17, 19, 21, 30]], [2, [3, 7, 8, 9, 13, 27, 28, 32]], [3, [7, 12, 13]],
  [4, [6, 10]], [5, [6, 10, 16]], [6, [16]], [8, [30, 32, 33]], [9, [33]], [13, [33]], [14, [32, 33]], [15, [32, 33]], [18, [32, 33]], [19, [33]], [20, [32, 33]],
  [22, [32, 33]], [23, [25, 27, 29, 32, 33]], [24, [25, 27, 31]], [25, [31]], [26, [29, 33]], [27, [33]], [28, [31, 33]], [29, [32, 33]], [30, [32, 33]], [31, [32, 33]], [32, [33]],
];

function modularity(links: PaperLinks, groupOf: ArrayLike<number>, resolution: number): number {
  const strengths = new Map<number, number>();
  let within = 0;
  let total = 0;
  for (const [link, weight] of links.weight.entries()) {
    const ends = [links.source[link], links.target[link]].map((paper) => groupOf[paper ?? 0] ?? -1);
    total += weight;
    if (ends[0] === ends[1]) within += weight;
    for (const end of ends) strengths.set(end, (strengths.get(end) ?? 0) + weight);
  }
  return [...strengths.values()].reduce((sum, strength) => sum - resolution * (strength / (2 * total)) ** 2, within / total);
}

/** What graphology's Louvain, ours and Leiden reach at best in as many runs. */
function modularities(links: PaperLinks, paperCount: number, resolution: number, runs: number): { graphology: number; louvain: number; leiden: number } {
  const reference = new UndirectedGraph();
  for (let paper = 0; paper < paperCount; paper++) reference.addNode(String(paper));
  for (const [link, weight] of links.weight.entries()) reference.addUndirectedEdge(String(links.source[link]), String(links.target[link]), { weight });
  const graph = graphOfLinks(links, paperCount);
  const best = (run: (seed: number) => ArrayLike<number>) => Math.max(...Array.from({ length: runs }, (_, seed) => modularity(links, run(seed + 1), resolution)));
  return {
    graphology: best((seed) => Object.values(louvain(reference, { resolution, rng: seededRandom(seed), getEdgeWeight: 'weight' }))),
    louvain: best((seed) => findCommunities(graph, LOUVAIN, { resolution, random: seededRandom(seed), check: () => undefined })),
    leiden: best((seed) => findCommunities(graph, LEIDEN, { resolution, random: seededRandom(seed), check: () => undefined })),
  };
}

/** Points at random places in a square, each linked to its nearest; nearer is heavier. */
function nearestNeighbourLinks(count: number, neighbours: number, seed: number): PaperLinks {
  const random = seededRandom(seed);
  const points = Array.from({ length: count }, () => ({ x: random(), y: random() }));
  const links = new Map<string, [number, number, number]>();
  for (const [a, from] of points.entries()) {
    const near = points.map((to, b) => ({ b, distance: Math.hypot(from.x - to.x, from.y - to.y) })).sort((left, right) => left.distance - right.distance);
    for (const { b, distance } of near.slice(1, neighbours + 1)) links.set([Math.min(a, b), Math.max(a, b)].join(), [Math.min(a, b), Math.max(a, b), 1 / (1 + 20 * distance)]);
  }
  return linksOf(...links.values());
}

describe('findCommunities', () => {
  it("finds the best division of Zachary's karate club that is known, modularity 0.4198 (Brandes et al. 2008), which graphology's Louvain finds too", () => {
    const links = linksOf(...KARATE_CLUB.flatMap(([member, friends]) => friends.map((friend): [number, number, number] => [member, friend, 1])));
    expect(links.weight).toHaveLength(78);
    for (const found of Object.values(modularities(links, 34, 1, 10))) expect(found).toBeCloseTo(0.4198, 4);
  });

  it("is as modular as graphology's Louvain, or more, on papers of planted topics at any resolution", () => {
    const { index, topicOf } = plantTopics({ topics: 10, papersPerTopic: 40 });
    const { topicLinks } = linkForMapAndTopics(index);
    for (const resolution of [0.3, 1, 3]) {
      const { graphology, louvain: ours, leiden } = modularities(topicLinks, topicOf.length, resolution, 3);
      for (const found of [ours, leiden]) expect(found).toBeGreaterThan(graphology - 0.01 * Math.abs(graphology));
    }
  });

  it("is as modular as graphology's Louvain, or more, on nearest neighbours of random points", () => {
    for (const seed of [1, 2, 3]) {
      const { graphology, louvain: ours, leiden } = modularities(nearestNeighbourLinks(400, 8, seed), 400, 1, 2);
      for (const found of [ours, leiden]) expect(found).toBeGreaterThan(0.99 * graphology);
    }
  });

  it('gives communities that hang together, numbered in the order of their first nodes', () => {
    const graph = graphOfLinks(linksOf(...clique([1, 2, 3]), ...clique([4, 5, 6]), [3, 4, 0.1]), 7);
    expect(Array.from(findCommunities(graph, LEIDEN, { resolution: 1, random: seededRandom(1), check: () => undefined }))).toEqual([0, 1, 1, 1, 2, 2, 2]);
  });

  it('stops when asked to', () => {
    const graph = graphOfLinks(nearestNeighbourLinks(50, 4, 1), 50);
    const check = () => {
      throw new Error('stop');
    };
    expect(() => findCommunities(graph, LEIDEN, { resolution: 1, random: seededRandom(1), check })).toThrow('stop');
  });
});

describe('groupedGraph', () => {
  it('sums the links between groups and keeps strengths and total', () => {
    const graph = groupedGraph(graphOfLinks(linksOf(...clique([0, 1, 2], 2), [2, 3, 1], [1, 3, 0.5]), 4), Int32Array.of(0, 0, 0, 1), 2);
    expect(Array.from(graph.neighbours)).toEqual([1, 0]);
    expect(Array.from(graph.weights)).toEqual([1.5, 1.5]);
    expect(Array.from(graph.strengths)).toEqual([13.5, 1.5]);
    expect(graph.total).toBe(15);
  });
});
