import { detectEncoding } from './encoding.ts';

/** First bytes of kinds of files that hold no text, as hexadecimal. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['d0cf11e0a1b11ae1', 'an older Excel or Word file'],
  ['25504446', 'a PDF'],
  ['53514c69746520666f726d6174203300', 'an SQLite database'],
  ['89504e47', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['52494646', 'an image, sound or film'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an XZ archive'],
  ['28b52ffd', 'a Zstandard archive'],
  ['1f8b', 'a gzip archive within another'],
  ['7f454c46', 'a program'],
];

const SQLITE = 'an SQLite database';

/** Share of control characters from which a file counts as binary. */
const CONTROL_SHARE = 0.01;

/** What kind of binary file starts with these bytes, in words; null for text, of which UTF-16 has its zero bytes by right. */
export function binaryKind(prefix: Uint8Array): string | null {
  const start = Buffer.from(prefix.subarray(0, 16)).toString('hex');
  if (start.startsWith('504b0304')) return zipKind(prefix);
  for (const [signature, kind] of SIGNATURES) if (start.startsWith(signature)) return kind;
  if (Buffer.from(prefix.subarray(257, 262)).toString('latin1') === 'ustar') return 'a TAR archive';
  return !detectEncoding(prefix).startsWith('utf-16') && controlShare(prefix) > CONTROL_SHARE ? 'no text in it' : null;
}

/** True for the first bytes of an SQLite database, which a library is. */
export function isSqlite(prefix: Uint8Array): boolean {
  return binaryKind(prefix) === SQLITE;
}

function zipKind(prefix: Uint8Array): string {
  const names = Buffer.from(prefix.buffer, prefix.byteOffset, prefix.byteLength).toString('latin1');
  if (names.includes('xl/')) return 'an Excel workbook';
  if (names.includes('word/')) return 'a Word document';
  if (names.includes('ppt/')) return 'a PowerPoint presentation';
  if (names.includes('opendocument')) return 'an OpenDocument file';
  return 'a ZIP archive';
}

function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++;
  return controls / Math.max(1, bytes.length);
}
