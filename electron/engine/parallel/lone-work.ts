import { MessageChannel, receiveMessageOnPort, type MessagePort, type Worker } from 'node:worker_threads';
import type { Watch } from '../model.ts';
import type { FromLoneWork, LoneMessage } from './messages.ts';
import type { Task } from './task.ts';

/** How long one that waits for a result sleeps between two looks at its watch. */
const WAIT_MS = 50;

/** So long one waits for a result at most: the thread may have ended. */
const PATIENCE_MS = 30_000;

/** Work that one other thread does while the one that asked for it goes on. */
export interface LoneWork<Result> {
  /** Resolves once the result has arrived, been taken or given up; null where there is none. */
  readonly done: Promise<Result | null>;
  /** The result, which is waited for; null where the work failed, was stopped, or its thread has ended. Throws what the watch throws. */
  take(watch: Watch): Result | null;
  /** Asks the work to stop and gives it up. */
  stop(): void;
}

/** What a thread that works alone looks at, now and then. */
export type StopFlag = Int32Array;

/** Whether the work of a flag should stop. */
export function shouldStop(flag: StopFlag): boolean {
  return Atomics.load(flag, 0) === 1;
}

/** Gives a thread a task of a single part, which is its flag. */
export function startLoneWork<Common, Result>(worker: Worker, task: Task<Common, StopFlag, Result>, common: Common): LoneWork<Result> {
  const { port1: results, port2: port } = new MessageChannel();
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const sent = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  worker.postMessage({ kind: 'lone', task: task.name, common, stop, sent, port } satisfies LoneMessage, [port]);
  return new Waiting<Result>(results, stop, sent);
}

class Waiting<Result> implements LoneWork<Result> {
  readonly done: Promise<Result | null>;
  readonly #resolve: (result: Result | null) => void;
  readonly #results: MessagePort;
  readonly #stop: StopFlag;
  readonly #sent: Int32Array;
  #result: { value: Result | null } | null = null;

  constructor(results: MessagePort, stop: StopFlag, sent: Int32Array) {
    const { promise, resolve } = Promise.withResolvers<Result | null>();
    this.done = promise;
    this.#resolve = resolve;
    this.#results = results;
    this.#stop = stop;
    this.#sent = sent;
    results.on('message', (message: FromLoneWork) => this.#settle(valueOf<Result>(message)));
    results.on('close', () => this.#settle(null));
    results.unref();
  }

  take(watch: Watch): Result | null {
    for (let waitedMs = 0; this.#result === null && waitedMs < PATIENCE_MS; ) {
      const isSent = Atomics.load(this.#sent, 0) === 1;
      const arrived = receiveMessageOnPort(this.#results);
      if (arrived) this.#settle(valueOf<Result>(arrived.message as FromLoneWork));
      else if (isSent) this.#settle(null);
      else if (Atomics.wait(this.#sent, 0, 0, WAIT_MS) === 'timed-out') waitedMs += WAIT_MS;
      watch.check();
    }
    if (this.#result === null) this.stop();
    return this.#result?.value ?? null;
  }

  stop(): void {
    Atomics.store(this.#stop, 0, 1);
    this.#settle(null);
  }

  #settle(value: Result | null): void {
    if (this.#result) return;
    this.#result = { value };
    this.#results.close();
    this.#resolve(value);
  }
}

function valueOf<Result>(message: FromLoneWork): Result | null {
  return 'failed' in message ? null : (message.result as Result);
}
