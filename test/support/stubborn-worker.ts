import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../../electron/hosts/worker/messages.ts';

/** A worker that answers view.save with the arguments it got, never notices that an import was cancelled, and falls over library.new. */
parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'call' && message.command === 'library.import') for (;;);
  if (message.kind === 'call' && message.command === 'library.new') throw new Error('fell over');
  const value = message.kind === 'call' ? message.args : null;
  parentPort?.postMessage({ kind: 'reply', id: message.id, reply: { ok: true, value } } satisfies FromWorker);
});
