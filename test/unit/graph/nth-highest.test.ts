import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nthHighest } from '../../../electron/engine/graph/nth-highest.ts';

describe('the n-th highest value', () => {
  it('is the one at its place in descending order, whatever the order and the ties', () => {
    const value = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.nat(), (values, at) => {
        const n = (at % values.length) + 1;
        expect(nthHighest(Float64Array.from([...values, 1e9]), values.length, n) === values.toSorted((a, b) => b - a)[n - 1]).toBe(true);
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});
