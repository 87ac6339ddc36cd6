import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeFailure, type Reply } from '../../../shared/failures.ts';
import type { EncodedReply } from '../../../shared/reply-text.ts';
import { decodeWire } from '../../../shared/wire.ts';
import type { FileReferences } from '../file-references.ts';
import { fromBase64 } from '../sent-reply.ts';
import type { TemporaryFiles } from '../temporary-files.ts';
import type { EventStream } from './event-stream.ts';
import { bodyText, BodyTooLargeError, limitedBody } from './request-body.ts';
import { reply, startReply } from './respond.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

export interface ApiParts {
  dispatch: (command: string, args: unknown) => Promise<Reply<unknown> | EncodedReply>;
  events: EventStream;
  references: FileReferences;
  temporaryFiles: TemporaryFiles;
  /** Called when the page asks the host to end. */
  onStop: () => void;
}

/** The largest call is pasted text, which JSON's escapes make longer. */
const CALL_LIMIT_BYTES = 400_000_000;
const UPLOAD_LIMIT_BYTES = 4_000_000_000;

/** Spaces go ahead of a reply that takes long, so that no browser gives up waiting; JSON allows them. */
const KEEP_WAITING_MS = 20_000;

/** What the host answers under /api/, by method and path: calls, uploads, events, and the wish to end. */
export function apiRoutes(parts: ApiParts): Map<string, Handler> {
  return new Map<string, Handler>([
    ['POST /api/call', (request, response) => answerCall(request, response, parts.dispatch)],
    ['PUT /api/upload', (request, response, url) => answerUpload(request, response, url.searchParams.get('name') || 'file', parts)],
    ['GET /api/events', (request, response) => parts.events.connect(request, response)],
    ['POST /api/stop', (_request, response) => {
      response.once('close', parts.onStop);
      reply(response, { ok: true, value: null });
    }],
  ]);
}

async function answerCall(request: IncomingMessage, response: ServerResponse, dispatch: ApiParts['dispatch']): Promise<void> {
  const call = await readCall(request);
  if (!call.ok) return reply(response, call);
  startReply(response);
  const waiting = setInterval(() => response.write(' '), KEEP_WAITING_MS);
  try {
    reply(response, await dispatch(call.value.command, call.value.args));
  } finally {
    clearInterval(waiting);
  }
}

const refused = (problem: string): Reply<never> => ({ ok: false, failure: makeFailure('call.arguments', { command: 'call', problem }) });

/** The command and arguments in a request's body, which must be declared as JSON. */
async function readCall(request: IncomingMessage): Promise<Reply<{ command: string; args: unknown }>> {
  if (!request.headers['content-type']?.startsWith('application/json')) return refused('the request is not JSON');
  try {
    const call = decodeWire(await bodyText(request, CALL_LIMIT_BYTES), fromBase64);
    if (typeof call !== 'object' || call === null || !('command' in call) || typeof call.command !== 'string') return refused('it names no command');
    return { ok: true, value: { command: call.command, args: 'args' in call ? call.args : {} } };
  } catch (error) {
    return refused(error instanceof BodyTooLargeError ? 'it is too large' : 'the request is not JSON');
  }
}

async function answerUpload(request: IncomingMessage, response: ServerResponse, name: string, { references, temporaryFiles }: ApiParts): Promise<void> {
  try {
    const path = await temporaryFiles.write(name, limitedBody(request, UPLOAD_LIMIT_BYTES));
    reply(response, { ok: true, value: references.issue(path, { name, temporary: true }) });
  } catch (error) {
    const problem = error instanceof BodyTooLargeError ? 'it is larger than 4 GB' : error instanceof Error ? error.message : String(error);
    reply(response, { ok: false, failure: makeFailure('import.missing', { file: name, problem }) });
  }
}
