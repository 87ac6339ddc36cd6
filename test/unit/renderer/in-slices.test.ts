import { expect, test } from 'vitest';
import { inSlices } from '../../../renderer/api/in-slices.ts';

/** Steps that hold the thread for so long each. */
function* busy(steps: number, stepMs: number): Generator<undefined, string> {
  for (let step = 0; step < steps; step++) {
    const endMs = performance.now() + stepMs;
    while (performance.now() < endMs);
    yield;
  }
  return 'done';
}

test('work in slices comes to what its steps give, and lets others have the thread between', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  expect(await inSlices(busy(30, 4))).toBe('done');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

test('work whose step fails is rejected with that', async () => {
  const failing = function* failing(): Generator<undefined, never> {
    yield;
    throw new RangeError('no further');
  };
  await expect(inSlices(failing())).rejects.toThrow('no further');
});
