import { describe, expect, it } from 'vitest';
import { FreePlaces } from '../../../electron/engine/layout/free-places.ts';
import { placeConcepts } from '../../../electron/engine/layout/place-concepts.ts';
import { placeTopics } from '../../../electron/engine/layout/place-topics.ts';
import { Quadtree } from '../../../electron/engine/layout/quadtree.ts';
import { separatePoints } from '../../../electron/engine/layout/separate-points.ts';
import { seededRandom } from '../../../electron/engine/random.ts';
import { indexOf } from '../../support/planted-index.ts';

function randomPoints(count: number, size: number, seed = 1) {
  const random = seededRandom(seed);
  return { x: Float64Array.from({ length: count }, () => random() * size), y: Float64Array.from({ length: count }, () => random() * size) };
}

function leastDistance(x: Float64Array, y: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < x.length; a++) for (let b = a + 1; b < x.length; b++) least = Math.min(least, Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0)));
  return least;
}

function extent(values: Float64Array): number {
  return Math.max(...values) - Math.min(...values);
}

describe('Quadtree', () => {
  const { x, y } = randomPoints(300, 100);
  const members = Array.from(x.keys());
  const exact = (point: number) => {
    let forceX = 0;
    let forceY = 0;
    for (const other of members) {
      const dx = (x[point] ?? 0) - (x[other] ?? 0);
      const dy = (y[point] ?? 0) - (y[other] ?? 0);
      const squared = dx * dx + dy * dy;
      if (squared > 0) {
        forceX += dx / squared;
        forceY += dy / squared;
      }
    }
    return [forceX, forceY] as const;
  };

  it('gives with theta 0 the very sum over all pairs', () => {
    const tree = new Quadtree();
    tree.build(x, y, members);
    for (const point of [0, 17, 299]) {
      const force = new Float64Array(2);
      tree.addRepulsion(x[point] ?? 0, y[point] ?? 0, 0, force);
      expect(force[0]).toBeCloseTo(exact(point)[0], 9);
      expect(force[1]).toBeCloseTo(exact(point)[1], 9);
    }
  });

  it('comes within a twentieth of it with theta 0.9', () => {
    const tree = new Quadtree();
    tree.build(x, y, members);
    const errors = members.map((point) => {
      const force = new Float64Array(2);
      tree.addRepulsion(x[point] ?? 0, y[point] ?? 0, 0.9, force);
      const [forceX, forceY] = exact(point);
      return Math.hypot((force[0] ?? 0) - forceX, (force[1] ?? 0) - forceY) / Math.hypot(forceX, forceY);
    });
    expect(errors.sort((a, b) => a - b)[150]).toBeLessThan(0.05);
  });

  it('bears points in one place', () => {
    const tree = new Quadtree();
    tree.build(Float64Array.of(1, 1, 1, 5), Float64Array.of(2, 2, 2, 2), [0, 1, 2, 3]);
    const force = new Float64Array(2);
    tree.addRepulsion(5, 2, 0, force);
    expect(Array.from(force)).toEqual([0.75, 0]);
  });
});

describe('separatePoints', () => {
  const options = { distance: 10, groupDistance: 10, groupOf: null, fixed: null, maxSweeps: 500 };

  it('leaves no two of 1,000 crowded points too close', () => {
    const { x, y } = randomPoints(1000, 300);
    expect(separatePoints(x, y, options)).toBe(0);
    expect(leastDistance(x, y)).toBeGreaterThanOrEqual(9.999);
  });

  it('parts points that lie in one place', () => {
    const x = new Float64Array(5);
    const y = new Float64Array(5);
    expect(separatePoints(x, y, options)).toBe(0);
    expect(leastDistance(x, y)).toBeGreaterThanOrEqual(9.999);
  });

  it('moves two close points by half of what is missing each, and far ones not at all', () => {
    const x = Float64Array.of(0, 4, 100);
    const y = new Float64Array(3);
    separatePoints(x, y, options);
    expect(x[0]).toBeCloseTo(-3, 1);
    expect(x[1]).toBeCloseTo(7, 1);
    expect(x[2]).toBe(100);
  });

  it('leaves fixed points where they are', () => {
    const x = Float64Array.of(0, 4);
    separatePoints(x, new Float64Array(2), { ...options, fixed: [1, 0] });
    expect(x[0]).toBe(0);
    expect(x[1]).toBeGreaterThanOrEqual(9.999);
  });

  it('keeps points of different groups further apart', () => {
    const x = Float64Array.of(0, 12, 14);
    separatePoints(x, new Float64Array(3), { ...options, groupDistance: 30, groupOf: [0, 0, 1] });
    expect((x[2] ?? 0) - (x[1] ?? 0)).toBeGreaterThanOrEqual(29.99);
    expect((x[1] ?? 0) - (x[0] ?? 0)).toBeGreaterThanOrEqual(9.999);
  });
});

describe('placeTopics', () => {
  it('lets no two discs overlap, whatever their sizes', () => {
    const radius = Float64Array.from({ length: 30 }, (_, topic) => 20 + topic * 6);
    const { x, y } = placeTopics({ radius, affinity: new Float64Array(900).fill(1) }, { seed: 3, aspect: 1.5, attempts: 2 });
    for (let a = 0; a < 30; a++) {
      for (let b = a + 1; b < 30; b++) expect(Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0))).toBeGreaterThan(((radius[a] ?? 0) + (radius[b] ?? 0)) * 0.999);
    }
  });

  it('fills more than half of the box around it', () => {
    const radius = new Float64Array(24).fill(50);
    const { x, y } = placeTopics({ radius, affinity: new Float64Array(576) }, { seed: 1, aspect: 1.5, attempts: 4 });
    expect((24 * Math.PI * 2500) / ((extent(x) + 100) * (extent(y) + 100))).toBeGreaterThan(0.5);
  });
});

describe('FreePlaces', () => {
  it('gives the place asked for where it is free, else one close by that is', () => {
    const places = new FreePlaces(10);
    expect(places.nearest(5, 5)).toEqual({ x: 5, y: 5 });
    places.take(5, 5);
    const next = places.nearest(5, 5);
    expect(Math.hypot(next.x - 5, next.y - 5)).toBeGreaterThanOrEqual(10);
    expect(Math.hypot(next.x - 5, next.y - 5)).toBeLessThan(16);
  });
});

describe('placeConcepts', () => {
  const index = indexOf([{ label: 'a' }, { label: 'b' }, { label: 'c' }], [[[0, 1]], [[0, 1], [1, 1]], [[1, 0.2], [2, 1]]]);
  const partition = { topicOf: Int32Array.of(0, 0, 1), confidence: new Float32Array(3), count: 2, modularity: 0, coverage: 0, stability: 1 };
  const papers = { x: Float64Array.of(0, 100, 900), y: Float64Array.of(0, 0, 0) };

  it('puts a concept in the middle of its papers and into the topic where most of its weight lies', () => {
    const places = placeConcepts(index, [0, 1, 2], partition, papers);
    expect(places.x[0]).toBeCloseTo(50, 6);
    expect(Array.from(places.topicOf)).toEqual([0, 0, 1]);
  });

  it('moves a concept of a single paper beside it, not onto it', () => {
    const places = placeConcepts(index, [2], partition, papers);
    const distance = Math.hypot((places.x[0] ?? 0) - 900, places.y[0] ?? 0);
    expect(distance).toBeGreaterThan(11.9);
    expect(distance).toBeLessThan(13);
  });
});
