import { z } from 'zod';
import type { Concept, ConceptIndex } from '../model.ts';

/** A concept index with the ids of the papers that its rows stand for. */
export interface StoredIndex {
  papers: string[];
  index: ConceptIndex;
}

type StoredArray = Uint8Array | Uint32Array | Float32Array;

const headerSchema = z.object({
  papers: z.array(z.string()),
  /** Left out where it is read: see decodeSteps. */
  concepts: z.custom<Concept[]>((value) => Array.isArray(value)),
  /** Lengths of the arrays, in their order. */
  lengths: z.array(z.number()),
});

const ALIGNMENT_BYTES = 8;

/** A concept index as bytes: a length, a JSON header with concepts and paper ids, then the typed arrays, little-endian, each at a multiple of 8. */
export function encodeIndex({ papers, index }: StoredIndex): Uint8Array {
  const { paperConcepts: rows, mentions, paperWords: words } = index;
  const arrays: StoredArray[] = [rows.offsets, rows.indices, rows.values, mentions.offsets, mentions.concept, mentions.field, mentions.start, mentions.end];
  if (words) arrays.push(words.offsets, words.indices, words.values);
  const header: z.infer<typeof headerSchema> = { papers, concepts: index.concepts, lengths: arrays.map((array) => array.length) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const dataStart = aligned(4 + text.length);
  const bytes = new Uint8Array(arrays.reduce((end, array) => end + aligned(array.byteLength), dataStart));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let start = dataStart;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start);
    start += aligned(array.byteLength);
  }
  return bytes;
}

/** The concept index that encodeIndex wrote. Throws for bytes that are no index. */
export function decodeIndex(stored: Uint8Array): StoredIndex {
  const steps = decodeSteps(stored);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a little at a time; `pause` is waited for in between. */
export async function decodeIndexInPieces(stored: Uint8Array, pause: () => Promise<unknown>): Promise<StoredIndex> {
  const steps = decodeSteps(stored);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

/** Decodes an index; yields after every few milliseconds of work. */
function* decodeSteps(stored: Uint8Array): Generator<undefined, StoredIndex> {
  const { buffer } = new Uint8Array(stored);
  const textLength = new DataView(buffer).getUint32(0, true);
  const text = Buffer.from(buffer, 4, textLength);
  const [from, to] = conceptsIn(text);
  const { papers, lengths } = headerSchema.parse(JSON.parse(`${text.toString('utf8', 0, from)}${text.toString('utf8', to)}`));
  const concepts: Concept[] = [];
  for (let at = from; at < to; ) {
    const end = pieceEnd(text, at, to);
    concepts.push(...(JSON.parse(`[${text.toString('utf8', at, end)}]`) as Concept[]));
    at = end + 1;
    yield;
  }
  let start = aligned(4 + textLength);
  let position = 0;
  const take = <T extends StoredArray>(type: new (memory: ArrayBuffer, start: number, length: number) => T): T => {
    const array = new type(buffer, start, lengths[position++] ?? 0);
    start += aligned(array.byteLength);
    return array;
  };
  const paperConcepts = { offsets: take(Uint32Array), indices: take(Uint32Array), values: take(Float32Array) };
  const mentions = { offsets: take(Uint32Array), concept: take(Uint32Array), field: take(Uint8Array), start: take(Uint32Array), end: take(Uint32Array) };
  if (position === lengths.length) return { papers, index: { concepts, paperConcepts, mentions } };
  const paperWords = { offsets: take(Uint32Array), indices: take(Uint32Array), values: take(Float32Array) };
  return { papers, index: { concepts, paperConcepts, mentions, paperWords } };
}

/** Concepts of so many bytes are read at a time: some 5 ms. */
const PIECE_BYTES = 500_000;

/** Where the concepts stand between their brackets. A quotation mark within a text of JSON has a backslash before it, so that none can look like this. */
function conceptsIn(header: Buffer): [from: number, to: number] {
  const [before, after] = [',"concepts":[', '],"lengths":['];
  const [from, to] = [header.indexOf(before), header.lastIndexOf(after)];
  if (from < 0 || to < 0) throw new Error('no concept index');
  return [from + before.length, to];
}

/** The end of the last concept of a piece: where another one begins, or there is none. */
function pieceEnd(header: Buffer, start: number, to: number): number {
  const next = header.indexOf('},{"id":', start + PIECE_BYTES);
  return next < 0 || next >= to ? to : next + 1;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
