import type { Concept, ConceptIndex } from '../model.ts';

/** A concept index with the ids of the papers that its rows stand for. */
export interface StoredIndex {
  papers: string[];
  index: ConceptIndex;
}

const ARRAY_TYPES = { Uint8Array, Uint32Array, Float32Array } as const;
type ArrayType = keyof typeof ARRAY_TYPES;
type StoredArray = Uint8Array | Uint32Array | Float32Array;

interface Header {
  papers: string[];
  concepts: Concept[];
  arrays: { type: ArrayType; length: number }[];
}

const ALIGNMENT_BYTES = 8;

/** A concept index as bytes: a length, a JSON header with concepts and paper ids, then the typed arrays, little-endian, each at a multiple of 8. */
export function encodeIndex({ papers, index }: StoredIndex): Uint8Array {
  const arrays = arraysOf(index);
  const header: Header = { papers, concepts: index.concepts, arrays: arrays.map((array) => ({ type: array.constructor.name as ArrayType, length: array.length })) };
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

/** The concept index that encodeIndex wrote. */
export function decodeIndex(stored: Uint8Array): StoredIndex {
  const bytes = new Uint8Array(stored);
  const textLength = new DataView(bytes.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + textLength))) as Header;
  let start = aligned(4 + textLength);
  const arrays = header.arrays.map(({ type, length }) => {
    const array = new ARRAY_TYPES[type](bytes.buffer, start, length);
    start += aligned(array.byteLength);
    return array;
  });
  return { papers: header.papers, index: indexOf(header.concepts, arrays) };
}

function arraysOf({ paperConcepts, mentions }: ConceptIndex): StoredArray[] {
  return [
    paperConcepts.offsets,
    paperConcepts.indices,
    paperConcepts.values,
    mentions.offsets,
    mentions.concept,
    mentions.field,
    mentions.start,
    mentions.end,
  ];
}

function indexOf(concepts: Concept[], arrays: StoredArray[]): ConceptIndex {
  const [offsets, indices, values, mentionOffsets, concept, field, start, end] = arrays as [
    Uint32Array, Uint32Array, Float32Array, Uint32Array, Uint32Array, Uint8Array, Uint32Array, Uint32Array,
  ];
  return { concepts, paperConcepts: { offsets, indices, values }, mentions: { offsets: mentionOffsets, concept, field, start, end } };
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
