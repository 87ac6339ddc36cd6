import type { IncomingMessage } from 'node:http';

/** A request's body is larger than its limit. */
export class BodyTooLargeError extends Error {}

/** The chunks of a request's body. Throws BodyTooLargeError at the first byte over the limit, before reading where the length is told. */
export async function* limitedBody(request: IncomingMessage, limitBytes: number): AsyncGenerator<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new BodyTooLargeError();
  let read = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    read += chunk.length;
    if (read > limitBytes) throw new BodyTooLargeError();
    yield chunk;
  }
}

/** The whole body as text. Throws BodyTooLargeError. */
export async function bodyText(request: IncomingMessage, limitBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitedBody(request, limitBytes)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
