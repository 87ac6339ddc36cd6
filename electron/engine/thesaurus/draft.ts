import type { SkippedRecord } from '../../../shared/paper.ts';
import type { ThesaurusNotice } from '../../../shared/thesaurus.ts';

/** A concept as its file has it, before contradictions within the file are settled. */
export interface DraftConcept {
  id: string;
  /** Null where the format has no lines to speak of. */
  line: number | null;
  label: string;
  aliases: string[];
  ambiguous: string[];
  /** Identifiers; some may be of no concept in the file. */
  broader: string[];
  related: string[];
}

/** All that a reader finds in a file, in its order. */
export interface ThesaurusDraft {
  concepts: DraftConcept[];
  ignored: string[];
  skipped: SkippedRecord[];
  notices: ThesaurusNotice[];
}

/** A draft with nothing in it yet. */
export function emptyDraft(): ThesaurusDraft {
  return { concepts: [], ignored: [], skipped: [], notices: [] };
}
