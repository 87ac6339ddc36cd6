import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker, workerData, type MessagePort } from 'node:worker_threads';
import type { Watch } from '../model.ts';
import { JobState, type Job } from './job.ts';
import { startLoneWork, type LoneWork, type StopFlag } from './lone-work.ts';
import { CONTROL, type FromThread, type JobMessage, type PortMessage } from './messages.ts';
import type { Task } from './task.ts';

export interface ThreadPoolOptions {
  /** Threads that work on a job, the calling one included. */
  threads: number;
  /** The script of the other threads, which has to call serveTasks. */
  threadUrl: URL;
}

/** More threads than this gain little, and each costs some 20 MB. */
const MOST_THREADS = 4;

/** Threads that have had nothing to do for so long are ended: longer than one thinks between two corrections, since new ones need some corrections until they are quick. */
const IDLE_MS = 180_000;

/** Another thread, and where its results arrive. */
interface Thread {
  worker: Worker;
  results: MessagePort;
}

/**
 * Threads that share work with the one that calls, which is in synchronous code all the while: `fork` gives them a job and returns at once,
 * `join` takes part in it and waits for the rest. The results are the same with any number of threads: where none can be started, or one ends, the caller does its work.
 */
export class ThreadPool {
  readonly #threadUrl: URL;
  readonly #helpers: number;
  #threads: Thread[] | null = null;
  readonly #jobs = new Map<number, JobState>();
  #lastJob = 0;
  #loneWorks = 0;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor({ threads = Math.min(MOST_THREADS, availableParallelism()), threadUrl = ownThreadUrl() }: Partial<ThreadPoolOptions> = {}) {
    this.#helpers = threads - 1;
    this.#threadUrl = threadUrl;
  }

  /** Starts the threads, if they aren't yet: they need some 0.1 s, during which the caller can do something else. */
  warm(): void {
    this.#threads ??= Array.from({ length: this.#helpers }, () => startThread(this.#threadUrl)).filter((thread) => thread !== null);
    this.#closeWhenIdle();
  }

  /** Gives the parts of a task to the threads, which begin at once. A single part is left to the caller. */
  fork<Common, Part, Result>(task: Task<Common, Part, Result>, common: Common, parts: readonly Part[]): Job<Result> {
    const control = new Int32Array(new SharedArrayBuffer(CONTROL.length * Int32Array.BYTES_PER_ELEMENT));
    const message: JobMessage = { kind: 'job', id: ++this.#lastJob, task: task.name, common, parts, control };
    const state = new JobState(message, task, () => this.#receive());
    if (parts.length > 1) this.#send(message, state);
    const leave = () => void this.#jobs.delete(message.id);
    return {
      join(watch, onPart) {
        try {
          return state.join(watch, onPart) as Result[];
        } finally {
          leave();
        }
      },
    };
  }

  /** Does the parts of a task on all threads and gives their results in order; see Job.join. */
  map<Common, Part, Result>(task: Task<Common, Part, Result>, common: Common, parts: readonly Part[], watch: Watch, onPart?: (done: number) => void): Result[] {
    return this.fork(task, common, parts).join(watch, onPart);
  }

  /** Gives a task to one of the other threads alone, which does it while the caller goes on; null where there is no other thread. The task's part is a flag that tells it to stop. */
  startAlone<Common, Result>(task: Task<Common, StopFlag, Result>, common: Common): LoneWork<Result> | null {
    this.warm();
    const [thread] = this.#threads ?? [];
    if (!thread) return null;
    const work = startLoneWork(thread.worker, task, common);
    this.#loneWorks++;
    void work.done.then(() => this.#loneWorks--);
    return work;
  }

  /** Ends the threads; the next job starts them again. */
  close(): void {
    clearTimeout(this.#idleTimer);
    const threads = this.#threads ?? [];
    this.#threads = null;
    for (const { worker } of threads) void worker.terminate();
  }

  #send(message: JobMessage, state: JobState): void {
    this.warm();
    this.#jobs.set(message.id, state);
    for (const { worker } of this.#threads ?? []) worker.postMessage(message);
  }

  #receive(): void {
    for (const { results } of this.#threads ?? []) {
      for (let arrived = receiveMessageOnPort(results); arrived; arrived = receiveMessageOnPort(results)) {
        const message = arrived.message as FromThread;
        this.#jobs.get(message.job)?.take(message);
      }
    }
  }

  #closeWhenIdle(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => (this.#jobs.size + this.#loneWorks > 0 ? this.#closeWhenIdle() : this.close()), IDLE_MS).unref();
  }
}

/** What a helping thread is started with, by which it knows itself. */
const HELPER = { isEngineHelper: true };

/** The one pool of this thread's engine. Its threads start with the first job, or with `warm`; a helping thread has none of its own. */
export const sharedPool = new ThreadPool(isHelper(workerData) ? { threads: 1 } : {});

function isHelper(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'isEngineHelper' in data;
}

function startThread(url: URL): Thread | null {
  const { port1: results, port2: port } = new MessageChannel();
  try {
    const worker = new Worker(url, { name: 'engine-helper', workerData: HELPER });
    worker.on('error', () => undefined);
    worker.postMessage({ kind: 'port', port } satisfies PortMessage, [port]);
    worker.unref();
    results.unref();
    return { worker, results };
  } catch {
    return null;
  }
}

/** The threads' script: the one beside this file in the sources, one file beside the bundle in a build. */
function ownThreadUrl(): URL {
  const isSource = import.meta.filename.endsWith('.ts');
  return pathToFileURL(join(import.meta.dirname, isSource ? 'thread.mjs' : 'thread.js'));
}
