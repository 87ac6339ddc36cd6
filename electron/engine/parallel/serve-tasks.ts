import type { MessagePort } from 'node:worker_threads';
import { CONTROL, type FromLoneWork, type FromThread, type JobMessage, type LoneMessage, type ToThread } from './messages.ts';
import type { AnyTask, TaskRegistry } from './task.ts';

/** Does the parts of jobs that come through a thread's port, one job after the other; loads all tasks ahead, while the thread is waiting anyway. */
export function serveTasks(parent: MessagePort, tasks: TaskRegistry): void {
  let results: MessagePort | null = null;
  let work: Promise<unknown> = Promise.allSettled(Object.values(tasks).map((load) => load()));
  parent.on('message', (message: ToThread) => {
    if (message.kind === 'port') {
      results = message.port;
      return;
    }
    if (message.kind === 'lone') {
      work = work.then(() => serveAlone(message, tasks)).catch(() => undefined);
      return;
    }
    const port = results as MessagePort;
    work = work.then(() => serveJob(message, tasks, port));
  });
}

async function serveJob(job: JobMessage, tasks: TaskRegistry, port: MessagePort): Promise<void> {
  if (Atomics.load(job.control, CONTROL.nextPart) >= job.parts.length) return;
  let task: AnyTask | undefined;
  try {
    task = await tasks[job.task]?.();
  } catch {
    return;
  }
  if (task) doParts(job, task, port);
}

async function serveAlone({ task: name, common, stop, sent, port }: LoneMessage, tasks: TaskRegistry): Promise<void> {
  const message = await resultOf(name, common, stop, tasks);
  try {
    port.postMessage(message);
  } finally {
    port.close();
    Atomics.store(sent, 0, 1);
    Atomics.notify(sent, 0);
  }
}

async function resultOf(name: string, common: unknown, stop: Int32Array, tasks: TaskRegistry): Promise<FromLoneWork> {
  try {
    const task = Atomics.load(stop, 0) === 1 ? undefined : await tasks[name]?.();
    return task ? { result: task.prepare(common)(stop) } : { failed: true };
  } catch {
    return { failed: true };
  }
}

function doParts({ id, common, parts, control }: JobMessage, task: AnyTask, port: MessagePort): void {
  let doPart: ((part: unknown) => unknown) | null = null;
  for (let part = Atomics.add(control, CONTROL.nextPart, 1); part < parts.length; part = Atomics.add(control, CONTROL.nextPart, 1)) {
    try {
      doPart ??= task.prepare(common);
      const result = doPart(parts[part]);
      port.postMessage({ job: id, part, result } satisfies FromThread, transferables(result));
    } catch {
      port.postMessage({ job: id, part, failed: true } satisfies FromThread);
    }
    Atomics.add(control, CONTROL.sent, 1);
    Atomics.notify(control, CONTROL.sent);
  }
}

/** The memory of the typed arrays in a result (itself, or its values), which goes over without being copied. */
function transferables(result: unknown): ArrayBuffer[] {
  const values = ArrayBuffer.isView(result) ? [result] : typeof result === 'object' && result !== null ? Object.values(result) : [];
  const buffers = new Set<ArrayBuffer>();
  for (const value of values) if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  return [...buffers];
}
