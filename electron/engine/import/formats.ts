import type { PaperFormat } from '../../../shared/paper.ts';
import { bibtexReader } from './bibtex.ts';
import { delimitedReader } from './delimited.ts';
import { jsonlReader } from './jsonl.ts';
import type { RecordReader } from './record.ts';
import { risReader } from './ris.ts';
import { textReader } from './text.ts';

/** The readers of text formats; a library is a database and read by other means. */
const READERS: readonly RecordReader[] = [bibtexReader, risReader, jsonlReader, delimitedReader, textReader];

/** Endings that speak for a format where the content leaves a doubt. */
const ENDINGS: Readonly<Partial<Record<PaperFormat, RegExp>>> = {
  bibtex: /\.(?:bib|bibtex|biblatex)$/i,
  ris: /\.ris$/i,
  csv: /\.(?:csv|tsv|tab)$/i,
  jsonl: /\.(?:jsonl?|ndjson)$/i,
};
const ENDING_BONUS = 0.08;

/** The reader of a format by its name; null for one that is not a text. */
export function readerOf(format: PaperFormat): RecordReader | null {
  return READERS.find((reader) => reader.format === format) ?? null;
}

/** The reader that knows best what starts with `prefix`, the name's ending being a hint only; null where none does. */
export function detectReader(prefix: string, name: string): RecordReader | null {
  const ending = name.replace(/\.gz$/i, '');
  let best: RecordReader | null = null;
  let bestScore = 0;
  for (const reader of READERS) {
    const sure = reader.detect(prefix);
    const score = sure > 0 && ENDINGS[reader.format]?.test(ending) ? sure + ENDING_BONUS : sure;
    if (score > bestScore) [best, bestScore] = [reader, score];
  }
  return best;
}
