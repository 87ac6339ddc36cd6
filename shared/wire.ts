/*
 * The one text form in which calls and replies travel over HTTP: JSON in which bytes are {"$bytes": base64}.
 * How bytes become base64 is given by each side, since pages and Node have different quick ways.
 */

const BYTES_KEY = '$bytes';

/** A value as JSON text; every Uint8Array in it becomes {"$bytes": base64}. */
export function encodeWire(value: unknown, toBase64: (bytes: Uint8Array) => string): string {
  return JSON.stringify(value, function replace(this: Record<string, unknown>, key: string, replaced: unknown) {
    const original = this[key];
    return original instanceof Uint8Array ? { [BYTES_KEY]: toBase64(original) } : replaced;
  });
}

/** The value that encodeWire wrote. Throws SyntaxError for text that is not JSON. */
export function decodeWire(text: string, fromBase64: (text: string) => Uint8Array): unknown {
  // Looking at every value takes ten times as long as reading them. Within a text the quotes of the key would be escaped.
  if (!text.includes(`"${BYTES_KEY}"`)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown) => (isEncodedBytes(value) ? fromBase64(value[BYTES_KEY]) : value));
}

function isEncodedBytes(value: unknown): value is { [BYTES_KEY]: string } {
  if (typeof value !== 'object' || value === null || !(BYTES_KEY in value)) return false;
  return Object.keys(value).length === 1 && typeof value[BYTES_KEY] === 'string';
}
