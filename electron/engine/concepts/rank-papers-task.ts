import type { RowRange, Task } from '../parallel/task.ts';
import { findMentions, type FoundMentions } from './mentions.ts';
import { rankTerms, type TermSource } from './paper-terms.ts';
import { TermForms } from './term-forms.ts';
import type { WordFacts } from './words.ts';

/** What papers are ranked by, in the form in which threads can be given it. */
export interface RankSource extends Omit<TermSource, 'forms'> {
  words: WordFacts;
  /** Concepts that a paper has at most. */
  perPaper: number;
}

/** The terms of some papers, best first, and their mentions; all offsets from 0. */
export interface RankedPapers {
  termOffsets: Uint32Array;
  term: Uint32Array;
  value: Float32Array;
  mentionOffsets: Uint32Array;
  occurrence: Uint32Array;
  field: Uint8Array;
  start: Uint32Array;
  end: Uint32Array;
}

/** Ranks the terms of ranges of papers and finds their mentions. */
export const rankPapersTask: Task<RankSource, RowRange, RankedPapers> = {
  name: 'concepts.rankPapers',
  prepare(given) {
    const source: TermSource = { ...given, forms: new TermForms(given.tokens, given.words, given.occurrences, given.termOf) };
    return (papers) => {
      const { offsets: termOffsets, term, value } = rankTerms(source, papers, given.perPaper);
      const { offsets: mentionOffsets, ...mentions }: FoundMentions = findMentions(source, papers, { offsets: termOffsets, term, value });
      return { termOffsets, term, value, mentionOffsets, ...mentions };
    };
  },
};
