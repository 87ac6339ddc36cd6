/** The lines of a text that comes in chunks, some at a time, without their ends. The last batch holds the last line, if it is not empty. */
export async function* lineBatches(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}
