import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Characters of the bytes 0x80 to 0xff in Windows-1252. */
const WINDOWS_1252 = Array.from({ length: 128 }, (_, index) => iconv.decode(Buffer.from([index + 128]), 'windows-1252'));

/** Share of zero bytes at every second place from which a text without byte order mark counts as UTF-16. */
const UTF16_ZEROS = 0.3;

/**
 * The encoding of a file that starts with these bytes: by its byte order mark, by zero bytes at every second place (UTF-16),
 * as UTF-8 where that holds, else as Windows-1252.
 */
export function detectEncoding(prefix: Uint8Array): Encoding {
  if (prefix[0] === 0xff && prefix[1] === 0xfe) return 'utf-16le';
  if (prefix[0] === 0xfe && prefix[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let index = 0; index < prefix.length; index++) if (prefix[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(1, prefix.length / 2));
  if (odd > UTF16_ZEROS && even < odd / 4) return 'utf-16le';
  if (even > UTF16_ZEROS && odd < even / 4) return 'utf-16be';
  const whole = prefix.subarray(0, prefix.length - incompleteTail(prefix));
  if (isUtf8(whole)) return 'utf-8';
  return hasMultibyte(whole) ? 'utf-8' : 'windows-1252';
}

/**
 * Decodes a text that comes in chunks: byte order mark dropped, lines ended by \n whatever they ended with.
 * Bytes that are not valid UTF-8 in a UTF-8 text are taken as Windows-1252, so that one pasted-in record can't spoil the rest.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === 'utf-8' ? new LenientUtf8Decoder() : iconv.getDecoder(encoding);
  const lineEnds = new LineEndNormaliser();
  let started = false;
  for await (const chunk of chunks) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text === '') continue;
    yield lineEnds.write(started ? text : text.replace(/^\ufeff/, ''));
    started = true;
  }
  const rest = lineEnds.write(decoder.end() ?? '') + lineEnds.end();
  if (rest !== '') yield rest;
}

/** Decodes UTF-8 in chunks; each byte that is not part of a valid character becomes its Windows-1252 character. */
class LenientUtf8Decoder {
  #held: Buffer = Buffer.alloc(0);

  write(chunk: Buffer): string {
    const bytes = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk;
    const whole = bytes.length - incompleteTail(bytes);
    this.#held = Buffer.from(bytes.subarray(whole));
    return decodeLeniently(bytes.subarray(0, whole));
  }

  end(): string {
    return decodeLeniently(this.#held);
  }
}

function decodeLeniently(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  let start = 0;
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0;
    const length = sequenceLength(byte);
    if (length > 0 && isUtf8(bytes.subarray(index, index + length))) {
      index += length;
      continue;
    }
    text += bytes.toString('utf8', start, index) + (WINDOWS_1252[byte - 128] ?? '');
    index++;
    start = index;
  }
  return text + bytes.toString('utf8', start);
}

/** Length in bytes of the UTF-8 character that a byte starts; 0 for a byte that starts none. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
}

/** Number of bytes at the end that start a character which goes on after them. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function hasMultibyte(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index++) {
    const length = sequenceLength(bytes[index] ?? 0);
    if (length > 1 && isUtf8(bytes.subarray(index, index + length))) return true;
  }
  return false;
}

/** Turns CR LF and lone CR into LF, also where a pair is split between chunks. */
class LineEndNormaliser {
  #endedWithReturn = false;

  write(text: string): string {
    const whole = this.#endedWithReturn ? `\r${text}` : text;
    this.#endedWithReturn = whole.endsWith('\r');
    const ready = this.#endedWithReturn ? whole.slice(0, -1) : whole;
    return ready.includes('\r') ? ready.replace(/\r\n?/g, '\n') : ready;
  }

  end(): string {
    return this.#endedWithReturn ? '\n' : '';
  }
}
