import type { Reply } from '../../shared/failures.ts';
import { decodeReply, encodeReply, type EncodedReply } from '../../shared/reply-text.ts';

/** Bytes as base64, as Node does it. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** The bytes that base64 text stands for. */
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** A reply as hosts pass it on; its bytes own their memory, so that they can be handed to another thread. */
export function encodedReply(reply: Reply<unknown>): EncodedReply {
  return { ok: reply.ok, encoded: new TextEncoder().encode(encodeReply(reply, toBase64)) };
}

/** A reply as it is, whether or not it came as text. */
export function plainReply(sent: Reply<unknown> | EncodedReply): Reply<unknown> {
  return isEncoded(sent) ? (decodeReply(replyText(sent), fromBase64) as Reply<unknown>) : sent;
}

/** The text of an encoded reply. */
export function replyText({ encoded }: EncodedReply): string {
  return Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength).toString('utf8');
}

/** Whether a reply came as text. */
export function isEncoded(sent: Reply<unknown> | EncodedReply): sent is EncodedReply {
  return 'encoded' in sent;
}
