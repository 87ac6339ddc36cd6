import type { SkippedRecord } from './paper.ts';

/** The kinds of thesaurus that can be read. */
export const THESAURUS_FORMATS = ['skos-turtle', 'skos-rdfxml', 'skos-jsonld', 'vosviewer', 'csv'] as const;
export type ThesaurusFormat = (typeof THESAURUS_FORMATS)[number];

/** Something in a thesaurus that was settled by a rule, in a sentence. `line` is null where it has no single place. */
export interface ThesaurusNotice {
  line: number | null;
  message: string;
}

/** What became of one thesaurus file. */
export interface ThesaurusReport {
  file: string;
  format: ThesaurusFormat;
  concepts: number;
  /** Terms that it says are none: papers are never linked through them. */
  ignored: number;
  /** Lines that were left out, and why. */
  skipped: SkippedRecord[];
  notices: ThesaurusNotice[];
}

/** The thesaurus that ships with the app, which a library may leave out. */
export const BUILT_IN_THESAURUS = 'built-in';

/** One thesaurus as a library has it, those that count most last. */
export interface ThesaurusInfo {
  /** `built-in` for the one that ships with the app. */
  id: string;
  name: string;
  format: ThesaurusFormat | 'built-in';
  concepts: number;
  ignored: number;
  skipped: SkippedRecord[];
  notices: ThesaurusNotice[];
}
