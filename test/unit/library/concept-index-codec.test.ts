import { describe, expect, it } from 'vitest';
import { decodeIndex, decodeIndexInPieces, encodeIndex, type StoredIndex } from '../../../electron/engine/library/concept-index-codec.ts';

const STORED: StoredIndex = {
  papers: ['a', 'é 😀'],
  index: {
    concepts: [{ id: 'lora', label: 'LoRA', aliases: ['low-rank adaptation'], papers: 2, broader: [], joins: [{ wording: 'loras', reason: 'inflection' }] }],
    paperConcepts: { offsets: Uint32Array.of(0, 1, 2), indices: Uint32Array.of(0, 0), values: Float32Array.of(1, 0.25) },
    mentions: { offsets: Uint32Array.of(0, 2, 3), concept: Uint32Array.of(0, 0, 0), field: Uint8Array.of(0, 1, 1), start: Uint32Array.of(0, 7, 9), end: Uint32Array.of(4, 11, 70_000) },
  },
};

describe('concept index as bytes', () => {
  it('gives back what was written, paper ids outside ASCII too', () => {
    expect(decodeIndex(encodeIndex(STORED))).toEqual(STORED);
  });

  it('reads from bytes that do not begin at a multiple of eight', () => {
    const bytes = encodeIndex(STORED);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeIndex(shifted.subarray(3))).toEqual(STORED);
  });

  it('gives the same a little at a time, whatever papers and concepts are called', async () => {
    const traps = ['},{"id":"x"', '],"concepts":[', '],"lengths":[1]}', '\\"},{"id":', 'é 😀'];
    const concepts = Array.from({ length: 6000 }, (_, place) => ({ ...STORED.index.concepts[0]!, id: `${place} ${traps[place % traps.length]}`, label: `${traps[place % traps.length]} `.repeat(20), broader: [place] }));
    const large: StoredIndex = { papers: traps, index: { ...STORED.index, concepts } };
    const bytes = encodeIndex(large);
    let pauses = 0;
    expect(await decodeIndexInPieces(bytes, () => Promise.resolve(pauses++))).toEqual(large);
    expect(pauses).toBeGreaterThan(3);
    expect(decodeIndex(bytes)).toEqual(large);
  });

  it('refuses bytes that are no index', () => {
    expect(() => decodeIndex(new TextEncoder().encode('\u0002\0\0\0{}, and more'))).toThrow('no concept index');
  });

  it('gives back an index without papers', () => {
    const none = new Uint32Array(1);
    const nothing = new Uint32Array(0);
    const empty: StoredIndex = {
      papers: [],
      index: { concepts: [], paperConcepts: { offsets: none, indices: nothing, values: new Float32Array(0) }, mentions: { offsets: none, concept: nothing, field: new Uint8Array(0), start: nothing, end: nothing } },
    };
    expect(decodeIndex(encodeIndex(empty))).toEqual(empty);
  });
});
