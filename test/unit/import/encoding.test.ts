import { assert, asyncProperty, constantFrom, integer, string, uint8Array } from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText, detectEncoding, ENCODINGS } from '../../../electron/engine/import/encoding.ts';

const SEED = 7;

async function decoded(bytes: Uint8Array, chunkBytes = 1 << 16): Promise<string> {
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes);
  }
  let text = '';
  for await (const piece of decodeText(chunks(), detectEncoding(bytes.subarray(0, 1 << 16)))) text += piece;
  return text;
}

test('UTF-8 and UTF-16 with and without byte order mark, and Windows-1252, all give the same text', async () => {
  const text = 'Müller’s naïve “façade” costs 5 €';
  for (const encoding of ENCODINGS) {
    expect(await decoded(iconv.encode(text, encoding))).toBe(text);
    if (encoding !== 'windows-1252') expect(await decoded(iconv.encode(text, encoding, { addBOM: true }))).toBe(text);
  }
});

test('line ends of Windows, old Mac and Unix all become line feeds, whatever the chunks', async () => {
  const bytes = Buffer.from('a\r\nb\rc\nd\r\r\ne\r');
  for (const chunkBytes of [1, 2, 3, 100]) expect(await decoded(bytes, chunkBytes)).toBe('a\nb\nc\nd\n\ne\n');
});

test('a byte that is not UTF-8 far into a UTF-8 file is taken as Windows-1252, and the rest stays UTF-8', async () => {
  const bytes = Buffer.concat([Buffer.from('é'.repeat(70_000)), Buffer.from([0xe9, 0x20, 0x93]), Buffer.from('ü end')]);
  expect((await decoded(bytes)).slice(-8)).toBe('é “ü end');
});

test('a file that begins in plain ASCII and turns out to be Windows-1252 is read as that', async () => {
  const bytes = Buffer.concat([Buffer.from('a'.repeat(70_000)), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x80])]);
  expect((await decoded(bytes)).slice(-5)).toBe('café€');
});

test('any text in UTF-8 or UTF-16 with a byte order mark comes back, whatever the chunks', async () => {
  const text = string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((value) => value.toWellFormed().replace(/\r/g, '').replace(/^\ufeff+/, ''));
  await assert(
    asyncProperty(text, constantFrom('utf-8', 'utf-16le', 'utf-16be'), integer({ min: 1, max: 9 }), async (value, encoding, chunkBytes) => {
      expect(await decoded(iconv.encode(value, encoding, { addBOM: true }), chunkBytes)).toBe(value);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('any bytes at all can be decoded', async () => {
  await assert(
    asyncProperty(uint8Array({ maxLength: 80 }), integer({ min: 1, max: 9 }), async (bytes, chunkBytes) => {
      expect(typeof (await decoded(bytes, chunkBytes))).toBe('string');
    }),
    { seed: SEED, numRuns: 500 },
  );
});
