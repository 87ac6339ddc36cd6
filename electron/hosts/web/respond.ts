import type { ServerResponse } from 'node:http';
import type { Reply } from '../../../shared/failures.ts';
import type { EncodedReply } from '../../../shared/reply-text.ts';
import { SAFE_HEADERS } from '../page-files.ts';
import { encodedReply, isEncoded } from '../sent-reply.ts';

/** Answers with a sentence for people. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${sentence}\n`);
}

/** Sends the head of a reply whose body follows later. */
export function startReply(response: ServerResponse): void {
  response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
}

/** Sends a reply's body, one that came as text just as it is, and its head where startReply was not called. */
export function reply(response: ServerResponse, sent: Reply<unknown> | EncodedReply): void {
  if (!response.headersSent) startReply(response);
  response.end((isEncoded(sent) ? sent : encodedReply(sent)).encoded);
}
