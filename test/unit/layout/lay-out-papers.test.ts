import { describe, expect, it } from 'vitest';
import { linkForMapAndTopics } from '../../../electron/engine/graph/link-papers.ts';
import { layOutPapers } from '../../../electron/engine/layout/lay-out-papers.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import type { PaperLinks, Positions, TopicPartition } from '../../../electron/engine/model.ts';
import { findTopics } from '../../../electron/engine/topics/find-topics.ts';
import { plantTopics } from '../../support/planted-index.ts';

function layOut(topics: number, papersPerTopic: number, loners = 0) {
  const { index, topicOf } = plantTopics({ topics, papersPerTopic, loners });
  const { topicLinks } = linkForMapAndTopics(index);
  const partition = findTopics(topicLinks, topicOf.length);
  return { links: topicLinks, partition, positions: layOutPapers(topicLinks, partition, topicOf.length) };
}

function leastDistance({ x, y }: Positions): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < x.length; a++) for (let b = a + 1; b < x.length; b++) least = Math.min(least, Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0)));
  return least;
}

function box({ x, y }: Positions, papers = [...x.keys()]) {
  const xs = papers.map((paper) => x[paper] ?? 0);
  const ys = papers.map((paper) => y[paper] ?? 0);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Share of papers whose nearest paper on the map is of the same topic. */
function withNearestOfSameTopic({ x, y }: Positions, { topicOf }: TopicPartition): number {
  const same = [...x.keys()].filter((paper) => {
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < x.length; other++) {
      const distance = Math.hypot((x[other] ?? 0) - (x[paper] ?? 0), (y[other] ?? 0) - (y[paper] ?? 0));
      if (other !== paper && distance < least) [nearest, least] = [other, distance];
    }
    return topicOf[nearest] === topicOf[paper];
  });
  return same.length / x.length;
}

function withoutTopics(count: number): TopicPartition {
  return { topicOf: new Int32Array(count).fill(-1), confidence: new Float32Array(count), count: 0, modularity: 0, coverage: 0, stability: 1 };
}

function areaPerPaper([topics, papers]: readonly [number, number]): number {
  const { left, right, top, bottom } = box(layOut(topics, papers).positions);
  return ((right - left) * (bottom - top)) / (topics * papers);
}

/** All pairs of twelve papers, linked. */
function clique(first: number): [number, number, number][] {
  return Array.from({ length: 12 }, (_, place) => Array.from({ length: 11 - place }, (_unused, next): [number, number, number] => [first + place, first + place + 1 + next, 1])).flat();
}

describe('layOutPapers', () => {
  it('puts no two papers closer than 14 units, from two papers to a thousand', () => {
    for (const [topics, papers] of [[1, 2], [1, 30], [7, 8], [10, 100]] as const) expect(leastDistance(layOut(topics, papers, 3).positions)).toBeGreaterThanOrEqual(13.99);
  });

  it('keeps topics apart: every paper’s nearest is of its own topic', () => {
    const { positions, partition } = layOut(8, 25);
    expect(withNearestOfSameTopic(positions, partition)).toBe(1);
  });

  it('is a little wider than high, as the window’s map is, and centred on 0,0', () => {
    for (const [topics, papers] of [[6, 10], [12, 60]] as const) {
      const { left, right, top, bottom } = box(layOut(topics, papers).positions);
      expect((right - left) / (bottom - top)).toBeGreaterThan(1);
      expect((right - left) / (bottom - top)).toBeLessThan(1.3);
      expect(left + right).toBeCloseTo(0, 6);
      expect(top + bottom).toBeCloseTo(0, 6);
    }
  });

  it('grows in proportion to the number of papers', () => {
    const small = areaPerPaper([6, 15]);
    const large = areaPerPaper([12, 100]);
    expect(large / small).toBeGreaterThan(0.6);
    expect(large / small).toBeLessThan(1.6);
  });

  it('puts linked papers nearer to each other than others of their topic', () => {
    const { positions, links, partition } = layOut(4, 60);
    const distance = (a: number, b: number) => Math.hypot((positions.x[a] ?? 0) - (positions.x[b] ?? 0), (positions.y[a] ?? 0) - (positions.y[b] ?? 0));
    const mean = (pairs: [number, number][]) => pairs.reduce((sum, [a, b]) => sum + distance(a, b), 0) / pairs.length;
    const sameTopic = (a: number, b: number) => partition.topicOf[a] === partition.topicOf[b];
    const papers = [...positions.x.keys()];
    const all = papers.flatMap((a) => papers.filter((b) => b > a && sameTopic(a, b)).map((b): [number, number] => [a, b]));
    const linked = Array.from(links.source, (a, link): [number, number] => [a, links.target[link] ?? 0]).filter(([a, b]) => sameTopic(a, b));
    expect(mean(linked)).toBeLessThan(0.75 * mean(all));
  });

  it('puts a topic next to the one that it is related to', () => {
    const bridges = Array.from({ length: 6 }, (_, place): [number, number, number][] => [[place, 12 + place, 1], [24 + place, 36 + place, 1], [48 + place, 60 + place, 1]]).flat();
    const list = [0, 12, 24, 36, 48, 60].flatMap(clique).concat(bridges).sort(([a, b], [c, d]) => a - c || b - d);
    const links: PaperLinks = { source: Uint32Array.from(list, ([a]) => a), target: Uint32Array.from(list, ([, b]) => b), weight: Float32Array.from(list, ([, , weight]) => weight) };
    const topicOf = Int32Array.from({ length: 72 }, (_, paper) => Math.floor(paper / 12));
    const partition = { topicOf, confidence: new Float32Array(72), count: 6, modularity: 0, coverage: 0, stability: 1 };
    const { x, y } = layOutPapers(links, partition, 72);
    const middle = (topic: number) => [x, y].map((values) => values.subarray(topic * 12, topic * 12 + 12).reduce((sum, value) => sum + value, 0) / 12);
    const apart = (a: number, b: number) => Math.hypot(...middle(a).map((value, axis) => value - (middle(b)[axis] ?? 0)));
    for (const topic of [0, 2, 4]) {
      const others = [0, 1, 2, 3, 4, 5].filter((other) => other !== topic && other !== topic + 1).map((other) => apart(topic, other)).sort((a, b) => a - b);
      expect(apart(topic, topic + 1)).toBeLessThan((others[1] ?? 0) * 1.05);
    }
  });

  it('puts unlinked papers in rows beneath all others', () => {
    const { positions, partition } = layOut(4, 20, 6);
    const unlinked = [...partition.topicOf.keys()].filter((paper) => partition.topicOf[paper] === -1);
    const linked = [...partition.topicOf.keys()].filter((paper) => partition.topicOf[paper] !== -1);
    expect(unlinked).toHaveLength(6);
    expect(box(positions, unlinked).top).toBeGreaterThan(box(positions, linked).bottom + 20);
    expect(box(positions, unlinked).left).toBeGreaterThanOrEqual(box(positions, linked).left);
  });

  it('gives the same positions twice, and others for another seed', () => {
    const { links, partition, positions } = layOut(5, 20);
    expect(layOutPapers(links, partition, 100)).toEqual(positions);
    expect(layOutPapers(links, partition, 100, { seed: 2 })).not.toEqual(positions);
  });

  it('draws papers of a sub-topic together: of 10 nearest, a tenth more are of it than where links alone decide', () => {
    const random = seededRandom(3);
    const list = Array.from({ length: 1200 }, (_, link): [number, number] => [link % 200, link % 5 < 2 ? 4 * Math.floor(random() * 50) + (link % 4) : Math.floor(random() * 200)]).filter(([a, b]) => a < b).sort(([a, b], [c, d]) => a - c || b - d);
    const links: PaperLinks = { source: Uint32Array.from(list, ([a]) => a), target: Uint32Array.from(list, ([, b]) => b), weight: new Float32Array(list.length).fill(1) };
    const partition = { ...withoutTopics(200), topicOf: new Int32Array(200), count: 1 };
    const subtopicOf = Int32Array.from({ length: 200 }, (_, paper) => paper % 4);
    const together = (asked: Int32Array | null) => {
      const { x, y } = layOutPapers(links, partition, 200, { subtopicOf: asked });
      const papers = [...x.keys()];
      const distance = (a: number, b: number) => Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
      const nearest = papers.map((paper) => papers.filter((other) => other !== paper).sort((a, b) => distance(paper, a) - distance(paper, b)).slice(0, 10));
      return nearest.reduce((sum, near, paper) => sum + near.filter((other) => subtopicOf[other] === subtopicOf[paper]).length, 0) / 2000;
    };
    expect(together(subtopicOf)).toBeGreaterThan(together(null) + 0.1);
  });

  it('leaves known papers exactly where they were and puts new ones among their relatives', () => {
    const { links, partition, positions } = layOut(5, 40);
    const previous = { x: positions.x.map((x, paper) => (paper % 4 === 0 ? Number.NaN : x + 500)), y: positions.y.slice() };
    const next = layOutPapers(links, partition, 200, { previous });
    for (let paper = 0; paper < 200; paper++) if (paper % 4 !== 0) expect([next.x[paper], next.y[paper]]).toEqual([(positions.x[paper] ?? 0) + 500, positions.y[paper]]);
    expect(leastDistance(next)).toBeGreaterThanOrEqual(13.99);
    expect(withNearestOfSameTopic(next, partition)).toBeGreaterThan(0.9);
  });

  it('changes nothing when all papers are known', () => {
    const { links, partition, positions } = layOut(5, 20);
    expect(layOutPapers(links, partition, 100, { previous: positions, seed: 7 })).toEqual(positions);
  });

  it('lays out no papers, one paper, and only unlinked papers', () => {
    const none: PaperLinks = { source: new Uint32Array(), target: new Uint32Array(), weight: new Float32Array() };
    expect(layOutPapers(none, withoutTopics(0), 0).x).toHaveLength(0);
    expect(layOutPapers(none, withoutTopics(1), 1)).toEqual({ x: Float64Array.of(0), y: Float64Array.of(0) });
    const twenty = layOutPapers(none, withoutTopics(20), 20);
    expect(leastDistance(twenty)).toBeGreaterThanOrEqual(14);
    expect(Array.from(twenty.x).every(Number.isFinite)).toBe(true);
  });
});
