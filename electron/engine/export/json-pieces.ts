/** Entries of a list that are written at once: enough to be quick, few enough to stay small. */
const ENTRIES_AT_ONCE = 2_000;

/**
 * The very text that JSON.stringify gives for an object, followed by a line end, as UTF-8 in pieces: its long lists some
 * thousand entries at a time, so that a large map is never in memory as one text.
 */
export function* jsonPieces(value: object): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let before = '{';
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    before += `${JSON.stringify(key)}:`;
    if (Array.isArray(entry) && entry.length > ENTRIES_AT_ONCE) {
      for (const piece of listTexts(`${before}[`, entry)) yield encoder.encode(piece);
      before = '],';
    } else before += `${JSON.stringify(entry)},`;
  }
  yield encoder.encode(`${before === '{' ? before : before.slice(0, -1)}}\n`);
}

function* listTexts(before: string, list: readonly unknown[]): Generator<string> {
  for (let start = 0; start < list.length; start += ENTRIES_AT_ONCE) {
    const entries = JSON.stringify(list.slice(start, start + ENTRIES_AT_ONCE)).slice(1, -1);
    yield `${start === 0 ? before : ','}${entries}`;
  }
}
