import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AtlasError } from '../../../shared/failures.ts';
import { UNWATCHED, type Watch } from '../../../electron/engine/model.ts';
import { shareNumbers } from '../../../electron/engine/parallel/shared-arrays.ts';
import { TASKS } from '../../../electron/engine/parallel/tasks.ts';
import { ThreadPool } from '../../../electron/engine/parallel/thread-pool.ts';
import { TEST_TASKS } from '../../support/thread-tasks.ts';

const threadUrl = pathToFileURL(join(import.meta.dirname, '../../support/helper-thread.ts'));
const alone = new ThreadPool({ threads: 1, threadUrl });
const two = new ThreadPool({ threads: 2, threadUrl });
const pools = [alone, two];

afterAll(() => {
  for (const pool of pools) pool.close();
});

const ranges = Array.from({ length: 50 }, (_, part): [number, number] => [part * 100, part * 100 + 100]);

describe('threads that share work', () => {
  it('give the sums of fifty ranges in their order, with one thread and with two', () => {
    const numbers = shareNumbers(Float64Array.from({ length: 5000 }, (_, index) => index));
    for (const pool of pools) {
      const sums = pool.map(TEST_TASKS.sum, numbers, ranges, UNWATCHED).map(({ sum }) => sum[0]);
      expect(sums).toEqual(ranges.map(([from]) => from * 100 + 4950));
    }
  });

  it('take parts while the caller does something else, and none but the caller takes a single one', async () => {
    two.map(TEST_TASKS.whoTook, null, [200, 200], UNWATCHED);
    const job = two.fork(TEST_TASKS.whoTook, null, [1, 1, 1]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(job.join()).toEqual(['helper', 'helper', 'helper']);
    expect(two.map(TEST_TASKS.whoTook, null, [1], UNWATCHED)).toEqual(['caller']);
  });

  it('serve two jobs that are joined in the reverse order', () => {
    const numbers = Float64Array.of(1, 2, 3);
    const first = two.fork(TEST_TASKS.sum, numbers, [[0, 1], [0, 2]]);
    const second = two.fork(TEST_TASKS.sum, numbers, [[0, 3], [1, 3]]);
    expect(second.join().map(({ sum }) => sum[0])).toEqual([6, 5]);
    expect(first.join().map(({ sum }) => sum[0])).toEqual([1, 3]);
  });

  it('throw the error of a part where the job is joined, and go on with the next job', () => {
    for (const pool of pools) {
      expect(() => pool.map(TEST_TASKS.failing, null, [1, 2, 3, 4], UNWATCHED)).toThrow(RangeError);
      expect(pool.map(TEST_TASKS.failing, null, [4, 5], UNWATCHED)).toEqual([4, 5]);
    }
  });

  it('leave to the caller what fails elsewhere, and tasks that they do not know', () => {
    expect(two.map(TEST_TASKS.failingInHelpers, null, [1, 2, 3, 4, 5], UNWATCHED)).toEqual([1, 2, 3, 4, 5]);
    expect(two.map(TEST_TASKS.unregistered, null, [1, 2], UNWATCHED)).toEqual([2, 4]);
  });

  it('do without helpers whose script is missing', () => {
    const pool = new ThreadPool({ threads: 2, threadUrl: new URL('missing.ts', threadUrl) });
    expect(pool.map(TEST_TASKS.failing, null, [0, 1, 2], UNWATCHED)).toEqual([0, 1, 2]);
    pool.close();
  });

  it('stop within a part when the run is cancelled', () => {
    let checks = 0;
    const watch: Watch = {
      progress: () => undefined,
      check: () => {
        if (++checks === 4) throw new AtlasError('call.cancelled');
      },
    };
    const startedAtMs = performance.now();
    expect(() => two.map(TEST_TASKS.whoTook, null, Array.from({ length: 1000 }, () => 20), watch)).toThrow(/Cancelled/);
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
    expect(two.map(TEST_TASKS.unregistered, null, [1, 2], UNWATCHED)).toEqual([2, 4]);
  });
});

describe('a thread that works alone', () => {
  it('gives its result to one that waits for it, and to one that does not', async () => {
    expect(two.startAlone(TEST_TASKS.untilStopped, 50)?.take(UNWATCHED)).toBe('helper');
    expect(await two.startAlone(TEST_TASKS.untilStopped, 50)?.done).toBe('helper');
  });

  it('gives nothing where its task fails, is not known, or there is no other thread', async () => {
    expect(two.startAlone(TEST_TASKS.untilStopped, 0)?.take(UNWATCHED)).toBeNull();
    expect(await two.startAlone({ name: 'nowhere', prepare: () => () => 1 }, null)?.done).toBeNull();
    expect(alone.startAlone(TEST_TASKS.untilStopped, 50)).toBeNull();
  });

  it('stops where it is told to, and is there for the next work', async () => {
    const work = two.startAlone(TEST_TASKS.untilStopped, 60_000);
    work?.stop();
    expect(await work?.done).toBeNull();
    expect(await two.startAlone(TEST_TASKS.untilStopped, 1)?.done).toBe('helper');
  });

  it('is waited for no longer than the watch allows, and goes on', async () => {
    const work = two.startAlone(TEST_TASKS.untilStopped, 300);
    const check = () => {
      throw new AtlasError('call.cancelled');
    };
    expect(() => work?.take({ progress: () => undefined, check })).toThrow(/Cancelled/);
    expect(await work?.done).toBe('helper');
  });
});

describe('the registry of tasks', () => {
  it('finds each task under its own name', async () => {
    for (const [name, load] of Object.entries(TASKS)) expect((await load()).name).toBe(name);
  });
});
