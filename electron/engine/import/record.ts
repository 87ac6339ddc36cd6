import type { PaperFormat, SkippedRecord } from '../../../shared/paper.ts';

/** One record as its file has it: text still with its markup, line (from 1) where it starts. */
export interface RawRecord {
  line: number;
  /** The record's own id, where the format has ids that hold beyond one file. */
  id?: string;
  title?: string;
  abstract?: string;
  /** A year, or any text with a year in it, such as a date. */
  year?: string;
  authors?: string[];
  venue?: string;
  doi?: string;
  arxiv?: string;
  url?: string;
  keywords?: string[];
  /** How often it is cited: a number as text. */
  citations?: string;
}

export type ReadRecord = RawRecord | SkippedRecord;

/** True for a record that could not be read. */
export function isSkipped(record: ReadRecord): record is SkippedRecord {
  return 'reason' in record;
}

/** How the text of a format is marked up: `latex` where braces and commands are part of the format, else `plain`. */
export type Markup = 'plain' | 'latex';

/** Reads one format. Text comes with lines ended by \n. */
export interface RecordReader {
  format: PaperFormat;
  markup: Markup;
  /** How surely a file that starts with `prefix` is of this format, 0 (not at all) to 1. */
  detect(prefix: string): number;
  /** The records in the order of the file; `prefix` is the start of the text, for what has to be guessed once. */
  read(text: AsyncIterable<string>, prefix: string): AsyncIterable<ReadRecord>;
}
