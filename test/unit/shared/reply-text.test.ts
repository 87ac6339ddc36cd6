import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReplyText } from '../../../renderer/api/reply-text.ts';
import { fromBase64, toBase64 } from '../../../renderer/api/base64.ts';
import { decodeInSteps, decodeReply, encodeReply } from '../../../shared/reply-text.ts';
import { plantedMap } from '../../support/planted-map.ts';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const overWire = (value: unknown): unknown => decodeReply(encodeReply({ ok: true, value }, toBase64), fromBase64);

/** A planted map whose links and papers have all that those of real ones do. */
function fullMap(papers: number) {
  const map = plantedMap(papers);
  return {
    ...map,
    papers: map.papers.map((paper, place) => ({ ...paper, ...(place % 3 === 0 ? { url: `https://example.org/${place}`, between: [{ topic: 't1', share: 0.25 }] } : {}), ...(place % 7 === 0 ? { byHand: true as const } : {}) })),
    links: map.links.map((link, place) => ({ ...link, concepts: map.concepts.slice(place % 20, (place % 20) + 9).map(({ id }, rank) => ({ id, share: (900 - 100 * rank) / 10_000, ...(rank % 2 === 0 ? {} : { near: map.concepts[rank]?.id ?? '' }) })) })),
  };
}

describe('a reply as text', () => {
  it('is plain JSON where it has no long list', () => {
    const reply = { ok: true as const, value: { name: 'Mine', list: [1, 2, { a: 'ä\n' }], none: null } };
    expect(encodeReply(reply, toBase64)).toBe(JSON.stringify(reply));
  });

  it('gives a whole map back, to the byte', () => {
    const map = fullMap(300);
    expect(JSON.stringify(overWire({ map, name: 'Mine' }))).toBe(JSON.stringify({ ok: true, value: { map, name: 'Mine' } }));
  });

  it('of a map of 2,000 papers is less than half as long as JSON, and no line of it takes a reader long', () => {
    const map = fullMap(2000);
    const text = encodeReply({ ok: true, value: { map } }, toBase64);
    const json = JSON.stringify({ ok: true, value: { map } });
    expect(text.length).toBeLessThan(json.length * 0.4);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(json.length * 0.15);
    expect([...decodeInSteps(text, fromBase64)].length).toBeGreaterThan(50);
  });

  it('gives bytes back wherever they are, within long lists too', () => {
    const value = { bytes: new Uint8Array([0, 255]), list: Array.from({ length: 50 }, (_, place) => ({ place, deep: { bytes: new Uint8Array([place]) } })) };
    expect(overWire(value)).toEqual({ ok: true, value });
  });

  it('is read in slices to the same value', async () => {
    const map = fullMap(300);
    expect(await readReplyText(encodeReply({ ok: true, value: map }, toBase64))).toEqual({ ok: true, value: map });
  });

  it('that broke off is refused', async () => {
    const text = encodeReply({ ok: true, value: fullMap(300) }, toBase64);
    for (const part of [0.1, 0.5, 0.9, 0.999]) await expect(readReplyText(text.slice(0, text.length * part))).rejects.toThrow(SyntaxError);
  });

  it('gives back what JSON would, whatever the lists are of', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a', 'b', null, 0, -0, 0.1, 12.345, 1e300, 1e-9, Number.MAX_SAFE_INTEGER, undefined, true), fc.double(), fc.array(fc.record({ id: fc.constantFrom('x', 'y'), share: fc.float() }), { maxLength: 12 }));
    const record = fc.dictionary(fc.constantFrom('id', 'x', 'label', '$records', '__proto__', 'concepts'), cell);
    fc.assert(fc.property(fc.array(record, { minLength: 30, maxLength: 90 }), (list) => {
      expect(overWire({ list })).toEqual(asJson({ ok: true, value: { list } }));
    }), { numRuns: 300 });
  });

  it('gives numbers of any decimals back to the bit', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer().map((whole) => whole / 100)), { minLength: 40, maxLength: 60 }), (numbers) => {
      const value = numbers.map((x) => ({ x }));
      expect(overWire(value)).toEqual(asJson({ ok: true, value }));
    }));
  });
});
