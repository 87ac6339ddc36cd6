import { isMarkedAsUntransferable, parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { failureOf, type Reply } from '../../../shared/failures.ts';
import type { EngineArguments } from '../../engine/commands.ts';
import { Engine } from '../../engine/engine.ts';
import { RunFlag } from '../../engine/run.ts';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';

/** The worker thread: an engine behind messages. Every message is answered by one reply; progress comes in between. */
function serve(port: MessagePort, start: WorkerStart): void {
  const engine = new Engine(start);
  engine.onProgress((progress) => port.postMessage({ kind: 'progress', progress } satisfies FromWorker));
  port.on('message', (message: ToWorker) => void answer(port, engine, message));
}

async function answer(port: MessagePort, engine: Engine, message: ToWorker): Promise<void> {
  const reply = await replyTo(engine, message);
  port.postMessage({ kind: 'reply', id: message.id, reply } satisfies FromWorker, reply.ok ? transferable(reply.value) : []);
}

async function replyTo(engine: Engine, message: ToWorker): Promise<Reply<unknown>> {
  try {
    if (message.kind === 'close') return { ok: true, value: await engine.close() };
    const args = message.args as EngineArguments[typeof message.command];
    return { ok: true, value: await engine.call(message.command, args, new RunFlag(message.flag)) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** The bytes of an exported file go over without being copied, where they own their memory; those of a native library don't. */
function transferable(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null || !('bytes' in value) || !(value.bytes instanceof Uint8Array)) return [];
  const { buffer, byteLength } = value.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !isMarkedAsUntransferable(buffer) ? [buffer] : [];
}

if (parentPort) serve(parentPort, workerData as WorkerStart);
