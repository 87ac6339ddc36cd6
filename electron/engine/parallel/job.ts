import { UNWATCHED, type Watch } from '../model.ts';
import { CONTROL, type FromThread, type JobMessage } from './messages.ts';
import type { AnyTask } from './task.ts';

/** How long the joining thread waits between two looks at its watch. */
const WAIT_MS = 50;

/** So long after the last result the joining thread does what is missing itself: the thread that took it may have ended. */
const PATIENCE_MS = 10_000;

/** Work that is under way, as its caller sees it. It has to be joined once. */
export interface Job<Result> {
  /**
   * Helps with what nobody has taken yet, waits for the rest, and gives the results in the order of the parts, whoever did them.
   * The watch is looked at between parts; what it throws ends the job, and so does an error in a part. `onPart` hears how many parts are done.
   */
  join(watch?: Watch, onPart?: (done: number) => void): Result[];
}

/** The caller's side of a job. `receive` takes in what has arrived from other threads, for this and other jobs. */
export class JobState {
  readonly #message: JobMessage;
  readonly #task: AnyTask;
  readonly #receive: () => void;
  readonly #results: unknown[];
  readonly #isDone: Uint8Array;
  readonly #failed: number[] = [];
  #missing: number;
  #doPart: ((part: unknown) => unknown) | null = null;
  #onPart: (done: number) => void = () => undefined;

  constructor(message: JobMessage, task: AnyTask, receive: () => void) {
    this.#message = message;
    this.#task = task;
    this.#receive = receive;
    this.#results = Array.from({ length: message.parts.length });
    this.#isDone = new Uint8Array(message.parts.length);
    this.#missing = message.parts.length;
  }

  /** Takes in a result. A part that failed elsewhere is done again here, so that its error is thrown where the job is joined. */
  take(message: FromThread): void {
    if ('failed' in message) this.#failed.push(message.part);
    else this.#put(message.part, message.result);
  }

  join(watch: Watch = UNWATCHED, onPart: (done: number) => void = () => undefined): unknown[] {
    this.#onPart = onPart;
    try {
      this.#takeParts(watch);
      this.#awaitOthers(watch);
      return this.#results;
    } finally {
      Atomics.store(this.#message.control, CONTROL.nextPart, this.#message.parts.length);
    }
  }

  #takeParts(watch: Watch): void {
    const { control, parts } = this.#message;
    for (;;) {
      watch.check();
      this.#receive();
      const part = Atomics.add(control, CONTROL.nextPart, 1);
      if (part >= parts.length) return;
      this.#doNow(part);
    }
  }

  #awaitOthers(watch: Watch): void {
    const { control } = this.#message;
    let missing = this.#missing;
    let waitedMs = 0;
    for (;;) {
      const sent = Atomics.load(control, CONTROL.sent);
      this.#receive();
      for (const part of this.#failed.splice(0)) this.#doNow(part);
      if (this.#missing < missing) waitedMs = 0;
      missing = this.#missing;
      if (missing === 0) return;
      watch.check();
      if (Atomics.wait(control, CONTROL.sent, sent, WAIT_MS) === 'timed-out') waitedMs += WAIT_MS;
      if (waitedMs >= PATIENCE_MS) this.#doMissing(watch);
    }
  }

  #doMissing(watch: Watch): void {
    for (const [part, isDone] of this.#isDone.entries()) {
      watch.check();
      if (isDone === 0) this.#doNow(part);
    }
  }

  #doNow(part: number): void {
    this.#doPart ??= this.#task.prepare(this.#message.common);
    this.#put(part, this.#doPart(this.#message.parts[part]));
  }

  #put(part: number, result: unknown): void {
    if (this.#isDone[part] === 1) return;
    this.#isDone[part] = 1;
    this.#results[part] = result;
    this.#missing--;
    this.#onPart(this.#results.length - this.#missing);
  }
}
