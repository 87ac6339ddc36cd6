import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, type LabelRequest } from '../../../shared/place-labels.ts';

const bounds = { left: 0, top: 0, right: 400, bottom: 300 };
const request = (id: string, x: number, y: number, overNodes = false): LabelRequest => ({ id, x, y, radius: 5, width: 60, height: 14, overNodes });

test('a lone label stands centred below its node', () => {
  expect(placeLabels([request('a', 100, 100)], [], bounds)).toEqual([{ id: 'a', left: 70, top: 108 }]);
});

test('of two labels on one spot the more important takes the best place and the other moves', () => {
  const [first, second] = placeLabels([request('a', 100, 100), request('b', 100, 100)], [], bounds);
  expect(first).toEqual({ id: 'a', left: 70, top: 108 });
  expect(second).toEqual({ id: 'b', left: 70, top: 78 });
});

test('a label without a free place is left out', () => {
  const requests = Array.from({ length: 9 }, (_, position) => request(String(position), 100, 100));
  expect(placeLabels(requests, [], bounds).length).toBe(4);
});

test('a label of a node keeps clear of other nodes, a name of a topic may cover them', () => {
  const wall = Array.from({ length: 40 }, (_, column) => Array.from({ length: 30 }, (__, row) => ({ x: column * 10, y: row * 10, radius: 6 }))).flat();
  expect(placeLabels([request('paper', 200, 150)], wall, bounds)).toEqual([]);
  expect(placeLabels([request('topic', 200, 150, true)], wall, bounds)).toHaveLength(1);
});

test('placed labels never overlap and never leave the bounds, whatever is asked', () => {
  const requests = fc.array(fc.record({ x: fc.integer({ min: -50, max: 450 }), y: fc.integer({ min: -50, max: 350 }), width: fc.integer({ min: 5, max: 150 }), overNodes: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(requests, (wanted) => {
      const asked = wanted.map((want, position): LabelRequest => ({ ...want, id: String(position), radius: 4, height: 13 }));
      const boxes = placeLabels(asked, [], bounds).map(({ id, left, top }) => ({ left, top, right: left + (asked[Number(id)]?.width ?? 0), bottom: top + 13 }));
      for (const [position, a] of boxes.entries()) {
        expect(a.left >= 0 && a.top >= 0 && a.right <= 400 && a.bottom <= 300).toBe(true);
        for (const b of boxes.slice(position + 1)) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('a label that stands beside what it names never lies over it, whatever else it covers', () => {
  const wall = Array.from({ length: 40 }, (_, column) => Array.from({ length: 30 }, (__, row) => ({ x: column * 10, y: row * 10, radius: 6 }))).flat();
  const [placed] = placeLabels([request('concept', 200, 150, true)], wall, bounds);
  expect(placed && (placed.top >= 155 || placed.top + 14 <= 145 || placed.left >= 205 || placed.left + 60 <= 195)).toBe(true);
});

test('a fixed label stands on its point even over others, which keep clear of it', () => {
  const [fixed, other] = placeLabels([request('paper', 100, 100), { ...request('name', 100, 115, true), fixed: true }], [], bounds);
  expect(fixed).toEqual({ id: 'name', left: 70, top: 108 });
  expect(other).toEqual({ id: 'paper', left: 70, top: 78 });
});
