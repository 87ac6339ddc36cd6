import { describe, expect, it } from 'vitest';
import { evenOut } from '../../../electron/engine/layout/even-out.ts';
import { seededRandom } from '../../../electron/engine/random.ts';

/** Points of which nine tenths lie in the left tenth of the disc. */
function lopsided(count: number) {
  const random = seededRandom(4);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let point = 0; point < count; point++) {
    x[point] = point % 10 === 0 ? random() * 0.8 : -0.9 + random() * 0.2;
    y[point] = (random() - 0.5) * 0.8;
  }
  return { x, y };
}

function shareRightOfMiddle(x: Float64Array): number {
  return x.filter((value) => value > 0).length / x.length;
}

describe('evenOut', () => {
  it('lets points flow from where they crowd until the empty half has its share', () => {
    const points = lopsided(1000);
    expect(shareRightOfMiddle(points.x)).toBeCloseTo(0.1, 1);
    evenOut(points, 400, 8);
    expect(shareRightOfMiddle(points.x)).toBeGreaterThan(0.35);
  });

  it('keeps all points in the unit disc', () => {
    const points = lopsided(1000);
    evenOut(points, 50);
    expect(points.x.every((value, point) => Math.hypot(value, points.y[point] ?? 0) <= 1 + 1e-9)).toBe(true);
  });

  it('hardly moves points that are even already', () => {
    const random = seededRandom(9);
    const angle = Float64Array.from({ length: 4000 }, () => random() * 2 * Math.PI);
    const reach = Float64Array.from({ length: 4000 }, () => Math.sqrt(random()));
    const points = { x: angle.map((value, point) => (reach[point] ?? 0) * Math.cos(value)), y: angle.map((value, point) => (reach[point] ?? 0) * Math.sin(value)) };
    const before = points.x.slice();
    evenOut(points, 8, 12);
    const mean = points.x.reduce((sum, value, point) => sum + Math.abs(value - (before[point] ?? 0)), 0) / 4000;
    expect(mean).toBeLessThan(0.05);
  });
});
