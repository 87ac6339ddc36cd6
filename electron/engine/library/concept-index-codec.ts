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
  const { buffer } = new Uint8Array(stored);
  const textLength = new DataView(buffer).getUint32(0, true);
  const { papers, concepts, lengths } = headerSchema.parse(JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, textLength))));
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

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
