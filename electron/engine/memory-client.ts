import type { EngineArguments, EngineClient, EngineCommand, EngineOptions, EngineReplies } from './commands.ts';
import { Engine } from './engine.ts';
import { canCancel } from './long-commands.ts';
import { PendingRuns } from './pending-runs.ts';
import { RunFlag } from './run.ts';
import type { Stages } from './stages.ts';

/** An engine in the caller's own thread: a stage that computes holds the thread, so a long command is cancelled between its steps. */
export function createMemoryClient(options: EngineOptions, stages?: Stages): EngineClient {
  const engine = new Engine(options, stages);
  const pending = new PendingRuns();
  const call = <C extends EngineCommand>(command: C, args: EngineArguments[C]): Promise<EngineReplies[C]> => {
    const flag = new RunFlag();
    const running = engine.call(command, args, flag);
    if (canCancel(command, args)) pending.add(flag, running);
    return running;
  };
  return {
    call,
    ask: async (command, args) => ({ ok: true, value: await call(command, args) }),
    cancel: () => pending.cancel(),
    onProgress: (listener) => engine.onProgress(listener),
    close: () => engine.close(),
  };
}
