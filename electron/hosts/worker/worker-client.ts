import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../../../shared/contract.ts';
import { AtlasError, makeFailure, type Failure, type Reply } from '../../../shared/failures.ts';
import type { EncodedReply } from '../../../shared/reply-text.ts';
import type { EngineArguments, EngineClient, EngineCommand, EngineOptions, EngineReplies } from '../../engine/commands.ts';
import { canCancel, isLong } from '../../engine/long-commands.ts';
import { PendingRuns } from '../../engine/pending-runs.ts';
import { RunFlag } from '../../engine/run.ts';
import { plainReply } from '../sent-reply.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** How long a cancelled run may take to notice before its thread is ended. */
const CANCEL_PATIENCE_MS = 2000;

export interface WorkerClientOptions extends EngineOptions {
  /** The worker's script; the engine's own where not given. */
  workerUrl?: URL;
}

export interface WorkerClient extends EngineClient {
  /** Calls a listener when the engine's thread ended by itself; gives what ends that. The next call starts it again. */
  onTrouble(listener: (failure: Failure) => void): () => void;
}

interface PendingCall {
  message: ToWorker;
  long: boolean;
  settle(reply: Reply<unknown> | EncodedReply): void;
}

/**
 * The engine in a thread of its own, which is started by the first call. Ending the thread is always safe: what was
 * acknowledged is on the disk, and what was not is not. A thread that ends by itself fails the pending calls with `internal`.
 */
export function createWorkerClient(options: WorkerClientOptions): WorkerClient {
  return new ThreadedEngine(options);
}

class ThreadedEngine implements WorkerClient {
  readonly #options: WorkerClientOptions;
  readonly #calls = new Map<number, PendingCall>();
  readonly #runs = new PendingRuns();
  readonly #progressListeners = new Set<(progress: Progress) => void>();
  readonly #troubleListeners = new Set<(failure: Failure) => void>();
  #worker: Worker | null = null;
  #nextId = 1;

  constructor(options: WorkerClientOptions) {
    this.#options = options;
  }

  async call<C extends EngineCommand>(command: C, args: EngineArguments[C]): Promise<EngineReplies[C]> {
    const reply = plainReply(await this.ask(command, args)) as Extract<Reply<EngineReplies[C]>, { ok: true }>;
    return reply.value;
  }

  ask(command: EngineCommand, args: EngineArguments[EngineCommand]): Promise<Reply<unknown> | EncodedReply> {
    const long = isLong(command, args);
    if (long && [...this.#calls.values()].some((call) => call.long)) return Promise.reject(new AtlasError('call.busy'));
    const flag = new RunFlag();
    const call = this.#send({ kind: 'call', id: this.#nextId++, command, args, flag: flag.memory }, long);
    if (canCancel(command, args)) this.#runs.add(flag, call);
    return call;
  }

  cancel(): Promise<boolean> {
    return this.#runs.cancel(CANCEL_PATIENCE_MS, (flag) => void this.#endRun(flag));
  }

  onProgress(listener: (progress: Progress) => void): () => void {
    this.#progressListeners.add(listener);
    return () => this.#progressListeners.delete(listener);
  }

  onTrouble(listener: (failure: Failure) => void): () => void {
    this.#troubleListeners.add(listener);
    return () => this.#troubleListeners.delete(listener);
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    await this.#send({ kind: 'close', id: this.#nextId++ }, false);
    this.#worker = null;
    await worker.terminate();
  }

  #send(message: ToWorker, long: boolean): Promise<Reply<unknown> | EncodedReply> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply<unknown> | EncodedReply>();
    const settle = (sent: Reply<unknown> | EncodedReply) => {
      const reply = sent.ok ? sent : plainReply(sent);
      if ('failure' in reply) reject(new AtlasError(reply.failure.code, reply.failure.details));
      else resolve(reply);
    };
    this.#calls.set(message.id, { message, long, settle });
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
    return promise;
  }

  #start(): Worker {
    const { workerUrl = ownWorkerUrl(), dataFolder } = this.#options;
    const worker = new Worker(workerUrl, { workerData: { dataFolder }, name: 'engine' });
    let problem = 'the engine’s thread ended';
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error) => (problem = error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => this.#lost(worker, problem));
    return worker;
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'progress') {
      for (const listener of this.#progressListeners) listener(message.progress);
      return;
    }
    this.#settle(message.id, message.reply);
  }

  #settle(id: number, reply: Reply<unknown> | EncodedReply): void {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.settle(reply);
  }

  /** The thread ended by itself. */
  #lost(worker: Worker, problem: string): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    const failure = makeFailure('internal', { problem });
    for (const id of this.#calls.keys()) this.#settle(id, { ok: false, failure });
    for (const listener of this.#troubleListeners) listener(failure);
  }

  /** Ends the thread with a cancelled run that does not notice. The other calls start again with the new thread: none of them can have begun to change anything, since changes wait for each other. */
  async #endRun(flag: RunFlag): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
    for (const [id, { message }] of this.#calls) {
      if (message.kind === 'call' && message.flag === flag.memory) this.#settle(id, { ok: false, failure: makeFailure('call.cancelled') });
      else this.#resend(message);
    }
  }

  #resend(message: ToWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }
}

/** The engine's worker: TypeScript beside this file in the sources, one file beside the bundle in a build. */
function ownWorkerUrl(): URL {
  const isSource = import.meta.filename.endsWith('.ts');
  return pathToFileURL(join(import.meta.dirname, isSource ? 'worker.ts' : 'worker.js'));
}
