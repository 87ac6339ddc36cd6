import type { MessagePort } from 'node:worker_threads';

/** Places in the memory that all threads of a job share. */
export const CONTROL = {
  /** The next part that nobody has taken. */
  nextPart: 0,
  /** Goes up by one with every result that is sent; the joining thread waits on it. */
  sent: 1,
  length: 2,
} as const;

/** One job, as a thread gets it. */
export interface JobMessage {
  kind: 'job';
  id: number;
  task: string;
  common: unknown;
  parts: readonly unknown[];
  control: Int32Array;
}

/** The port through which a thread is to send its results. It comes first. */
export interface PortMessage {
  kind: 'port';
  port: MessagePort;
}

/** A task for one thread alone, with the port for its result. `stop` becomes 1 where nobody wants that any more, `sent` once it is sent. */
export interface LoneMessage {
  kind: 'lone';
  task: string;
  common: unknown;
  stop: Int32Array;
  sent: Int32Array;
  port: MessagePort;
}

export type ToThread = JobMessage | PortMessage | LoneMessage;

/** What a thread sends for a task of its own. */
export type FromLoneWork = { result: unknown } | { failed: true };

/** What a thread sends for a part it has taken. A part that failed is done again by the joining thread, where its error belongs. */
export type FromThread = { job: number; part: number; result: unknown } | { job: number; part: number; failed: true };
