import { describe, expect, test } from 'vitest';
import { boxAround, frameOf, isAllInSight, minimapPlace } from '../../../renderer/state/minimap-place.ts';

const BOX = { x: -100, y: -50, width: 200, height: 100 };

describe('the minimap', () => {
  const place = minimapPlace(BOX, 148, 100);

  test('shows the whole map in its middle, with a margin', () => {
    expect(place.scale).toBeCloseTo(136 / 200, 9);
    expect([place.offsetX, place.offsetY]).toEqual([74, 50]);
    expect(-100 * place.scale + place.offsetX).toBeCloseTo(6, 9);
  });

  test('frames what is in sight, cut off at its edges', () => {
    expect(frameOf({ x: -50, y: -25, width: 100, height: 50 }, place, 148, 100)).toEqual({ x: 40, y: 33, width: 68, height: 34 });
    expect(frameOf({ x: -1000, y: -1000, width: 2000, height: 2000 }, place, 148, 100)).toEqual({ x: 0, y: 0, width: 148, height: 100 });
  });

  test('keeps a frame that can be taken hold of, even around next to nothing far away', () => {
    const frame = frameOf({ x: 900, y: 900, width: 1, height: 1 }, place, 148, 100);
    expect(frame).toEqual({ x: 138, y: 90, width: 10, height: 10 });
  });

  test('knows when all is in sight', () => {
    expect(isAllInSight(BOX, { x: -120, y: -60, width: 240, height: 120 })).toBe(true);
    expect(isAllInSight(BOX, { x: -90, y: -60, width: 240, height: 120 })).toBe(false);
    expect(boxAround([{ x: -100, y: 50 }, { x: 100, y: -50 }])).toEqual(BOX);
    expect(boxAround([])).toBeNull();
  });
});
