import { isMarkedAsUntransferable, parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { failureOf, type Reply } from '../../../shared/failures.ts';
import type { EngineArguments } from '../../engine/commands.ts';
import { Engine } from '../../engine/engine.ts';
import { RunFlag } from '../../engine/run.ts';
import { encodedReply } from '../sent-reply.ts';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';

/** The worker thread: an engine behind messages. Every message is answered by one reply; progress comes in between. */
function serve(port: MessagePort, start: WorkerStart): void {
  const engine = new Engine(start);
  engine.onProgress((progress) => port.postMessage({ kind: 'progress', progress } satisfies FromWorker));
  port.on('message', (message: ToWorker) => void answer(port, engine, message));
}

async function answer(port: MessagePort, engine: Engine, message: ToWorker): Promise<void> {
  const reply = await replyTo(engine, message);
  if (reply.ok && hasBytes(reply.value)) return port.postMessage({ kind: 'reply', id: message.id, reply } satisfies FromWorker, transferable(reply.value.bytes));
  const sent = encodedReply(reply);
  port.postMessage({ kind: 'reply', id: message.id, reply: sent } satisfies FromWorker, transferable(sent.encoded));
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

function hasBytes(value: unknown): value is { bytes: Uint8Array } {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;
}

/** The bytes of an exported file go over without being copied, where they own their memory; those of a native library don't. */
function transferable({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !isMarkedAsUntransferable(buffer) ? [buffer] : [];
}

if (parentPort) serve(parentPort, workerData as WorkerStart);
