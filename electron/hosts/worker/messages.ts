import type { Progress } from '../../../shared/contract.ts';
import type { Reply } from '../../../shared/failures.ts';
import type { EncodedReply } from '../../../shared/reply-text.ts';
import type { EngineCommand, EngineOptions } from '../../engine/commands.ts';

/** What a worker is started with. */
export type WorkerStart = EngineOptions;

/** From the client to the worker. `flag` is the memory of the call's RunFlag; a close is answered like a call. */
export type ToWorker = { kind: 'call'; id: number; command: EngineCommand; args: unknown; flag: SharedArrayBuffer } | { kind: 'close'; id: number };

/** From the worker to the client. Replies come as text, which goes on to the page as it is; those that are mostly bytes come with these. */
export type FromWorker = { kind: 'reply'; id: number; reply: Reply<unknown> | EncodedReply } | { kind: 'progress'; progress: Progress };
