/** The formats that can be read; names as on the command line. */
export const PAPER_FORMATS = ['bibtex', 'ris', 'csv', 'jsonl', 'text', 'atlas'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** Where a paper came from: file name as the user knows it, first line of the record (from 1). */
export interface PaperSource {
  file: string;
  line: number;
  format: PaperFormat;
}

/** One paper, cleaned for display and matching. `original` holds title and abstract as they came, where cleaning changed them. */
export interface Paper {
  /** Unique in a collection and stable: the record's own id, or made from DOI, arXiv id or normalised title; never from its place in a file. */
  id: string;
  title: string;
  abstract: string;
  year: number | null;
  authors: string[];
  venue: string | null;
  doi: string | null;
  arxiv: string | null;
  url: string | null;
  keywords: string[];
  /** How often it is cited, where its record tells. */
  citations: number | null;
  source: PaperSource;
  original?: { title?: string; abstract?: string };
}

/** A field of a paper in which concepts are looked for. */
export const FIELDS = ['title', 'abstract', 'keywords'] as const;
export type Field = (typeof FIELDS)[number];

/** One record that was not taken, and why. */
export interface SkippedRecord {
  line: number;
  reason: string;
}

/** What became of one file: papers + skipped.length + duplicates = records. */
export interface FileReport {
  file: string;
  format: PaperFormat | null;
  records: number;
  papers: number;
  skipped: SkippedRecord[];
  duplicates: number;
}

/** What was read. */
export interface ImportReport {
  files: FileReport[];
}

/** Stages of the pipeline, in order, as progress and timings name them. */
export const STAGES = ['read', 'concepts', 'graph', 'topics', 'layout', 'write'] as const;
export type Stage = (typeof STAGES)[number];
