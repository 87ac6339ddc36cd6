import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { generatedPapers } from './corpus.ts';

/** Writes the first papers of a file, or generated ones, as JSON Lines; gives the path. */
export async function firstPapers(path: string, count: number, source: string | null): Promise<string> {
  const lines: string[] = [];
  if (source === null) lines.push(...generatedPapers(count).map(({ id, title, abstract, year }) => JSON.stringify({ id, title, abstract, year })));
  else {
    for await (const line of createInterface({ input: createReadStream(source) })) {
      if (lines.push(line) === count) break;
    }
  }
  writeFileSync(path, lines.join('\n'));
  return path;
}
