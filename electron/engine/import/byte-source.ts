import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AtlasError } from '../../../shared/failures.ts';
import type { ImportSource } from '../model.ts';

const CHUNK_BYTES = 1 << 18;

/** The size of a source in bytes as it lies there; 0 where it is not known. Throws import.missing. */
export async function sourceBytes(source: ImportSource): Promise<number> {
  if ('bytes' in source) return source.bytes.byteLength;
  if ('stream' in source) return 0;
  try {
    const status = await stat(source.path);
    if (status.isDirectory()) throw new AtlasError('import.missing', { file: source.name, problem: 'it is a folder' });
    return status.size;
  } catch (error) {
    throw missing(source.name, error);
  }
}

/**
 * The bytes of a source, unpacked where they are gzip. `onBytes` hears of every chunk before it is unpacked; what it throws ends the reading.
 * Throws import.missing, or import.format for a damaged gzip file.
 */
export async function* readBytes(source: ImportSource, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  const counted = countedChunks(rawChunks(source), onBytes);
  const first = await peek(counted, 2);
  try {
    const packed = first.prefix[0] === 0x1f && first.prefix[1] === 0x8b;
    yield* packed ? unpacked(first.chunks, source.name) : first.chunks;
  } finally {
    await first.close();
  }
}

export interface PeekedBytes {
  prefix: Uint8Array;
  chunks: AsyncIterable<Uint8Array>;
  close: () => Promise<void>;
}

/** The first bytes of a stream (fewer where it is shorter), and a stream of all of it. `close` ends it, read or not. */
export async function peek(chunks: AsyncIterable<Uint8Array>, size: number): Promise<PeekedBytes> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    held.push(next.value);
    length += next.value.byteLength;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* held;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  const close = async () => void (await iterator.return?.());
  return { prefix: Buffer.concat(held).subarray(0, size), chunks: all(), close };
}

async function* rawChunks(source: ImportSource): AsyncGenerator<Uint8Array> {
  if ('bytes' in source) {
    for (let start = 0; start < source.bytes.byteLength; start += CHUNK_BYTES) yield source.bytes.subarray(start, start + CHUNK_BYTES);
    return;
  }
  const stream = 'stream' in source ? source.stream : createReadStream(source.path, { highWaterMark: CHUNK_BYTES });
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    throw missing(source.name, error);
  }
}

async function* countedChunks(chunks: AsyncIterable<Uint8Array>, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.byteLength);
    yield chunk;
  }
}

async function* unpacked(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const feeding = pipeline(Readable.from(chunks), gunzip);
  feeding.catch(() => undefined);
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
    await feeding;
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new AtlasError('import.format', { file: name, format: 'gzip', problem: error.message }, { cause: error });
  } finally {
    gunzip.destroy();
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

function missing(name: string, error: unknown): AtlasError {
  if (error instanceof AtlasError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = { ENOENT: 'it is not there', EACCES: 'it may not be read', EPERM: 'it may not be read', EISDIR: 'it is a folder' }[code];
  return new AtlasError('import.missing', { file: name, problem: problem ?? (error instanceof Error ? error.message : String(error)) }, { cause: error });
}
