import { describe, expect, test } from 'vitest';
import { areaOf, contoursOf, fieldOver, isHole, isInside, smoothRing } from '../../../shared/contours.ts';
import { spanningTree } from '../../../shared/spanning-tree.ts';
import { groundsOf, type GroupedPoint } from '../../../shared/topic-ground.ts';
import { plantedMap } from '../../support/planted-map.ts';

const SPACING = 12;

/** Points on a square grid of side × side. */
function block(group: number, left: number, top: number, side: number): GroupedPoint[] {
  return Array.from({ length: side * side }, (_, place) => ({ x: left + (place % side) * SPACING, y: top + Math.floor(place / side) * SPACING, group }));
}

describe('contours', () => {
  test('the contour of a cone at half its height is a circle of half its radius', () => {
    const field = fieldOver({ left: -12, top: -12, right: 12, bottom: 12 }, 1);
    for (let place = 0; place < field.values.length; place++) field.values[place] = 1 - Math.hypot((place % field.columns) - 12, Math.floor(place / field.columns) - 12) / 10;
    const [ring = [], ...others] = contoursOf(field, 0.5);
    expect(others).toEqual([]);
    for (const { x, y } of ring) expect(Math.hypot(x, y)).toBeCloseTo(5, 0);
    expect(areaOf(ring) / (Math.PI * 25)).toBeCloseTo(1, 1);
    expect(isHole(ring)).toBe(false);
  });

  test('what lies within a ring of high ground is a hole', () => {
    const field = fieldOver({ left: 0, top: 0, right: 20, bottom: 20 }, 1);
    for (let place = 0; place < field.values.length; place++) field.values[place] = Math.abs(Math.hypot((place % field.columns) - 10, Math.floor(place / field.columns) - 10) - 6) < 2 ? 1 : 0;
    const rings = contoursOf(field, 0.5);
    expect(rings.filter(isHole)).toHaveLength(1);
    expect(rings).toHaveLength(2);
    expect([isInside(rings, 16, 10), isInside(rings, 10, 10), isInside(rings, 40, 10)]).toEqual([true, false, false]);
  });

  test('ground that reaches the edge of the field is closed there', () => {
    const field = fieldOver({ left: 0, top: 0, right: 4, bottom: 4 }, 1);
    field.values.fill(1);
    expect(contoursOf(field, 0.5).map(areaOf)).toEqual([16]);
  });

  test('cutting corners keeps the middle and takes off little', () => {
    const square = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 0, y: 10 }];
    expect(smoothRing(square)).toHaveLength(8);
    expect(areaOf(smoothRing(square, 3))).toBeGreaterThan(80);
  });
});

test('the shortest tree of points in a row joins each to the next', () => {
  const points = [0, 30, 10, 20].map((x) => ({ x, y: 0 }));
  expect(spanningTree(points).map(([from, to]) => Math.abs(from.x - to.x))).toEqual([10, 10, 10]);
});

describe('grounds of topics', () => {
  const left = block(0, 0, 0, 5);
  const right = block(1, 5 * SPACING + 14, 0, 5);

  test('hold all their papers, and none of a neighbour’s', () => {
    const { rings, groupAt } = groundsOf([...left, ...right], 2, true);
    for (const { x, y, group } of [...left, ...right]) {
      expect(isInside(rings[group ?? 0] ?? [], x, y)).toBe(true);
      expect(isInside(rings[1 - (group ?? 0)] ?? [], x, y)).toBe(false);
      expect(groupAt(x, y)).toBe(group);
    }
  });

  test('hug: a corner that a group leaves free is not its ground', () => {
    const corner = [...block(0, 0, 0, 8)].filter(({ x, y }) => x < 3 * SPACING || y < 3 * SPACING);
    const { rings } = groundsOf(corner, 1, true);
    expect(isInside(rings[0] ?? [], 6.5 * SPACING, 6.5 * SPACING)).toBe(false);
    expect(rings[0]).toHaveLength(1);
  });

  test('a stray among the papers of another topic makes no ground there and no hole', () => {
    const stray: GroupedPoint = { x: 2.5 * SPACING, y: 2.5 * SPACING, group: 1 };
    const { rings } = groundsOf([...left, ...right, stray], 2, true);
    expect(rings[0]).toHaveLength(1);
    expect(isInside(rings[0] ?? [], stray.x, stray.y)).toBe(true);
  });

  test('two parts of a topic that lie near each other are joined, where that is asked', () => {
    const parts = [...block(0, 0, 0, 4), ...block(0, 7 * SPACING, 0, 4)];
    expect(groundsOf(parts, 1, false).rings[0]).toHaveLength(2);
    expect(groundsOf(parts, 1, true).rings[0]).toHaveLength(1);
  });

  test('no points make no ground', () => {
    expect(groundsOf([], 1, true).rings).toEqual([[]]);
  });

  test.each([56, 500, 2000])('of a planted map of %i papers hold at least 98 in 100 of them', (papers) => {
    const map = plantedMap(papers);
    const place = new Map(map.topics.map(({ id }, index) => [id, index]));
    const points = map.papers.map(({ x, y, topic }) => ({ x, y, group: place.get(topic ?? '') ?? null }));
    const { rings } = groundsOf(points, map.topics.length, true);
    const settled = points.filter(({ group }) => group !== null);
    expect(settled.filter(({ x, y, group }) => isInside(rings[group ?? 0] ?? [], x, y)).length / settled.length).toBeGreaterThan(0.98);
  });
});
