import type { ServerResponse } from 'node:http';
import type { Reply } from '../../../shared/failures.ts';
import { encodeWire } from '../../../shared/wire.ts';
import { SAFE_HEADERS } from '../page-files.ts';

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Answers with a sentence for people. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${sentence}\n`);
}

/** Sends the head of a reply whose body follows later. */
export function startReply(response: ServerResponse): void {
  response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
}

/** Sends a reply's body, and its head where startReply was not called. */
export function reply(response: ServerResponse, value: Reply<unknown>): void {
  if (!response.headersSent) startReply(response);
  response.end(encodeWire(value, toBase64));
}
