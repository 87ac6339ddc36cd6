import { describe, expect, it } from 'vitest';
import { FreePlaces } from '../../../electron/engine/layout/free-places.ts';
import { placeConcepts } from '../../../electron/engine/layout/place-concepts.ts';
import { placeTopics } from '../../../electron/engine/layout/place-topics.ts';
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

describe('separatePoints', () => {
  const options = { distance: 10, fixed: null, maxSweeps: 1000 };

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
