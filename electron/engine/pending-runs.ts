import { AtlasError } from '../../shared/failures.ts';
import type { RunFlag } from './run.ts';

interface PendingRun {
  flag: RunFlag;
  /** Resolves when the run has ended: true where it was cancelled. */
  ended: Promise<boolean>;
}

/** The runs that a client waits for and that could be cancelled, oldest first. */
export class PendingRuns {
  readonly #runs = new Set<PendingRun>();

  /** Keeps a run while its call is pending. */
  add(flag: RunFlag, call: Promise<unknown>): void {
    const end = (cancelled: boolean) => {
      this.#runs.delete(run);
      return cancelled;
    };
    const run: PendingRun = { flag, ended: call.then(() => end(false), (error: unknown) => end(isCancellation(error))) };
    this.#runs.add(run);
  }

  /**
   * Cancels the oldest run and waits for its end; true where it was cancelled, false where there was none or it was already done for good.
   * `overdue` is called with its flag when it has not ended after `patienceMs`.
   */
  async cancel(patienceMs: number | null = null, overdue: (flag: RunFlag) => void = () => undefined): Promise<boolean> {
    const [run] = this.#runs;
    if (!run?.flag.cancel()) return false;
    const timer = patienceMs === null ? undefined : setTimeout(() => overdue(run.flag), patienceMs);
    const cancelled = await run.ended;
    clearTimeout(timer);
    return cancelled;
  }
}

function isCancellation(error: unknown): boolean {
  return error instanceof AtlasError && error.failure.code === 'call.cancelled';
}
