import { expect, test } from 'vitest';
import { isInside } from '../../../shared/contours.ts';
import { densityField, densityLevels } from '../../../shared/density.ts';

const around = (x: number, y: number, count: number) => Array.from({ length: count }, (_, place) => ({ x: x + Math.cos(place * 2.4) * Math.sqrt(place) * 3, y: y + Math.sin(place * 2.4) * Math.sqrt(place) * 3 }));

test('the field adds up to the number of points', () => {
  const { values } = densityField(around(0, 0, 200), 12);
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(200, 0);
});

test('one point makes a hill that falls as a Gaussian of the bandwidth does', () => {
  const bandwidth = 20;
  const { values, columns, step, left, top } = densityField([{ x: 0, y: 0 }], bandwidth);
  const at = (x: number, y: number) => values[Math.round((y - top) / step) * columns + Math.round((x - left) / step)] ?? 0;
  const top0 = Math.max(...values);
  for (const distance of [8, 16, 24]) expect(Math.abs(at(distance, 0) / top0 - Math.exp(-(distance ** 2) / (2 * bandwidth ** 2)))).toBeLessThan(0.08);
  expect(at(0, 16)).toBeCloseTo(at(16, 0), 4);
});

test('the thick of the points is on the highest level, a few points away from it on a low one', () => {
  const levels = densityLevels([...around(0, 0, 300), ...around(220, 0, 30)], 12);
  expect(levels.map(({ part }) => part)).toEqual(levels.map(({ part }) => part).toSorted((a, b) => a - b));
  expect(isInside(levels.at(-1)?.rings ?? [], 0, 0)).toBe(true);
  expect(isInside(levels.at(-1)?.rings ?? [], 220, 0)).toBe(false);
  expect(isInside(levels[0]?.rings ?? [], 220, 0)).toBe(true);
  expect(isInside(levels[0]?.rings ?? [], 120, 0)).toBe(false);
});

test('many points over a wide map take a coarser grid, not a larger one', () => {
  const { values } = densityField([{ x: 0, y: 0 }, { x: 50_000, y: 50_000 }], 10);
  expect(values.length).toBeLessThan(62_000);
  expect(densityLevels([], 10)).toEqual([]);
});
