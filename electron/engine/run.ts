import type { Progress } from '../../shared/contract.ts';
import { AtlasError } from '../../shared/failures.ts';
import type { Watch } from './model.ts';

const RUNNING = 0;
const CANCELLED = 1;
const COMMITTING = 2;

const PROGRESS_INTERVAL_MS = 100;

/**
 * Whether a run may still be cancelled, in memory that two threads share, so that it works while the engine is in synchronous code.
 * A run is either cancelled or committed: whichever comes first rules out the other.
 */
export class RunFlag {
  readonly memory: SharedArrayBuffer;
  readonly #state: Int32Array;

  /** A flag for a new run, or the other side's view of one. */
  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#state = new Int32Array(memory);
  }

  /** Cancels the run; false where it is committing or committed already. */
  cancel(): boolean {
    return Atomics.compareExchange(this.#state, 0, RUNNING, CANCELLED) !== COMMITTING;
  }

  /** From here on the run can't be cancelled; false where it was cancelled before. */
  commit(): boolean {
    return Atomics.compareExchange(this.#state, 0, RUNNING, COMMITTING) !== CANCELLED;
  }

  get cancelled(): boolean {
    return Atomics.load(this.#state, 0) === CANCELLED;
  }
}

/** What one command's run reports with and is stopped by. */
export interface Run extends Watch {
  /** To be called last before a change is made for good. Throws call.cancelled where the run was cancelled. */
  commit(): void;
}

/** The run of a flag. Progress is passed on at most ten times a second, and whenever the stage changes. */
export function startRun(flag: RunFlag, report: (progress: Progress) => void): Run {
  let stage: string | null = null;
  let reportedAtMs = 0;
  return {
    check() {
      if (flag.cancelled) throw new AtlasError('call.cancelled');
    },
    commit() {
      if (!flag.commit()) throw new AtlasError('call.cancelled');
    },
    progress(progress) {
      const nowMs = performance.now();
      if (progress.stage === stage && nowMs - reportedAtMs < PROGRESS_INTERVAL_MS) return;
      stage = progress.stage;
      reportedAtMs = nowMs;
      report(progress);
    },
  };
}
