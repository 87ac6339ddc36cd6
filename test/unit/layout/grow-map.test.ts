import { describe, expect, it } from 'vitest';
import { layOutPapers } from '../../../electron/engine/layout/lay-out-papers.ts';
import { UNWATCHED, type PaperLinks, type Positions, type TopicPartition } from '../../../electron/engine/model.ts';
import { ThreadPool } from '../../../electron/engine/parallel/thread-pool.ts';
import { seededRandom } from '../../../electron/engine/random.ts';

/** Topics whose papers lie on a ring, each linked to the eight nearest and to one of another topic. */
function ringTopics(topics: number, papersPerTopic: number): { links: PaperLinks; partition: TopicPartition } {
  const random = seededRandom(5);
  const count = topics * papersPerTopic;
  const list: [number, number, number][] = [];
  for (let paper = 0; paper < count; paper++) {
    const first = paper - (paper % papersPerTopic);
    for (let step = 1; step <= 4; step++) list.push([paper, first + ((paper - first + step) % papersPerTopic), 1 / step]);
    list.push([paper, Math.floor(random() * count), 0.1]);
  }
  const sorted = list.filter(([a, b]) => a !== b).map(([a, b, weight]): [number, number, number] => [Math.min(a, b), Math.max(a, b), weight]).sort(([a, b], [c, d]) => a - c || b - d);
  return {
    links: { source: Uint32Array.from(sorted, ([source]) => source), target: Uint32Array.from(sorted, ([, target]) => target), weight: Float32Array.from(sorted, ([, , weight]) => weight) },
    partition: partitionOf(Int32Array.from({ length: count }, (_, paper) => Math.floor(paper / papersPerTopic)), topics),
  };
}

function partitionOf(topicOf: Int32Array, count: number): TopicPartition {
  return { topicOf, confidence: new Float32Array(topicOf.length), count, modularity: 0, coverage: 0, stability: 1 };
}

/** Pairs nearer than `distance`, found by cells of that width. */
function closePairs({ x, y }: Positions, distance: number): number {
  const cells = new Map<string, number[]>();
  const keyOf = (column: number, row: number) => `${column} ${row}`;
  let pairs = 0;
  for (let paper = 0; paper < x.length; paper++) {
    const column = Math.floor((x[paper] ?? 0) / distance);
    const row = Math.floor((y[paper] ?? 0) / distance);
    for (const nearColumn of [column - 1, column, column + 1]) {
      for (const nearRow of [row - 1, row, row + 1]) {
        pairs += (cells.get(keyOf(nearColumn, nearRow)) ?? []).filter((other) => Math.hypot((x[other] ?? 0) - (x[paper] ?? 0), (y[other] ?? 0) - (y[paper] ?? 0)) < distance).length;
      }
    }
    cells.set(keyOf(column, row), [...(cells.get(keyOf(column, row)) ?? []), paper]);
  }
  return pairs;
}

function userSeconds(run: () => void): number {
  const before = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - before) / 1e6;
}

describe('layOutPapers on a map that grows', () => {
  const { links, partition } = ringTopics(20, 500);
  const whole = layOutPapers(links, partition, 10_000);

  it('lays out 10,000 papers without two closer than 14 units', () => {
    expect(closePairs(whole, 13.99)).toBe(0);
  });

  it('lays them out alike with one thread and with two', () => {
    const layouts = [1, 2].map((threads) => {
      const pool = new ThreadPool({ threads });
      const positions = layOutPapers(links, partition, 10_000, {}, UNWATCHED, pool);
      pool.close();
      return positions;
    });
    expect(layouts[0]).toEqual(whole);
    expect(layouts[1]).toEqual(whole);
  });

  it('adds 500 papers to 9,500 without moving any, none over another, beside their relatives, in less time than the map took', () => {
    const isNew = (paper: number) => paper % 20 === 7;
    const previous = { x: whole.x.map((x, paper) => (isNew(paper) ? Number.NaN : x)), y: whole.y.slice() };
    let grown = whole;
    const addingSeconds = userSeconds(() => void (grown = layOutPapers(links, partition, 10_000, { previous })));
    expect(addingSeconds).toBeLessThan(userSeconds(() => void layOutPapers(links, partition, 10_000)));
    const papers = [...whole.x.keys()];
    expect(papers.filter((paper) => !isNew(paper) && (grown.x[paper] !== whole.x[paper] || grown.y[paper] !== whole.y[paper]))).toEqual([]);
    expect(closePairs(grown, 13.99)).toBe(0);
    const toNeighbour = papers.filter(isNew).map((paper) => Math.hypot((grown.x[paper] ?? 0) - (grown.x[paper + 1] ?? 0), (grown.y[paper] ?? 0) - (grown.y[paper + 1] ?? 0))).sort((a, b) => a - b);
    expect(toNeighbour[250]).toBeLessThan(60);
  });

  it('puts a new topic on ground of its own, clear of all others', () => {
    const isNew = (paper: number) => partition.topicOf[paper] === 3;
    const previous = { x: whole.x.map((x, paper) => (isNew(paper) ? Number.NaN : x)), y: whole.y.slice() };
    const { x, y } = layOutPapers(links, partition, 10_000, { previous });
    const fresh = [...x.keys()].filter(isNew);
    const known = [...x.keys()].filter((paper) => !isNew(paper));
    const least = Math.min(...fresh.map((paper) => known.reduce((near, other) => Math.min(near, Math.hypot((x[other] ?? 0) - (x[paper] ?? 0), (y[other] ?? 0) - (y[paper] ?? 0))), Number.POSITIVE_INFINITY)));
    expect(least).toBeGreaterThan(60);
    expect(known.every((paper) => x[paper] === whole.x[paper] && y[paper] === whole.y[paper])).toBe(true);
  });

  it('leaves every paper in its place when topics are drawn finer', () => {
    const finer = partitionOf(partition.topicOf.map((topic, paper) => 2 * topic + (paper % 500 < 250 ? 0 : 1)), 40);
    expect(layOutPapers(links, finer, 10_000, { previous: whole })).toEqual(whole);
  });
});
