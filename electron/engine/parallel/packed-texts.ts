/** Texts one after the other in memory that threads share, as UTF-8: given to a task, they are copied for no thread. */
export interface PackedTexts {
  bytes: Uint8Array;
  /** Text n is bytes[ends[n - 1]..ends[n]), the first from 0. */
  ends: Uint32Array;
}

/** Packs texts. Halves of surrogate pairs that stand alone become U+FFFD. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(new SharedArrayBuffer(texts.length * Uint32Array.BYTES_PER_ELEMENT));
  let length = 0;
  for (const [place, text] of texts.entries()) ends[place] = length += Buffer.byteLength(text);
  const bytes = Buffer.from(new SharedArrayBuffer(length));
  for (const [place, text] of texts.entries()) bytes.write(text, place === 0 ? 0 : (ends[place - 1] as number), 'utf8');
  return { bytes, ends };
}

/** The text with this number. */
export function unpackText({ bytes, ends }: PackedTexts, number: number): string {
  const start = number === 0 ? 0 : (ends[number - 1] as number);
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, (ends[number] as number) - start).toString('utf8');
}
