import type { EngineClient, EngineOptions } from './commands.ts';
import { Engine } from './engine.ts';
import { canCancel } from './long-commands.ts';
import { PendingRuns } from './pending-runs.ts';
import { RunFlag } from './run.ts';
import type { Stages } from './stages.ts';

/** An engine in the caller's own thread: a stage that computes holds the thread, so a long command is cancelled between its steps. */
export function createMemoryClient(options: EngineOptions, stages?: Stages): EngineClient {
  const engine = new Engine(options, stages);
  const pending = new PendingRuns();
  return {
    call(command, args) {
      const flag = new RunFlag();
      const call = engine.call(command, args, flag);
      if (canCancel(command, args)) pending.add(flag, call);
      return call;
    },
    cancel: () => pending.cancel(),
    onProgress: (listener) => engine.onProgress(listener),
    close: () => engine.close(),
  };
}
