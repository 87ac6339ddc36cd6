import { sharedUint32 } from '../parallel/shared-arrays.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';
import { FIELD_COUNT } from './tokens.ts';

/** What the collection knows of each term; arrays are indexed by phrase. Wordings that a thesaurus joins count as one term. */
export interface TermStatistics {
  papers: number;
  frequency: Uint32Array;
  /** Papers with the term; in their titles. */
  paperCount: Uint32Array;
  titleCount: Uint32Array;
  /** Occurrences that are no part of a longer noun phrase; papers with such. */
  wholeFrequency: Uint32Array;
  wholePapers: Uint32Array;
  /** Occurrences in the order in which they are written, not "X of Y" for "Y X". */
  straightFrequency: Uint32Array;
}

/** Where a term's counts lie in its row while they are counted: side by side, since rows are visited in no order. */
const COUNT = { frequency: 0, paperCount: 1, titleCount: 2, wholeFrequency: 3, wholePapers: 4, straightFrequency: 5 } as const;
/** The last paper with the term, times 4, with bits for what was met in it. */
const SEEN = 6;
const COUNTS_OF_A_TERM = 8;
const IN_TITLE = 1;
const WHOLE = 2;

/** Counts terms over the collection. `termOf` gives the term of each phrase. */
export function countTerms(occurrences: Occurrences, termOf: Uint32Array): TermStatistics {
  const rows = new Uint32Array(termOf.length * COUNTS_OF_A_TERM);
  for (let field = 0; field + 1 < occurrences.fields.length; field++) {
    const paper = (Math.floor(field / FIELD_COUNT) + 1) * 4;
    const titleBit = field % FIELD_COUNT === 0 ? IN_TITLE : 0;
    for (let at = occurrences.fields[field] as number; at < (occurrences.fields[field + 1] as number); at++) {
      const term = termOf[occurrences.phrase[at] as number] as number;
      const row = term * COUNTS_OF_A_TERM;
      const kind = occurrences.kind[at] as number;
      const isWhole = (kind & OCCURRENCE.whole) !== 0;
      rows[row + COUNT.frequency]!++;
      if ((kind & (OCCURRENCE.reordered | OCCURRENCE.derived)) === 0) rows[row + COUNT.straightFrequency]!++;
      if (isWhole) rows[row + COUNT.wholeFrequency]!++;
      countOnce(rows, row, paper, titleBit | (isWhole ? WHOLE : 0));
    }
  }
  return columnsOf(rows, (occurrences.fields.length - 1) / FIELD_COUNT);
}

/** Counts a paper, its title and a whole noun phrase in it at most once. */
function countOnce(rows: Uint32Array, row: number, paper: number, bits: number): void {
  let seen = rows[row + SEEN] as number;
  if (seen < paper) {
    rows[row + COUNT.paperCount]!++;
    seen = paper;
  }
  if ((bits & ~seen & IN_TITLE) !== 0) rows[row + COUNT.titleCount]!++;
  if ((bits & ~seen & WHOLE) !== 0) rows[row + COUNT.wholePapers]!++;
  rows[row + SEEN] = seen | bits;
}

function columnsOf(rows: Uint32Array, papers: number): TermStatistics {
  const column = (count: number): Uint32Array => {
    const values = sharedUint32(rows.length / COUNTS_OF_A_TERM);
    for (let term = 0; term < values.length; term++) values[term] = rows[term * COUNTS_OF_A_TERM + count] as number;
    return values;
  };
  return {
    papers,
    frequency: column(COUNT.frequency),
    paperCount: column(COUNT.paperCount),
    titleCount: column(COUNT.titleCount),
    wholeFrequency: column(COUNT.wholeFrequency),
    wholePapers: column(COUNT.wholePapers),
    straightFrequency: column(COUNT.straightFrequency),
  };
}

const MIXED_BAG = 0.01;
const ONE_CONFERENCE = 0.2;

/** How much the papers speak of the same things, 0 (a mixed bag) to 1 (one conference), by sharedTermsPerPair on a logarithmic scale. */
export function focusOf(statistics: TermStatistics, isLonger: (term: number) => boolean): number {
  const shared = sharedTermsPerPair(statistics, isLonger);
  return Math.min(1, Math.max(0, Math.log(shared / MIXED_BAG) / Math.log(ONE_CONFERENCE / MIXED_BAG)));
}

/**
 * Terms of several words that two papers, drawn at random, may be expected to share. It does not depend on the number of papers (an unbiased estimate, as Simpson's index of diversity is, 1949).
 */
function sharedTermsPerPair(statistics: TermStatistics, isLonger: (term: number) => boolean): number {
  const { papers, paperCount } = statistics;
  if (papers < 2) return 0;
  let pairs = 0;
  for (let term = 1; term < paperCount.length; term++) {
    const count = paperCount[term] as number;
    if (count > 1 && isLonger(term)) pairs += count * (count - 1);
  }
  return pairs / (papers * (papers - 1));
}
