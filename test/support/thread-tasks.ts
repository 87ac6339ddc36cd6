import type { Task } from '../../electron/engine/parallel/task.ts';

/** Set by the script of helping threads. */
export const role = { isHelper: false };

const sum: Task<Float64Array, [number, number], { sum: Float64Array }> = {
  name: 'sum',
  prepare: (numbers) => ([from, to]) => ({ sum: Float64Array.of(numbers.subarray(from, to).reduce((total, number) => total + number, 0)) }),
};

const whoTook: Task<null, number, 'helper' | 'caller'> = {
  name: 'whoTook',
  prepare: () => (milliseconds) => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    return role.isHelper ? 'helper' : 'caller';
  },
};

const failing: Task<null, number, number> = {
  name: 'failing',
  prepare: () => (part) => {
    if (part === 3) throw new RangeError('part 3 cannot be done');
    return part;
  },
};

const failingInHelpers: Task<null, number, number> = {
  name: 'failingInHelpers',
  prepare: () => (part) => {
    if (role.isHelper) throw new RangeError('not here');
    const until = performance.now() + 20;
    while (performance.now() < until);
    return part;
  },
};

const unregistered: Task<null, number, number> = { name: 'unregistered', prepare: () => (part) => part * 2 };

const untilStopped: Task<number, Int32Array, string> = {
  name: 'untilStopped',
  prepare: (milliseconds) => (flag) => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until && Atomics.load(flag, 0) === 0);
    if (milliseconds === 0) throw new RangeError('no time');
    return role.isHelper ? 'helper' : 'caller';
  },
};

/** Tasks for the tests of threads. */
export const TEST_TASKS = { sum, whoTook, failing, failingInHelpers, untilStopped, unregistered };
