/** The text of an object in a JSON text, and the line (from 1) where it starts; `complete` is false where the text ends within it. */
export interface ObjectText {
  line: number;
  text: string;
  complete: boolean;
}

/** The outermost objects of a JSON text, whether in an array, one after the other, or alone. A line end closes an open string, which no valid JSON has. */
export async function* jsonObjects(text: AsyncIterable<string>): AsyncGenerator<ObjectText> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let line = 1;
  let firstLine = 1;
  let held = '';
  for await (const chunk of text) {
    let start = depth > 0 ? 0 : -1;
    for (let index = 0; index < chunk.length; index++) {
      const code = chunk.charCodeAt(index);
      if (code === 10) {
        line++;
        inString = false;
        escaped = false;
      } else if (inString) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) inString = false;
      } else if (code === 34) inString = depth > 0;
      else if (code === 123 && depth++ === 0) {
        start = index;
        firstLine = line;
      } else if (code === 125 && depth > 0 && --depth === 0) {
        yield { line: firstLine, text: held + chunk.slice(start, index + 1), complete: true };
        held = '';
        start = -1;
      }
    }
    if (start >= 0) held += chunk.slice(start);
  }
  if (depth > 0) yield { line: firstLine, text: held, complete: false };
}
